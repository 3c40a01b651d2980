import type { Language, Text } from "../../domain/text.js";
import type { Study, StudyPoint } from "../../outputs/study.js";
import { kronorText, numberText } from "../html/format.js";
import { pointName } from "./point-name.js";

const WIDTH = 560;
const HEIGHT = 300;
const LEFT = 56;
const BOTTOM = 40;
const TOP = 24;
const RIGHT = 24;
/** Scenarios beyond which bars would be too thin to read. */
const MOST_BARS = 30;
const BAR = 20;

interface Props {
  study: Study;
  language: Language;
}

/** The pictures of a study; the tables say the same in figures. */
export function Charts({ study, language }: Props) {
  return (
    <div class="charts">
      <CostAgainstService study={study} language={language} />
      <Wishes study={study} language={language} />
    </div>
  );
}

/** A point of the picture of cost against service. */
interface Dot {
  readonly name: string;
  readonly cost: number;
  readonly hours: number;
  readonly met: boolean;
}

/** Every scenario by its cost and its served hours; those that no other beats are joined by a line. */
function CostAgainstService({ study, language }: Props) {
  const dots = study.points.flatMap((point) => dotOf(point));
  if (dots.length < 2) return null;
  const x = scale(
    dots.map(({ cost }) => cost),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(
    dots.map(({ hours }) => hours),
    HEIGHT - BOTTOM,
    TOP,
  );
  const kept = study.frontier.filter(({ best }) => best);
  const best = new Set(kept.map(({ name }) => name));
  const line = kept.map(({ cost, servedMinutes }, i) => {
    return `${i === 0 ? "M" : "L"}${x.at(cost)} ${y.at(servedMinutes / 60)}`;
  });
  const words = PICTURE[language];
  return (
    <figure>
      <figcaption>
        <b>{AGAINST[language]}</b> {words}
      </figcaption>
      <svg
        role="img"
        aria-label={`${AGAINST[language]}. ${words}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      >
        <path class="axis" d={`M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH}`} />
        {line.length > 1 && <path class="step" d={line.join("")} />}
        {dots.map(({ name, cost, hours, met }) => (
          <circle
            key={name}
            class={!met ? "off" : best.has(name) ? "best" : "dot"}
            cx={x.at(cost)}
            cy={y.at(hours)}
            r={best.has(name) ? 5 : 4}
          >
            <title>{`${pointName(study, name)[language]}: ${kronorText(cost, language)}, ${numberText(hours, language, 1)}`}</title>
          </circle>
        ))}
        {[x.low, x.high].map((value, i) => (
          <text
            key={i}
            x={x.at(value)}
            y={HEIGHT - BOTTOM + 16}
            text-anchor={i === 0 ? "start" : "end"}
          >
            {kronorText(value, language)}
          </text>
        ))}
        {[y.low, y.high].map((value, i) => (
          <text key={i} x={LEFT - 6} y={y.at(value) + 4} text-anchor="end">
            {numberText(value, language)}
          </text>
        ))}
        <text x={(WIDTH + LEFT) / 2} y={HEIGHT - 6} text-anchor="middle">
          {COST[language]}
        </text>
        <text x="0" y="12">
          {SERVED[language]}
        </text>
      </svg>
    </figure>
  );
}

const AGAINST: Text = { en: "Cost against service.", sv: "Kostnad mot service." };
const PICTURE: Text = {
  en: "Filled dots keep every hard rule, open ones break some. The line joins those that no other beats.",
  sv: "Fyllda punkter håller alla hårda regler, ofyllda bryter någon. Linjen förenar dem som inget annat slår.",
};
const COST: Text = { en: "cost of the month", sv: "månadens kostnad" };
const SERVED: Text = { en: "served hours", sv: "betjänade timmar" };

function dotOf({ name, state, figures }: StudyPoint): Dot[] {
  if (!figures || figures.cost === null) return [];
  return [{ name, cost: figures.cost, hours: figures.servedMinutes / 60, met: state === "met" }];
}

/** Places values on a stretch of the picture; equal values stand in its middle. */
function scale(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low;
  return {
    low,
    high,
    at: (value: number) =>
      Math.round(span === 0 ? (from + to) / 2 : from + ((to - from) * (value - low)) / span),
  };
}

/** What the soft rules cost in each scenario, as bars; of many scenarios the first ones. */
function Wishes({ study, language }: Props) {
  const bars = study.points
    .flatMap(({ name, tiers }) => (tiers[1] ? [{ name, cost: tiers[1].incumbent }] : []))
    .slice(0, MOST_BARS);
  if (bars.length < 2) return null;
  const most = Math.max(1, ...bars.map(({ cost }) => cost));
  const height = bars.length * BAR + 8;
  const middle = WIDTH * 0.45;
  const words = WISHES_WORDS[language];
  return (
    <figure>
      <figcaption>
        <b>{WISHES[language]}</b> {words}
      </figcaption>
      <svg
        role="img"
        aria-label={`${WISHES[language]} ${words}`}
        viewBox={`0 0 ${WIDTH} ${height}`}
      >
        {bars.map(({ name, cost }, i) => (
          <g key={name} transform={`translate(0 ${i * BAR})`}>
            <text x={middle - 8} y={BAR - 6} text-anchor="end">
              {short(pointName(study, name)[language])}
            </text>
            <rect
              x={middle}
              y={3}
              width={Math.round(((WIDTH - middle - 60) * cost) / most)}
              height={BAR - 6}
            />
            <text x={middle + 6 + Math.round(((WIDTH - middle - 60) * cost) / most)} y={BAR - 6}>
              {numberText(cost, language)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const WISHES: Text = { en: "Wishes that are not met.", sv: "Önskemål som inte uppfylls." };
const WISHES_WORDS: Text = {
  en: "Cost of the soft rules in each scenario; less is better.",
  sv: "Kostnad för de mjuka reglerna i varje scenario; lägre är bättre.",
};

const LONGEST_LABEL = 36;

function short(name: string): string {
  const letters = Array.from(name);
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join("")}…` : name;
}
