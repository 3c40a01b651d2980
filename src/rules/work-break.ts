import type { IsoDate } from "../domain/calendar.js";
import { sum } from "../domain/collections.js";
import { stretchesOf } from "../domain/duty.js";
import type { Instance } from "../domain/instance.js";
import type { Interval } from "../domain/interval.js";
import { minutesOf, minutesOutside, subtract } from "../domain/interval.js";
import type { WorkedTime } from "../domain/paid-time.js";
import { timeAtWork } from "../domain/travel.js";
import { dateWords, durationWords, timeWords } from "../domain/words.js";
import type { Finding } from "./rule.js";
import { amountOf, defineRule } from "./rule.js";

/**
 * Nobody works more than five hours in a row without a break.
 *
 * A stretch of presence longer than `stretch_minutes` holds one unpaid break of `break_minutes`, taken in turns. One break
 * is enough for twice the stretch and the break itself.
 * Formula: for each stretch of a person's day, max(0, length − (2 × stretch_minutes + break_minutes)); and for each pause
 * inside a stretch longer than stretch_minutes, break_minutes − pause.
 * Edges: a pause shorter than break_minutes does not end a stretch; the journey to another office (travel.csv) is work and
 * no pause; a pause that the office makes by closing is no fault, since the break is taken beside it.
 */
export const workBreak = defineRule({
  meta: {
    id: "work-break",
    title: { en: "Break", sv: "Rast" },
    statement: {
      en: "Nobody works more than stretch_minutes in a row: longer presence holds one unpaid break, and is no longer than one break allows.",
      sv: "Ingen arbetar mer än stretch_minutes i sträck: längre närvaro innehåller en obetald rast och är inte längre än en rast medger.",
    },
    formula: {
      en: "Σ over stretches of work: max(0, length − (2 × stretch_minutes + break_minutes)), and of pauses inside those longer than stretch_minutes: break_minutes − pause",
      sv: "Σ över sammanhängande arbete: max(0, längd − (2 × stretch_minutes + break_minutes)), och över uppehåll inuti det som är längre än stretch_minutes: break_minutes − uppehåll",
    },
    source: {
      en: "Arbetstidslagen (1982:673) 15 §: no more than five hours in a row",
      sv: "Arbetstidslagen (1982:673) 15 §: högst fem timmar i följd",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { minutes: 4 },
  },
  parameters: {
    stretch_minutes: {
      kind: "minutes",
      default: 300,
      min: 60,
      max: 720,
      meaning: { en: "Longest work without a break", sv: "Längsta arbete utan rast" },
      source: {
        en: "Arbetstidslagen (1982:673) 15 § (read 2026-11)",
        sv: "Arbetstidslagen (1982:673) 15 § (läst 2026-11)",
      },
    },
    break_minutes: {
      kind: "minutes",
      default: 30,
      min: 0,
      max: 120,
      meaning: { en: "Length of the unpaid break", sv: "Den obetalda rastens längd" },
      source: {
        en: "Practice in municipalities (2026-11); the statute names no length",
        sv: "Praxis i kommuner (2026-11); lagen anger ingen längd",
      },
    },
  },
  forbidsDuty(duty, { instance }, terms) {
    const rows = duty.parts.map(({ time }) => ({ date: duty.date, office: duty.office, time }));
    return amountOf(
      sum(faultsOf(instance, rows, terms), ({ amount }) => amount),
      "minutes",
    );
  },
  *check(rota, terms) {
    for (const member of rota.instance.theCase.staff) {
      for (const { date, rows } of rota.workDays(member.id)) {
        for (const fault of faultsOf(rota.instance, rows, terms)) {
          yield {
            date,
            staff: member.id,
            time: fault.time,
            actual: fault.actual,
            limit: fault.limit,
            amount: fault.amount,
            unit: "minutes",
            ...wordsOf(fault, member.name, date, terms),
          };
        }
      }
    }
  },
});

interface Terms {
  readonly stretch_minutes: number;
  readonly break_minutes: number;
}

interface Fault {
  readonly kind: "stretch" | "pause";
  readonly time: Interval;
  readonly actual: number;
  readonly limit: number;
  readonly amount: number;
}

/** What of a person's rows of a date breaks the rule: stretches that are too long, and pauses that are too short. */
function faultsOf(instance: Instance, rows: readonly WorkedTime[], terms: Terms): Fault[] {
  const { stretch_minutes, break_minutes } = terms;
  const presence = timeAtWork(instance, rows);
  const longest = 2 * stretch_minutes + break_minutes;
  return stretchesOf(presence, { breakMinutes: break_minutes }).flatMap((time): Fault[] => {
    const actual = minutesOf(time);
    if (actual <= stretch_minutes) return [];
    const over = actual - longest;
    const pauses = presence.length === 1 ? [] : subtract([time], presence);
    return [
      ...(over > 0
        ? [{ kind: "stretch", time, actual, limit: longest, amount: over } as const]
        : []),
      ...pauses
        .filter((pause) => !isClosing(instance, rows, pause))
        .map((pause): Fault => {
          const minutes = minutesOf(pause);
          const amount = break_minutes - minutes;
          return { kind: "pause", time: pause, actual: minutes, limit: break_minutes, amount };
        }),
    ];
  });
}

/** True for a pause that the office makes by closing, and not the rota: the break is taken beside it. */
function isClosing(instance: Instance, rows: readonly WorkedTime[], pause: Interval): boolean {
  const { date, office } = rows[0]!;
  const sameOffice = rows.every((row) => row.office === office);
  return (
    sameOffice && minutesOutside([pause], instance.openHours(office, date)) === minutesOf(pause)
  );
}

function wordsOf(
  { kind, time, actual }: Fault,
  name: string,
  date: IsoDate,
  { stretch_minutes, break_minutes }: Terms,
): Pick<Finding, "message" | "advice"> {
  const day = dateWords(date);
  const when = timeWords(time);
  return kind === "stretch"
    ? {
        message: {
          en: `${name} is at work ${when} on ${day.en}: one break does not keep each part within ${durationWords(stretch_minutes)}.`,
          sv: `${name} arbetar ${when} ${day.sv}: en rast räcker inte för att varje del ska rymmas inom ${durationWords(stretch_minutes)}.`,
        },
        advice: { en: "Shorten the duty.", sv: "Korta passet." },
      }
    : {
        message: {
          en: `${name} has a pause of ${actual} min, ${when} on ${day.en}: a break is at least ${break_minutes} min, and the work around it is longer than ${durationWords(stretch_minutes)}.`,
          sv: `${name} har ett uppehåll på ${actual} min, ${when} ${day.sv}: en rast är minst ${break_minutes} min, och arbetet runt omkring är längre än ${durationWords(stretch_minutes)}.`,
        },
        advice: {
          en: "Make the pause a whole break, or shorten the duty.",
          sv: "Gör uppehållet till en hel rast, eller korta passet.",
        },
      };
}
