import type { Language, Text } from "../domain/text.js";
import { dateWords } from "../domain/words.js";
import type { ReportDisruption } from "../outputs/repair.js";
import type { Named, ShownRota } from "./shown-rota.js";

/** What has happened to the people and offices of a rota that is shown, a line each after an empty one; none without. */
export function happenedLines(
  rows: readonly ReportDisruption[],
  { people, offices }: ShownRota,
  language: Language,
): string[] {
  const lines = rows.map(({ staff, office, first, last }) => {
    const who = staff === null ? nameIn(offices, office) : nameIn(people, staff);
    const what = staff === null ? CLOSED : AWAY;
    const until = first === last ? "" : ` – ${dateWords(last)[language]}`;
    return `${who} ${what[language]} ${dateWords(first)[language]}${until}`;
  });
  return lines.length === 0 ? [] : ["", ...lines];
}

function nameIn(among: readonly Named[], id: string | null): string {
  return among.find((own) => own.id === id)?.name ?? id ?? "";
}

const AWAY: Text = { en: "is away", sv: "är borta" };
const CLOSED: Text = { en: "is closed", sv: "är stängt" };
