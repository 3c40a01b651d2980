import type { Text } from "../../domain/text.js";
import { meant, quoted } from "../notice.js";
import { type Codec, codec, ok, type Parsed, refuse } from "./codec.js";

/** Least and greatest value that is accepted, in the unit of the cell. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** Beyond this a number is a slip of the hand, and sums of such numbers are still exact. */
const LARGEST = 1_000_000_000;

/** A whole number from `min` (0) to `max`; `1 000` and `12,0` are accepted. */
export function integer(limits: Limits = {}): Codec<number> {
  const bounds = { min: 0, max: LARGEST, ...limits };
  const expected: Text = {
    en: `a whole number${rangeWords(bounds).en}`,
    sv: `ett heltal${rangeWords(bounds).sv}`,
  };
  return codec(expected, (cell) => {
    const parsed = parseDecimal(cell);
    if ("fault" in parsed) return parsed;
    if (!Number.isInteger(parsed.value)) return refuse(notWhole(cell));
    return inRange(cell, parsed.value, bounds);
  });
}

/** Hours, as `37,5`, `37.5` or `37:30`, read as whole minutes. */
export function hours(limits: Limits = {}): Codec<number> {
  const bounds = { min: 0, max: 10_000_000, ...limits };
  const expected: Text = {
    en: `hours${rangeWords(bounds).en}, such as 37,5 or 37:30`,
    sv: `timmar${rangeWords(bounds).sv}, till exempel 37,5 eller 37:30`,
  };
  return codec(expected, (cell) => {
    const clock = /^(\d{1,7}):([0-5]\d)$/.exec(cell);
    const parsed = clock
      ? ok(Number(clock[1]) + Number(clock[2]) / 60)
      : parseDecimal(cell.replace(/\s*(h|tim|timmar|hours)$/i, ""));
    if ("fault" in parsed) return parsed;
    const likeClock = clockLike(cell);
    if (likeClock !== null) return likeClock;
    const checked = inRange(cell, parsed.value, bounds);
    return "fault" in checked ? checked : ok(Math.round(checked.value * 60));
  });
}

/**
 * Refuses hours such as `37.30`, which may be 37 hours and 30 minutes or 37 hours and 3 tenths. Quarters and thirds of an
 * hour (`37,25`, `36,33`) are decimals.
 */
function clockLike(cell: string): ReturnType<typeof refuse> | null {
  const [, whole, decimals] = /^(\d+)[.,](0?[1-9]|[1-5]\d)$/.exec(cell) ?? [];
  if (decimals?.length !== 2 || Number(decimals) % 5 !== 0) return null;
  if (decimals === "25" || decimals === "50") return null;
  const minutes = Math.round(Number(`0.${decimals}`) * 60);
  const clock = `${whole}:${decimals}`;
  const tenths = `${whole}:${String(minutes).padStart(2, "0")}`;
  return refuse(ambiguousHours(cell), {
    en: `Did you mean ${quoted(clock)} or ${quoted(tenths)}?`,
    sv: `Menade du ${quoted(clock)} eller ${quoted(tenths)}?`,
  });
}

function ambiguousHours(cell: string): Text {
  return {
    en: `${quoted(cell)} can be hours and minutes, or hours with decimals`,
    sv: `${quoted(cell)} kan vara timmar och minuter, eller timmar med decimaler`,
  };
}

/** A number with at most two decimals, also below 0, such as `-1,25`. */
export function decimal(): Codec<number> {
  const expected: Text = {
    en: "a number with at most two decimals, such as -1,25",
    sv: "ett tal med högst två decimaler, till exempel -1,25",
  };
  return codec(expected, (cell) => {
    const parsed = parseDecimal(cell);
    if ("fault" in parsed) return parsed;
    if (/[.,]\d{3,}$/.test(cell)) return refuse(tooFine(cell));
    return inRange(cell, parsed.value, { min: -LARGEST, max: LARGEST });
  });
}

/** Swedish kronor, as `2 000 000`, `349,50` or `349.50 kr`, read as whole öre. */
export function money(): Codec<number> {
  const expected: Text = {
    en: "an amount in kronor, such as 349,50 or 2 000 000",
    sv: "ett belopp i kronor, till exempel 349,50 eller 2 000 000",
  };
  return codec(expected, (cell) => {
    const parsed = parseDecimal(cell.replace(/\s*(kr|sek|kronor)$/i, ""));
    if ("fault" in parsed) return parsed;
    // Three decimals are no öre: 1.000 or 1,000 is a thousand to some and one to others.
    if (/[.,]\d{3,}/.test(cell)) return refuse(ambiguous(cell), meant(cell.replace(/[.,]/, "")));
    const checked = inRange(cell, parsed.value, { min: 0, max: 1_000_000_000_000 });
    return "fault" in checked ? checked : ok(Math.round(checked.value * 100));
  });
}

/** A part of a whole, as `0,75` or `75 %`, from 0 (not itself, when `positive`) to `max`. */
export function share(max: number, positive: boolean): Codec<number> {
  const [en, sv] = positive
    ? ["above 0 and at most", "över 0 och högst"]
    : ["from 0 to", "från 0 till"];
  const expected: Text = {
    en: `a share ${en} ${max}, such as 0,75 or 75 %`,
    sv: `en andel ${sv} ${decimalComma(max)}, till exempel 0,75 eller 75 %`,
  };
  return codec(expected, (cell) => {
    const percent = /^(.*?)\s*%$/.exec(cell);
    const parsed = parseDecimal(percent ? percent[1]! : cell);
    if ("fault" in parsed) return parsed;
    const value = percent ? Math.round(parsed.value * 1e6) / 1e8 : parsed.value;
    if (value > max && value <= 100 * max && !percent) {
      return refuse(outOfRange(cell), meant(`${cell} %`));
    }
    if (value < 0 || value > max || (positive && value === 0)) return refuse(outOfRange(cell));
    return ok(value);
  });
}

/** A number with decimal comma or point and spaces between thousands. */
export function parseDecimal(cell: string): Parsed<number> {
  const plain = cell.replace(/^[\u2212\p{Pd}]/u, "-").trim();
  if (/^[+-]?\d+([.,]\d+)?$/.test(plain) || /^[+-]?\d{1,3}( \d{3})+([.,]\d+)?$/.test(plain)) {
    const value = Number(plain.replace(/ /g, "").replace(",", "."));
    return Math.abs(value) <= LARGEST * 1000 ? ok(value) : refuse(outOfRange(cell));
  }
  if (/^\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(plain)) {
    const whole = plain.replace(/[.,](?=\d{3}(\D|$))/g, "");
    return refuse(ambiguous(cell), meant(whole));
  }
  const scientific = /^\d+([.,]\d+)?e\+?\d{1,2}$/i.test(plain);
  const suggestion = scientific ? meant(String(Number(plain.replace(",", ".")))) : null;
  return refuse(
    { en: `${quoted(cell)} is no number`, sv: `${quoted(cell)} är inget tal` },
    suggestion,
  );
}

function inRange(cell: string, value: number, { min, max }: Required<Limits>): Parsed<number> {
  return value < min || value > max ? refuse(outOfRange(cell)) : ok(value);
}

/** Words such as ` from 1 to 7` for a range; nothing is said of a limit that nobody reaches. */
function rangeWords({ min, max }: Required<Limits>): Text {
  return max >= 10_000_000
    ? { en: `, ${min} or more`, sv: `, ${min} eller mer` }
    : { en: ` from ${min} to ${max}`, sv: ` från ${min} till ${max}` };
}

function decimalComma(value: number): string {
  return String(value).replace(".", ",");
}

function notWhole(cell: string): Text {
  return { en: `${quoted(cell)} is no whole number`, sv: `${quoted(cell)} är inget heltal` };
}

function tooFine(cell: string): Text {
  return {
    en: `${quoted(cell)} has more than two decimals`,
    sv: `${quoted(cell)} har fler än två decimaler`,
  };
}

function outOfRange(cell: string): Text {
  return { en: `${quoted(cell)} is out of range`, sv: `${quoted(cell)} ligger utanför gränserna` };
}

function ambiguous(cell: string): Text {
  return {
    en: `${quoted(cell)} can be read in two ways; write thousands with a space or nothing between`,
    sv: `${quoted(cell)} kan läsas på två sätt; skriv tusental med mellanslag eller utan avgränsare`,
  };
}
