import { sum } from "../../domain/collections.js";
import type { Text } from "../../domain/text.js";
import { hoursText } from "./format.js";
import type { Page } from "./model.js";

const WIDTH = 420;
const HEIGHT = 180;
const LEFT = 44;
const BOTTOM = 34;
/** Columns of the picture of evenings; people with more evenings share the last one. */
const COLUMNS = 13;

/** How many people have had how many evenings, before and after the month: columns that draw together are fairness. */
export function EveningSpread({ page }: { page: Page }) {
  const before = page.people.map(({ figures }) => figures.eveningsBefore);
  const after = page.people.map(({ figures }) => figures.eveningsBefore + figures.evenings);
  const title: Text = { en: "Evenings per person", sv: "Kvällar per person" };
  const words: Text = {
    en: `Before this month ${rangeText(before)}, after it ${rangeText(after)} evenings per person.`,
    sv: `Före månaden ${rangeText(before)}, efter den ${rangeText(after)} kvällar per person.`,
  };
  const last = Math.min(COLUMNS - 1, Math.max(1, ...after));
  const columns = Array.from({ length: last + 1 }, (_, evenings) => ({
    evenings,
    before: countAt(before, evenings, last),
    after: countAt(after, evenings, last),
  }));
  const most = Math.max(1, ...columns.flatMap((column) => [column.before, column.after]));
  const step = (WIDTH - LEFT) / columns.length;
  return (
    <figure>
      <figcaption>
        <b>{page.say(title)}</b> {page.say(words)}
      </figcaption>
      <svg role="img" aria-label={page.say(words)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <path class="axis" d={`M${LEFT} ${HEIGHT - BOTTOM}H${WIDTH}`} />
        {columns.map((column) => (
          <g
            key={column.evenings}
            transform={`translate(${Math.round(LEFT + column.evenings * step)})`}
          >
            <Column
              count={column.before}
              most={most}
              x={step * 0.12}
              width={step * 0.36}
              kind="b"
            />
            <Column count={column.after} most={most} x={step * 0.52} width={step * 0.36} kind="a" />
            <text x={Math.round(step / 2)} y={HEIGHT - BOTTOM + 14} text-anchor="middle">
              {column.evenings === last && Math.max(...after) > last ? `${last}+` : column.evenings}
            </text>
          </g>
        ))}
        <text x={(WIDTH + LEFT) / 2} y={HEIGHT - 4} text-anchor="middle">
          {page.say({ en: "evenings", sv: "kvällar" })}
        </text>
        <text x="0" y="12">
          {page.say({ en: "people", sv: "personer" })}
        </text>
      </svg>
      <p class="key">
        <span class="box b" /> {page.say({ en: "before the month", sv: "före månaden" })}{" "}
        <span class="box a" /> {page.say({ en: "after the month", sv: "efter månaden" })}
      </p>
    </figure>
  );
}

interface ColumnProps {
  count: number;
  most: number;
  x: number;
  width: number;
  kind: "a" | "b";
}

function Column({ count, most, x, width, kind }: ColumnProps) {
  if (count === 0) return null;
  const height = Math.max(2, Math.round(((HEIGHT - BOTTOM - 38) * count) / most));
  const top = HEIGHT - BOTTOM - height;
  return (
    <>
      <rect class={kind} x={Math.round(x)} y={top} width={Math.round(width)} height={height} />
      <text x={Math.round(x + width / 2)} y={top - 4} text-anchor="middle">
        {count}
      </text>
    </>
  );
}

function countAt(values: readonly number[], column: number, last: number): number {
  return values.filter((value) => Math.min(value, last) === column).length;
}

function rangeText(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length === 0 ? "0" : low === high ? String(low) : `${low}–${high}`;
}

/** Each person a dot: the fair share of hours across, the hours of the rota up; on the line, both are the same. */
export function HoursScatter({ page }: { page: Page }) {
  const dots = page.people.flatMap(({ label, figures: { paidMinutes, fairMinutes } }) =>
    fairMinutes === null ? [] : [{ label, paidMinutes, fairMinutes }],
  );
  if (dots.length === 0) return null;
  const off = sum(dots, (dot) => Math.abs(dot.paidMinutes - dot.fairMinutes)) / dots.length;
  const title: Text = { en: "Hours against the fair share", sv: "Timmar mot rättvis andel" };
  const words: Text = {
    en: `Each dot is a person; on the line the hours are exactly the fair share. On average ${hoursText(off, "en")} hours off.`,
    sv: `Varje prick är en person; på linjen är timmarna precis den rättvisa andelen. I genomsnitt ${hoursText(off, "sv")} timmar ifrån.`,
  };
  const highest = Math.max(...dots.flatMap((dot) => [dot.paidMinutes, dot.fairMinutes]), 60);
  const top = Math.ceil(highest / 600) * 600;
  const x = (minutes: number) => Math.round(LEFT + ((WIDTH - LEFT - 8) * minutes) / top);
  const y = (minutes: number) =>
    Math.round(HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 22) * minutes) / top);
  const marks = [top / 2, top];
  return (
    <figure>
      <figcaption>
        <b>{page.say(title)}</b> {page.say(words)}
      </figcaption>
      <svg role="img" aria-label={page.say(words)} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <path class="axis" d={`M${LEFT} ${y(0)}H${x(top)}M${LEFT} ${y(0)}V${y(top)}`} />
        <path class="line" d={`M${x(0)} ${y(0)}L${x(top)} ${y(top)}`} />
        {marks.map((minutes) => (
          <g key={minutes}>
            <text x={x(minutes)} y={y(0) + 14} text-anchor="end">
              {minutes / 60}
            </text>
            <text x={LEFT - 6} y={y(minutes) + 4} text-anchor="end">
              {minutes / 60}
            </text>
          </g>
        ))}
        {dots.map(({ label, paidMinutes, fairMinutes }) => (
          <circle key={label} class="dot" cx={x(fairMinutes)} cy={y(paidMinutes)} r="4">
            <title>{`${label}: ${hoursText(paidMinutes, page.language)} / ${hoursText(fairMinutes, page.language)} h`}</title>
          </circle>
        ))}
        <text x={(WIDTH + LEFT) / 2} y={HEIGHT - 4} text-anchor="middle">
          {page.say({ en: "fair share of hours", sv: "rättvis andel timmar" })}
        </text>
        <text x="0" y="12">
          {page.say({ en: "hours in the rota", sv: "timmar i schemat" })}
        </text>
      </svg>
    </figure>
  );
}
