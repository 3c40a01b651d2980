/**
 * The letters of the bytes 0x80 to 0x9F in Windows-1252; five of them stand for nothing. Every other byte is the character of
 * the same number. The decoder of Node 20 takes these bytes for control characters, as Latin-1 has them.
 */
const HIGH = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/** The text of bytes in Windows-1252. */
export function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + PART)));
  }
  return parts.join("").replace(/[\u0080-\u009F]/g, (byte) => HIGH[byte.charCodeAt(0) - 0x80]!);
}

/** How many bytes are taken at a time: a call has room for so many arguments. */
const PART = 8192;
