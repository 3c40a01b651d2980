import { type IsoDate, monthOf, monthOfPeriod, type Period } from "../domain/calendar.js";
import type { Language, Text } from "../domain/text.js";
import { same } from "../domain/text.js";
import { count, durationWords } from "../domain/words.js";
import type { Report, ReportTier } from "../outputs/report.js";
import { detailWords } from "./solver-words.js";

/** An amount of a rule in words, such as `5 h 30 min of staff missing or over`. */
export function amountWords(amount: number, unit: string): Text {
  if (unit === "minutes") return same(durationWords(amount));
  if (unit === "person-minutes") {
    const duration = durationWords(amount);
    return { en: `${duration} of staff time`, sv: `${duration} personaltid` };
  }
  const words = COUNTED[unit];
  if (!words) return same(`${amount} ${unit}`);
  return { en: count(amount, ...words.en), sv: count(amount, ...words.sv) };
}

/** One of a unit, such as `person-minute`. */
export function unitWords(unit: string): Text {
  const words = COUNTED[unit];
  return words ? { en: words.en[0], sv: words.sv[0] } : same(unit);
}

type OneAndMany = readonly [one: string, many: string];

const COUNTED: Readonly<Record<string, Readonly<Record<Language, OneAndMany>>>> = {
  minutes: { en: ["minute", "minutes"], sv: ["minut", "minuter"] },
  "person-minutes": {
    en: ["person-minute", "person-minutes"],
    sv: ["personminut", "personminuter"],
  },
  duties: { en: ["duty", "duties"], sv: ["arbetspass", "arbetspass"] },
  evenings: { en: ["evening", "evenings"], sv: ["kväll", "kvällar"] },
  pins: { en: ["pin", "pins"], sv: ["låsning", "låsningar"] },
  pairs: { en: ["pair", "pairs"], sv: ["par", "par"] },
  gaps: { en: ["gap", "gaps"], sv: ["uppehåll", "uppehåll"] },
  changes: { en: ["change", "changes"], sv: ["byte", "byten"] },
  days: { en: ["day", "days"], sv: ["dag", "dagar"] },
  weeks: { en: ["week", "weeks"], sv: ["vecka", "veckor"] },
  weekends: { en: ["weekend", "weekends"], sv: ["helg", "helger"] },
  wishes: { en: ["wish", "wishes"], sv: ["önskemål", "önskemål"] },
  people: { en: ["person", "people"], sv: ["person", "personer"] },
  offices: { en: ["office", "offices"], sv: ["kontor", "kontor"] },
  weekdays: { en: ["weekday", "weekdays"], sv: ["veckodag", "veckodagar"] },
  kronor: { en: ["krona", "kronor"], sv: ["krona", "kronor"] },
};

/** What a person must know of how the run ended; nothing when it ended as asked. */
export function stopWords({ termination, detail }: Report): Text[] {
  if (termination === "interrupted") {
    return [
      {
        en: "Interrupted: this is the best rota found by then.",
        sv: "Avbrutet: det här är det bästa schemat som hittades dittills.",
      },
    ];
  }
  if (termination !== "error") return [];
  const more = detail === null ? null : detailWords(detail);
  const why = { en: more ? ` (${more.en})` : "", sv: more ? ` (${more.sv})` : "" };
  return [
    {
      en: `A solver failed${why.en}: this is the best rota found by then.`,
      sv: `En lösare gick sönder${why.sv}: det här är det bästa schemat som hittades dittills.`,
    },
  ];
}

/** How good the rota is proved to be: a sentence for each tier that has something to say, and of which rotas that speaks. */
export function qualityWords(tiers: readonly ReportTier[]): Text[] {
  const words = tiers.flatMap((tier) => tierWords(tier));
  return tiers.some(speaksOfMade) ? [...words, MADE_ROTAS] : words;
}

/** True when what is proved of a tier holds for the rotas that the program can make, and perhaps for no others. */
export function speaksOfMade({ incumbent, gap, ofAllRotas }: ReportTier): boolean {
  return incumbent > 0 && gap <= TELLING_GAP && !ofAllRotas;
}

/** Beyond this gap a bound says too little to be worth a figure. */
export const TELLING_GAP = 0.5;

/** Which rotas a proof speaks of when it is one of the program's choices. */
export const MADE_ROTAS: Text = {
  en: "rota compares rotas in which everybody has at most one duty a day, at one office, with times that follow from the tables. One made by hand, with other times or two duties a day, may be better.",
  sv: "rota jämför scheman där var och en har högst ett arbetspass per dag, på ett kontor, med tider som följer av tabellerna. Ett som görs för hand, med andra tider eller två pass samma dag, kan vara bättre.",
};

function tierWords(reportTier: ReportTier): Text[] {
  const { tier, incumbent, bound, gap } = reportTier;
  if (tier === 1 && incumbent === 0) return [];
  const subject =
    tier === 1
      ? { en: "on the hard rules", sv: "på de hårda reglerna" }
      : { en: "on the soft rules", sv: "på de mjuka reglerna" };
  const made = speaksOfMade(reportTier);
  if (bound >= incumbent) {
    return [
      made
        ? {
            en: `Proved: none of the rotas that rota compares does better ${subject.en}.`,
            sv: `Bevisat: inget av de scheman som rota jämför är bättre ${subject.sv}.`,
          }
        : {
            en: `Proved: with these people and times no rota can do better ${subject.en}.`,
            sv: `Bevisat: med de här personerna och tiderna kan inget schema bli bättre ${subject.sv}.`,
          },
    ];
  }
  const percent = percentWords(gap);
  if (gap > TELLING_GAP) {
    return [
      {
        en: `It is not known how much better a rota could be ${subject.en}; more --effort or another --solver may tell.`,
        sv: `Det är inte känt hur mycket bättre ett schema kan bli ${subject.sv}; större --effort eller en annan --solver kan ge svar.`,
      },
    ];
  }
  return [
    {
      en: `Proved: none of the rotas that rota compares is more than ${percent.en} better ${subject.en}.`,
      sv: `Bevisat: inget av de scheman som rota jämför är mer än ${percent.sv} bättre ${subject.sv}.`,
    },
  ];
}

/** A part of one as per cent with one decimal, rounded up: a proof promises no more than it holds. */
export function percentWords(part: number): Text {
  const percent = (Math.ceil(part * 1000 - 1e-9) / 10).toFixed(1);
  return { en: `${percent} %`, sv: `${percent.replace(".", ",")} %` };
}

const MONTHS: readonly Text[] = [
  { en: "January", sv: "januari" },
  { en: "February", sv: "februari" },
  { en: "March", sv: "mars" },
  { en: "April", sv: "april" },
  { en: "May", sv: "maj" },
  { en: "June", sv: "juni" },
  { en: "July", sv: "juli" },
  { en: "August", sv: "augusti" },
  { en: "September", sv: "september" },
  { en: "October", sv: "oktober" },
  { en: "November", sv: "november" },
  { en: "December", sv: "december" },
];

/** A month as `December 2026`. */
export function monthWords(month: string): Text {
  const name = MONTHS[Number(month.slice(5)) - 1]!;
  const year = month.slice(0, 4);
  return { en: `${name.en} ${year}`, sv: `${name.sv} ${year}` };
}

/** A period as `December 2026`, or as `7 December 2026 to 10 January 2027` when it is not a whole month. */
export function periodWords(period: Period): Text {
  const month = monthOfPeriod(period);
  if (month !== null) return monthWords(month);
  const [first, last] = [dayOfMonthWords(period.first), dayOfMonthWords(period.last)];
  return { en: `${first.en} to ${last.en}`, sv: `${first.sv} till ${last.sv}` };
}

function dayOfMonthWords(date: IsoDate): Text {
  const day = Number(date.slice(8));
  const month = monthWords(monthOf(date));
  return { en: `${day} ${month.en}`, sv: `${day} ${month.sv}` };
}
