import { quoted } from "../notice.js";
import { ok, type Parsed, refuse } from "../values/codec.js";
import { parseDecimal } from "../values/numbers.js";

/** The most values that one range may have, and the most scenarios that one run may have. */
export const MOST_SCENARIOS = 10_000;

const RANGE =
  /^([+-]?[\d\s.,]*?\d)\s*\.\.\s*([+-]?\d[\d\s.,]*?)(?:\s+(?:step|steg)\s+([\d\s.,]*\d))?$/i;

/**
 * The values that a cell asks for: one, or several when it is a range (`2..6`, `0.5..1 step 0.1`) or a list (`2|4`, or
 * `a||b` where `|` is a part of the values). What the column accepts as it stands is one value, so `mon|wed` stays whole.
 */
export function alternatives(
  cell: string,
  accepts: (cell: string) => boolean,
): Parsed<readonly string[]> {
  if (cell.includes("||")) return distinct(cell, cell.split("||"));
  if (cell === "" || accepts(cell)) return ok([cell]);
  const range = RANGE.exec(cell);
  if (range) return rangeOf(cell, range[1]!, range[2]!, range[3] ?? null);
  return cell.includes("|") ? distinct(cell, cell.split("|")) : ok([cell]);
}

function distinct(cell: string, parts: readonly string[]): Parsed<readonly string[]> {
  const values = parts.map((part) => part.trim());
  if (values.includes("") || new Set(values).size < values.length) {
    return refuse({
      en: `${quoted(cell)} has an empty value or one that stands twice`,
      sv: `${quoted(cell)} har ett tomt värde eller ett som står två gånger`,
    });
  }
  return ok(values);
}

/** The values from `low` to `high`; without a step they go by ones of their last decimal. */
function rangeOf(
  cell: string,
  low: string,
  high: string,
  step: string | null,
): Parsed<readonly string[]> {
  const decimals = Math.max(...[low, high, step ?? "0"].map(decimalsOf));
  const unit = 10 ** decimals;
  const parts = [low, high, step ?? String(1 / unit)].map(parseDecimal);
  const [from, to, by] = parts.map((part) =>
    "value" in part ? Math.round(part.value * unit) : Number.NaN,
  ) as [number, number, number];
  if (Number.isNaN(from + to + by)) {
    return refuse({
      en: `${quoted(cell)} is no range of numbers`,
      sv: `${quoted(cell)} är inget intervall av tal`,
    });
  }
  if (to < from || by <= 0) {
    return refuse({
      en: `${quoted(cell)} has no values: write the least one first and a step above 0`,
      sv: `${quoted(cell)} saknar värden: skriv det minsta först och ett steg över 0`,
    });
  }
  const count = Math.floor((to - from) / by) + 1;
  if (count > MOST_SCENARIOS) {
    return refuse({
      en: `${quoted(cell)} has ${count} values, more than ${MOST_SCENARIOS}; choose a larger step`,
      sv: `${quoted(cell)} har ${count} värden, fler än ${MOST_SCENARIOS}; välj ett större steg`,
    });
  }
  return ok(Array.from({ length: count }, (_, k) => String((from + k * by) / unit)));
}

function decimalsOf(number: string): number {
  return /[.,](\d+)\s*$/.exec(number)?.[1]?.length ?? 0;
}
