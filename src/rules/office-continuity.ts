import type { Instance } from "../domain/instance.js";
import { earlierAssignments } from "../domain/rota-view.js";
import { count } from "../domain/words.js";
import { idWord } from "./row-subject.js";
import { atMost, defineRule } from "./rule.js";

/**
 * Citizens meet people whom they have met before.
 *
 * Formula: for each office, max(0, new faces − `max_new`). A new face is a person who works at the office in the period and
 * not in the history; whether for a day or for the whole month counts the same.
 * Edges: off by default; without any history nobody is known, and everybody is new.
 */
export const officeContinuity = defineRule({
  meta: {
    id: "office-continuity",
    title: { en: "Known faces", sv: "Kända ansikten" },
    statement: {
      en: "No more than max_new people work at an office who have not worked there before.",
      sv: "Högst max_new personer arbetar på ett kontor utan att ha arbetat där förut.",
    },
    formula: {
      en: "Σ over offices: max(0, people there in the period and not in the history − max_new)",
      sv: "Σ över kontor: max(0, personer där under perioden men inte i historiken − max_new)",
    },
    source: { en: "Practice; history.csv", sv: "Praxis; history.csv" },
    severity: "off",
    alwaysHard: false,
    weights: { people: 240 },
  },
  parameters: {
    max_new: {
      kind: "integer",
      default: 1,
      min: 0,
      max: 1000,
      meaning: {
        en: "New faces at an office in a period that nobody minds",
        sv: "Nya ansikten på ett kontor under en period som godtas",
      },
      source: { en: "Practice (2026-11)", sv: "Praxis (2026-11)" },
    },
  },
  *constrain(candidates, { max_new }) {
    const { instance } = candidates;
    const known = knownFaces(instance);
    for (const office of instance.theCase.offices) {
      const terms = instance.theCase.staff
        .filter(({ id }) => !known.has(`${id} ${office.id}`))
        .flatMap(({ id }) =>
          candidates.anyOf(
            `${idWord(id)} works at ${idWord(office.id)}`,
            instance.dates
              .flatMap((date) => candidates.of(id, date))
              .filter((duty) => duty.office === office.id),
          ),
        );
      yield atMost({ office: office.id }, terms, max_new, { scale: 1, unit: "people" });
    }
  },
  *check(rota, { max_new }) {
    for (const office of rota.instance.theCase.offices) {
      const rows = rota.instance.dates.flatMap((date) => rota.at(office.id, date));
      const faces = [...new Set(rows.map(({ staff }) => staff))];
      const fresh = faces.filter(
        (staff) =>
          rota.instance.member(staff) !== undefined &&
          rota.historyOf(staff).every((row) => row.office !== office.id),
      );
      if (fresh.length <= max_new) continue;
      const names = fresh.sort().map((id) => rota.instance.member(id)?.name ?? id);
      yield {
        office: office.id,
        actual: fresh.length,
        limit: max_new,
        amount: fresh.length - max_new,
        unit: "people",
        message: {
          en: `${count(fresh.length, "person is", "people are")} new at ${office.name}: ${names.join(", ")}; at most ${max_new} are wanted.`,
          sv: `${count(fresh.length, "person är ny", "personer är nya")} på ${office.name}: ${names.join(", ")}; högst ${max_new} önskas.`,
        },
        advice: {
          en: "Let people go where they have been before.",
          sv: "Låt var och en arbeta där den har varit förut.",
        },
      };
    }
  },
});

/** Who has worked where in the history, as `person office`. */
function knownFaces(instance: Instance): Set<string> {
  return new Set(earlierAssignments(instance).map(({ staff, office }) => `${staff} ${office}`));
}
