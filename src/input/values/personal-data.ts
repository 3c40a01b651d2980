import { isIsoDate } from "../../domain/calendar.js";
import type { Text } from "../../domain/text.js";
import { foldWord } from "./suggest.js";

/** What a column of personal data would hold that rota must never be given. */
export type Sensitive = "absence-reason" | "identity-number";

const IDENTITY_HEADERS = ["personnummer", "personnr", "pnr", "ssn", "personalidentitynumber"];
const IDENTITY_PARTS = ["personnummer", "samordningsnummer", "identitynumber", "socialsecurity"];
const REASON_HEADERS = ["orsak", "anledning", "reason", "why", "sick", "illness", "vab", "health"];
const REASON_PARTS = [
  "orsak",
  "reason",
  "franvaro",
  "absence",
  "diagnos",
  "sjuk",
  "halsa",
  "illness",
  "medical",
];

/**
 * What sensitive data a header announces, or null. Reasons for absence are only looked for where `aboutPeople`:
 * a closed office may have its reason.
 */
export function sensitiveHeader(header: string, aboutPeople: boolean): Sensitive | null {
  const word = foldWord(header);
  const says = (words: readonly string[], parts: readonly string[]) =>
    words.includes(word) || parts.some((part) => word.includes(part));
  if (says(IDENTITY_HEADERS, IDENTITY_PARTS)) return "identity-number";
  return aboutPeople && says(REASON_HEADERS, REASON_PARTS) ? "absence-reason" : null;
}

/**
 * True when a text holds something that is written, dated and checksummed like a Swedish personal identity number or
 * coordination number: ten or twelve digits, with any dash or none, in any width of digits. Ten digits in a row that begin
 * with `07` are let pass: a mobile number by far, or somebody not yet twenty.
 */
export function holdsIdentityNumber(text: string): boolean {
  if (!/\p{Nd}{4}/u.test(text)) return false;
  const plain = text.normalize("NFKC");
  return [...plain.matchAll(PACKED), ...plain.matchAll(DASHED)].some(([whole, ...parts]) => {
    const [year, month, day, tail] = parts as [string, string, string, string];
    // Coordination numbers have 60 added to the day. 29 February is let pass in any year: the century is unknown.
    const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
    return (
      !/^07\d{8}$/.test(whole) &&
      isIsoDate(`2000-${month}-${String(date).padStart(2, "0")}`) &&
      hasCheckDigit(`${year}${month}${day}${tail}`)
    );
  });
}

/** `8507099805`, `850709-9805`, `19850709 - 9805`. */
const PACKED = /(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})(?: ?[-+‐‑‒–—−] ?| )?(\d{4})(?!\d)/g;
/** `1985-07-09-9805`. */
const DASHED = /(?<!\d)(?:18|19|20)?(\d{2})[-./](\d{2})[-./](\d{2}) ?[-+‐‑‒–—−] ?(\d{4})(?!\d)/g;

/** True when a word for a person's status tells why the person is away, such as `sjuk` or `VAB`. */
export function tellsReason(word: string): boolean {
  const folded = foldWord(word);
  return STATUS_REASONS.includes(folded) || STATUS_PARTS.some((part) => folded.includes(part));
}

const STATUS_REASONS = ["vab", "vob", "ill", "sick", "tjl", "pappaledig", "mammaledig"];
const STATUS_PARTS = [
  "sjuk",
  "sick",
  "illness",
  "foraldra",
  "parental",
  "maternity",
  "paternity",
  "rehab",
  "vardav",
  "medical",
  "funeral",
  "begravning",
];

/** The Luhn check of a number of ten digits. */
function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits, Number).reduce((total, digit, i) => {
    const weighed = i % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

/** Why a status that tells the reason for an absence is refused. */
export const WHY_NO_REASON: Text = {
  en:
    "the cell tells why somebody is away; reasons for absence are sensitive personal data " +
    "(dataskyddslagen 2018:218, chapter 3) and rota never needs them",
  sv:
    "cellen berättar varför någon är borta; skäl till frånvaro är känsliga personuppgifter " +
    "(dataskyddslagen 2018:218, 3 kap.) och rota behöver dem aldrig",
};

/** Why a column or cell of sensitive data is refused. */
export const WHY_REFUSED: Readonly<Record<Sensitive, Text>> = {
  "absence-reason": {
    en:
      "the column would hold reasons for absence; these are sensitive personal data (dataskyddslagen 2018:218, chapter 3) " +
      "and rota never needs them: it is enough that a person is unavailable",
    sv:
      "kolumnen skulle innehålla skäl till frånvaro; det är känsliga personuppgifter (dataskyddslagen 2018:218, 3 kap.) " +
      "och rota behöver dem aldrig: det räcker att en person inte är tillgänglig",
  },
  "identity-number": {
    en:
      "personal identity numbers are refused (dataskyddslagen 2018:218, chapter 3): " +
      "rota needs nothing but a short name or staff id that you choose",
    sv:
      "personnummer tas inte emot (dataskyddslagen 2018:218, 3 kap.): " +
      "rota behöver bara ett kort namn eller ett anställnings-id som ni väljer själva",
  },
};
