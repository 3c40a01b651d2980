import type { Text } from "../../domain/text.js";
import { count } from "../../domain/words.js";
import type {
  StressOutcome,
  StressReport,
  StressStrain,
  StressVacancy,
} from "../../outputs/stress.js";

/** How the rota stands up to absences of a day, in a sentence. */
export function verdictWords({ strains, complete }: StressReport): Text {
  const days = strains.filter(({ kind }) => kind === "day");
  const mended = days.filter(({ outcome }) => outcome === "mended");
  const single = mended.filter(({ changes }) => changes <= 1);
  return {
    en: `${mended.length} of ${count(days.length, "absence", "absences")} of a day can be mended, ${single.length} with at most one change.${complete ? "" : " Cut short: not every absence has been tried to the end."}`,
    sv: `${mended.length} av ${count(days.length, "frånvarodag", "frånvarodagar")} går att laga, ${single.length} med högst en ändring.${complete ? "" : " Avbrutet: alla frånvarofall har inte prövats färdigt."}`,
  };
}

/** What comes of an absence, such as `mended with 2 changes`. */
export function outcomeWords({ outcome, changes, fewest }: StressStrain): Text {
  if (outcome === "broken") return { en: "cannot be mended", sv: "går inte att laga" };
  if (outcome === "open") {
    return { en: "no repair found", sv: "ingen lagning hittad" };
  }
  if (changes === 0) return { en: "needs no change", sv: "kräver ingen ändring" };
  const most = fewest ? { en: "", sv: "" } : { en: "at most ", sv: "högst " };
  return {
    en: `mended with ${most.en}${count(changes, "change", "changes")}`,
    sv: `går att laga med ${most.sv}${count(changes, "ändring", "ändringar")}`,
  };
}

/** What filling a vacancy would do. */
export function vacancyWords(vacancy: StressVacancy): Text {
  const { filled, lostBefore, lostAfter, changesBefore, changesAfter } = vacancy;
  return {
    en: `With a vacancy filled (${filled}): ${lostAfter} instead of ${lostBefore} absences that are not mended, and ${changesAfter} instead of ${changesBefore} changes in all.`,
    sv: `Med en vakans tillsatt (${filled}): ${lostAfter} i stället för ${lostBefore} frånvarofall som inte har lagats, och ${changesAfter} i stället för ${changesBefore} ändringar totalt.`,
  };
}

/** A word for an outcome. */
export const OUTCOMES: Readonly<Record<StressOutcome, Text>> = {
  mended: { en: "can be mended", sv: "går att laga" },
  broken: { en: "cannot be mended", sv: "går inte att laga" },
  open: { en: "not known", sv: "inte känt" },
};

/** Headings that the text and the page share. */
export const LABELS = {
  title: { en: "What happens when somebody is away", sv: "Vad som händer när någon är borta" },
  people: { en: "On whom the rota hangs", sv: "Vilka schemat hänger på" },
  skills: {
    en: "Skills and departments, the thinnest first",
    sv: "Kompetenser och förvaltningar, de tunnaste först",
  },
  lost: { en: "Absences that are not mended", sv: "Frånvaro som inte har lagats" },
  picture: { en: "Day by day", sv: "Dag för dag" },
  person: { en: "Person", sv: "Person" },
  lostDays: { en: "Days not mended", sv: "Dagar som inte har lagats" },
  hardDays: { en: "Days with more than one change", sv: "Dagar med mer än en ändring" },
  days: { en: "Days with a duty", sv: "Dagar med pass" },
  week: { en: "A week away", sv: "Borta en vecka" },
  month: { en: "The month away", sv: "Borta hela månaden" },
  skill: { en: "What is needed", sv: "Det som behövs" },
  holders: { en: "People who have it", sv: "Personer som har det" },
  margin: { en: "Can be spared on the thinnest date", sv: "Kan undvaras det tunnaste datumet" },
  thin: { en: "Dates when nobody can be spared", sv: "Datum då ingen kan undvaras" },
} as const satisfies Readonly<Record<string, Text>>;
