import type { Office } from "../domain/case.js";
import { groupBy, sum } from "../domain/collections.js";
import type { Instance } from "../domain/instance.js";
import { minutesOf } from "../domain/interval.js";
import { durationWords } from "../domain/words.js";
import { askedMinutes } from "../domain/workload.js";
import type { RowSubject } from "./row-subject.js";
import type { Term } from "./rule.js";
import { atLeast, defineRule } from "./rule.js";

/**
 * Areas are served in proportion to their residents.
 *
 * Formula: for each area, max(0, (1 − tolerance) × its part of all residents × asked minutes − minutes of presence there).
 * Asked is the staffed time that the offices with residents ask for at the least (min_staff in every opening, and the
 * evenings), so the limits are known in advance and the measure is linear; a ratio between two areas of the rota would be
 * neither. Limits are whole half-hours.
 * Edges: an office without an area is one by itself; one without residents takes no part; off by default, since opening
 * hours, which no rota changes, decide most of it.
 */
export const serviceEquity = defineRule({
  meta: {
    id: "service-equity",
    title: { en: "Equal service", sv: "Likvärdig service" },
    statement: {
      en: "Each area has its residents' part of the staffed hours, give or take tolerance_percent.",
      sv: "Varje område har sina invånares del av de bemannade timmarna, med en avvikelse på högst tolerance_percent.",
    },
    formula: {
      en: "Σ over areas: max(0, (1 − tolerance) × residents / all residents × asked minutes − present minutes)",
      sv: "Σ över områden: max(0, (1 − tolerance) × invånare / alla invånare × efterfrågade minuter − minuter på plats)",
    },
    source: {
      en: "The assignment: equal service in all areas; residents in offices.csv",
      sv: "Uppdraget: likvärdig service i alla områden; invånare i offices.csv",
    },
    severity: "off",
    alwaysHard: false,
    weights: { "person-minutes": 1 },
  },
  parameters: {
    tolerance_percent: {
      kind: "integer",
      default: 20,
      min: 0,
      max: 100,
      meaning: {
        en: "Shortfall that nobody minds, in percent of the area's part",
        sv: "Brist som godtas, i procent av områdets del",
      },
      source: { en: "Practice (2026-11)", sv: "Praxis (2026-11)" },
    },
  },
  *constrain(candidates, { tolerance_percent }) {
    const { instance } = candidates;
    for (const { subject, offices, least } of areasOf(instance, tolerance_percent)) {
      const terms = offices.flatMap(({ id }) =>
        instance.dates
          .flatMap((date) => candidates.at(id, date))
          .map((duty): Term => [duty.variable, sum(duty.presence, minutesOf)]),
      );
      yield atLeast(subject, terms, least, { scale: 1, unit: "person-minutes" });
    }
  },
  *check(rota, { tolerance_percent }) {
    const { instance } = rota;
    for (const { name, offices, least } of areasOf(instance, tolerance_percent)) {
      const present = sum(offices, ({ id }) =>
        sum(instance.dates, (date) => sum(rota.presencesAt(id, date), minutesOf)),
      );
      if (present >= least) continue;
      const names = offices.map((office) => office.name).join(", ");
      yield {
        office: offices[0]!.id,
        actual: present,
        limit: least,
        amount: least - present,
        unit: "person-minutes",
        message: {
          en: `${name} (${names}) has ${durationWords(present)} of staff; its residents' part is ${durationWords(least)}.`,
          sv: `${name} (${names}) har ${durationWords(present)} personaltid; invånarnas del är ${durationWords(least)}.`,
        },
        advice: {
          en: "Open longer there, or raise min_staff, at the cost of an area that has more.",
          sv: "Öppna längre där, eller höj minst_personal, på bekostnad av ett område som har mer.",
        },
      };
    }
  },
});

const HALF_HOUR = 30;

/** Each area with residents, and the least minutes of presence that it is due. */
function areasOf(
  instance: Instance,
  tolerance: number,
): { subject: RowSubject; name: string; offices: readonly Office[]; least: number }[] {
  const offices = instance.theCase.offices.filter(({ residents }) => residents !== null);
  const residents = (own: readonly Office[]) => sum(own, (office) => office.residents!);
  const asked = sum(offices, (office) => askedMinutes(instance, office));
  const all = Math.max(1, residents(offices));
  const areas = groupBy(offices, ({ id, area }) =>
    area === null ? `office ${id}` : `area ${area}`,
  );
  return [...areas.values()].map((own) => {
    const due = ((1 - tolerance / 100) * residents(own) * asked) / all;
    const { id, area, name: office } = own[0]!;
    const subject = area === null ? { office: id } : { area };
    return {
      subject,
      name: area ?? office,
      offices: own,
      least: HALF_HOUR * Math.round(due / HALF_HOUR),
    };
  });
}
