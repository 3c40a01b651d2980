import { quoted } from "../notice.js";
import { type Codec, codec, ok, type Parsed, readCell, refuse } from "./codec.js";
import { integer } from "./numbers.js";

const LARGEST = 366;
const times = integer({ max: LARGEST });

/** Numbers of times by shift, as `late=4|night=0`; each shift once. */
export const shiftCounts: Codec<ReadonlyMap<string, number>> = codec(
  {
    en: `shifts with a number from 0 to ${LARGEST}, such as late=4|night=0`,
    sv: `pass med ett antal från 0 till ${LARGEST}, till exempel sent=4|natt=0`,
  },
  (cell) => {
    const counts = new Map<string, number>();
    for (const part of cell.split("|").filter((own) => own.trim() !== "")) {
      const parsed = readPart(part.trim());
      if ("fault" in parsed) return parsed;
      const [shift, times] = parsed.value;
      if (counts.has(shift)) {
        return refuse({
          en: `${quoted(shift)} stands there twice`,
          sv: `${quoted(shift)} står där två gånger`,
        });
      }
      counts.set(shift, times);
    }
    return counts.size > 0 ? ok(counts) : refuse({ en: "the list is empty", sv: "listan är tom" });
  },
);

/** The last `=` parts the shift from its number: a shift may have one in its name. */
function readPart(part: string): Parsed<readonly [shift: string, times: number]> {
  const cut = part.lastIndexOf("=");
  const shift = part.slice(0, Math.max(0, cut)).trim();
  if (shift === "") {
    return refuse({
      en: `${quoted(part)} is no shift with a number`,
      sv: `${quoted(part)} är inget pass med ett antal`,
    });
  }
  const read = readCell(times.schema, part.slice(cut + 1).trim());
  return "fault" in read ? read : ok([shift, read.value]);
}
