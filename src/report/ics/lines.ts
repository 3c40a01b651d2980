/** One content line of a calendar: the property's name, and its value as it stands in the file. */
export interface ContentLine {
  readonly name: string;
  readonly value: string;
}

/** Octets that RFC 5545 lets a line have before it must be folded. */
const LINE_OCTETS = 75;

/** Text as the value of a property (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** Content lines as the text of a file: folded at 75 octets, never inside a letter, each ended by CRLF. */
export function written(lines: readonly ContentLine[]): string {
  return lines.map(({ name, value }) => `${folded(`${name}:${value}`)}\r\n`).join("");
}

/** The content lines of a text that {@link written} made; lines of another kind are left out. */
export function contentLines(text: string): ContentLine[] {
  const unfolded = text.replace(/\r?\n[ \t]/g, "");
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const match = /^([A-Z0-9-]+):(.*)$/.exec(line);
    return match ? [{ name: match[1]!, value: match[2]! }] : [];
  });
}

function folded(line: string): string {
  const parts = [""];
  let octets = 0;
  for (const letter of line) {
    const more = new TextEncoder().encode(letter).length;
    if (octets + more > LINE_OCTETS) {
      parts.push("");
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += more;
  }
  return parts.join("\r\n ");
}
