/** Longest encoded id that is used as it is, in bytes: file systems take names of 255 bytes. */
const LONGEST = 120;

/**
 * An id as a part of a file name or UID. Small letters a to z, å, ä, ö, digits and `-` stay; every other character is
 * written as its code point between `_`. So two ids never get the same name, not even where letter case makes no
 * difference, and no name means anything to an operating system (`../x`, `CON`, trailing points). Very long ones are cut
 * and end in a hash of the whole, after a `~`.
 */
export function safeName(id: string): string {
  const encoded = [...id]
    .map((letter) =>
      /[a-z0-9åäö-]/.test(letter) ? letter : `_${letter.codePointAt(0)!.toString(16)}_`,
    )
    .join("");
  const start = cutTo(encoded, LONGEST);
  return start === encoded ? encoded : `${start}~${hashOf(id)}`;
}

/** The start of a text that takes no more than so many bytes in UTF-8. */
function cutTo(text: string, bytes: number): string {
  let taken = 0;
  let length = 0;
  for (const letter of text) {
    taken += new TextEncoder().encode(letter).length;
    if (taken > bytes) break;
    length += letter.length;
  }
  return text.slice(0, length);
}

/** 128 bits of FNV-1a as hexadecimal digits. */
function hashOf(text: string): string {
  const prime = 0x0000000001000000000000000000013bn;
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * prime);
  }
  return hash.toString(16).padStart(32, "0");
}
