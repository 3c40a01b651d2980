import type { Weekday } from "../domain/calendar.js";
import { monthOf, weekdayOf } from "../domain/calendar.js";
import type { EveningRow, Office } from "../domain/case.js";
import { groupBy } from "../domain/collections.js";
import type { EveningWindow, Instance } from "../domain/instance.js";
import { heldByDay, keptByDay, onAllowedWeekday } from "../domain/instance.js";
import type { RotaView } from "../domain/rota-view.js";
import type { Text } from "../domain/text.js";
import { count, weekdayName } from "../domain/words.js";
import { closedReasons } from "./closed-words.js";
import { atLeast, atMost, defineRule } from "./rule.js";

/**
 * Each office holds its evenings: not fewer than `min_evenings` and not more than `max_evenings` a month.
 *
 * Formula: for each office and month, max(0, min − held) + max(0, held − max).
 * Source of the default: at least two evenings a month, 16–18, at each office.
 * Edges: evenings that the day opening covers count as held on the weekdays that the office allows, and never as too many; a
 * month without any date on which the office could open still owes its evenings.
 */
export const eveningCount = defineRule({
  meta: {
    id: "evening-count",
    title: { en: "Evenings a month", sv: "Kvällar per månad" },
    statement: {
      en: "Each office is open on at least as many evenings a month as it must be, and on no more than it may.",
      sv: "Varje kontor har kvällsöppet minst så många kvällar i månaden som det ska, och inte fler än det får.",
    },
    formula: {
      en: "Σ over offices and months: max(0, min_evenings − held) + max(0, held − max_evenings)",
      sv: "Σ över kontor och månader: max(0, minst_kvällar − hållna) + max(0, hållna − högst_kvällar)",
    },
    source: {
      en: "evenings.csv; the assignment: evening opening 16–18 at least two evenings a month at each office",
      sv: "evenings.csv; uppdraget: kvällsöppet 16–18 minst två kvällar i månaden vid respektive kontor",
    },
    severity: "hard",
    alwaysHard: false,
    weights: { evenings: 960 },
  },
  parameters: {},
  *constrain(candidates) {
    for (const { office, month, requirement } of officeMonths(candidates.instance)) {
      const own = candidates.evenings.filter(
        (evening) => evening.office === office.id && monthOf(evening.date) === month,
      );
      const fixed = own.filter(keptByDay).length;
      const terms = own.flatMap(({ variable }) =>
        variable === null ? [] : [[variable, 1] as const],
      );
      const measure = { scale: 1, unit: "evenings" } as const;
      const subject = { office: office.id, date: month };
      if (requirement.minEvenings > fixed) {
        yield atLeast(
          { ...subject, part: "least" },
          terms,
          requirement.minEvenings - fixed,
          measure,
        );
      }
      if (requirement.maxEvenings !== null) {
        yield atMost(
          { ...subject, part: "most" },
          terms,
          Math.max(0, requirement.maxEvenings - fixed),
          measure,
        );
      }
    }
  },
  *check(rota) {
    for (const { office, month, requirement } of officeMonths(rota.instance)) {
      const windows = rota.windows(office.id).filter(({ date }) => monthOf(date) === month);
      const held = windows.filter((window) =>
        heldByDay(window) ? keptByDay(window) : rota.isHeld(window),
      );
      const missing = requirement.minEvenings - held.length;
      const subject = {
        date: month,
        office: office.id,
        time: requirement.time,
        unit: "evenings",
      } as const;
      if (missing > 0) {
        yield {
          ...subject,
          actual: held.length,
          limit: requirement.minEvenings,
          amount: missing,
          message: {
            en: `${office.name} has ${count(held.length, "evening", "evenings")} in ${month}; it must have ${requirement.minEvenings}.`,
            sv: `${office.name} har ${count(held.length, "kväll", "kvällar")} i ${month}; det ska vara minst ${requirement.minEvenings}.`,
          },
          advice:
            closedAdvice(rota, office, month, requirement) ?? adviceFor(rota, windows, requirement),
        };
      }
      const chosen = held.filter((window) => !heldByDay(window)).length;
      const room = Math.max(0, (requirement.maxEvenings ?? Infinity) - (held.length - chosen));
      if (chosen > room) {
        yield {
          ...subject,
          actual: held.length,
          limit: requirement.maxEvenings!,
          amount: chosen - room,
          message: {
            en: `${office.name} has ${held.length} evenings in ${month}; at most ${requirement.maxEvenings} are allowed.`,
            sv: `${office.name} har ${held.length} kvällar i ${month}; högst ${requirement.maxEvenings} är tillåtna.`,
          },
          advice: { en: "Take away an evening.", sv: "Ta bort en kväll." },
        };
      }
    }
  },
});

function officeMonths(
  instance: Instance,
): { office: Office; month: string; requirement: EveningRow }[] {
  const months = [...groupBy(instance.dates, monthOf).keys()];
  return instance.theCase.offices.flatMap((office) =>
    months.flatMap((month) => {
      const requirement = instance.eveningRequirement(office.id, `${month}-01`);
      return requirement ? [{ office, month, requirement }] : [];
    }),
  );
}

/** What to do when no allowed date is left to hold an evening on; null: some date is. */
function closedAdvice(
  rota: RotaView,
  office: Office,
  month: string,
  requirement: EveningRow,
): Text | null {
  const { instance } = rota;
  const allowed = instance.dates.filter(
    (date) => monthOf(date) === month && requirement.weekdays.includes(weekdayOf(date)),
  );
  const closed = allowed.filter((date) => instance.isClosed(office.id, date));
  const left = allowed.some((date) => {
    const window = instance.eveningWindow(office.id, date);
    return window !== null && !heldByDay(window) && !rota.isHeld(window);
  });
  if (left) return null;
  const possible = allowed.length - closed.length;
  const fewer = {
    en: `promise ${possible} in ${month} (min_evenings in a row of evenings.csv for that month)`,
    sv: `lova ${possible} i ${month} (minst_kvällar på en rad i evenings.csv för den månaden)`,
  };
  if (closed.length === 0) {
    return {
      en: `Every allowed date has its evening already: allow more weekdays, or ${fewer.en}.`,
      sv: `Varje tillåtet datum har redan sin kväll: tillåt fler veckodagar, eller ${fewer.sv}.`,
    };
  }
  const why = closedReasons(instance, [office.id], closed);
  const all = possible === 0;
  return {
    en: `${office.name} is closed on ${all ? "all allowed dates" : "all other allowed dates"}${why.en}: ${fewer.en}, or open it on a date with a row in hours.csv.`,
    sv: `${office.name} är stängt ${all ? "alla tillåtna datum" : "alla övriga tillåtna datum"}${why.sv}: ${fewer.sv}, eller öppna ett datum med en rad i hours.csv.`,
  };
}

/** What would make another evening possible: a person more on the allowed weekdays, or a weekday on which people are free. */
function adviceFor(
  rota: RotaView,
  windows: readonly EveningWindow[],
  requirement: EveningRow,
): Text {
  const { weekdays, minStaff } = requirement;
  const open = windows.filter((window) => !rota.isHeld(window));
  const free = (window: EveningWindow) =>
    rota.instance.theCase.staff.filter((s) => rota.instance.couldServeEvening(s.id, window)).length;
  const allowed = open.filter(onAllowedWeekday);
  const enough = allowed.filter((window) => free(window) >= minStaff).length;
  if (enough > 0) {
    return {
      en: `${count(minStaff, "person is", "people are")} available on ${count(enough, "more allowed date", "more allowed dates")}, but other rules or duties take them: raise their hours or evenings, or ask for one more person.`,
      sv: `På ${count(enough, "tillåtet datum", "tillåtna datum")} till är ${minStaff} tillgängliga, men andra regler eller pass tar dem i anspråk: höj deras timmar eller kvällar, eller be om en person till.`,
    };
  }
  const most = Math.max(0, ...allowed.map(free));
  const others = open.filter((window) => !onAllowedWeekday(window) && free(window) >= minStaff);
  const better = [...new Set(others.map((window) => weekdayOf(window.date)))].sort();
  const names = (days: readonly Weekday[], lang: "en" | "sv") =>
    days.map((day) => weekdayName(day)[lang]).join(", ");
  const missing = minStaff - most;
  return {
    en: `On the other allowed dates (${names(weekdays, "en")}) at most ${count(most, "person is", "people are")} available in the evening and ${minStaff} are needed: ask for ${count(missing, "more person", "more people")} on one of them${better.length > 0 ? `, or allow ${names(better, "en")}, when enough people are available` : ""}.`,
    sv: `På övriga tillåtna datum (${names(weekdays, "sv")}) är högst ${count(most, "person tillgänglig", "personer tillgängliga")} på kvällen och ${minStaff} behövs: be om ${count(missing, "person till", "personer till")} på något av dem${better.length > 0 ? `, eller tillåt ${names(better, "sv")}, då tillräckligt många är tillgängliga` : ""}.`,
  };
}
