import fc from "fast-check";

/** One small damage to bytes. `at` and `length` are parts of the whole, so that a change stays the same while others shrink. */
export interface Mutation {
  readonly kind: "flip" | "insert" | "remove" | "double" | "cell" | "line" | "swap" | "cut";
  readonly at: number;
  readonly length: number;
  readonly token: string;
}

/** Texts that have broken programs, and words that mean something here. */
export const TOKENS: readonly string[] = [
  ..."\"';,\t|*#=+-@:%\\\0\n\r\u001b\u007f",
  '"";""',
  '"""',
  "\r\n",
  "sep=;\n",
  "\uFEFF",
  "\u200F",
  "\u202E",
  "\u200B",
  "\u2028",
  "\u00A0",
  "\uD800",
  "\uDC00\uD800",
  "\uFFFD",
  "a\u030A",
  "Å",
  "ß",
  "İ",
  "𝟙",
  "👩‍👩‍👧",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "undefined",
  "NaN",
  "Infinity",
  "1e999",
  "-1",
  "0",
  "-0",
  "99999999999999999999",
  "0,1",
  "1.000,5",
  "50 %",
  "24:00",
  "25:00",
  "00:00",
  "8",
  "2026-12-07",
  "2026-13-01",
  "2026-02-30",
  "9999-12-31",
  "0000-00-00",
  "2026-12",
  "275760-09-13",
  "mon-sun",
  "fri-mon",
  "mån|tors",
  "mon-",
  "odd",
  "last",
  "hard",
  "mjuk",
  "yes",
  "=cmd|' /C calc'!A0",
  "'=1+1",
  "<script>alert(1)</script>",
  "\u001b[2J\u001b]0;x\u0007",
  "../../x",
  "CON",
  "850709-9805",
  "anna",
  "Sätra",
  "soc",
  "a".repeat(300),
  ";".repeat(40),
  '"'.repeat(41),
];

/** Damage of any kind. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(
    ...(["flip", "insert", "remove", "double", "cell", "cell", "line", "swap", "cut"] as const),
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.double({ min: 0, max: 1, noNaN: true }),
  token: fc.oneof(
    { arbitrary: fc.constantFrom(...TOKENS), weight: 9 },
    { arbitrary: fc.string({ unit: "binary", maxLength: 8 }), weight: 1 },
  ),
});

/** Bytes after every damage, in order; at most 20 000. */
export function mutated(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  let current = Buffer.from(bytes);
  for (const each of mutations) current = Buffer.from(after(current, each).subarray(0, 20_000));
  return new Uint8Array(current);
}

const SHORT = 24;

function after(bytes: Buffer, { kind, at, length, token }: Mutation): Buffer {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(bytes.length, from + 1 + Math.floor(length * SHORT));
  switch (kind) {
    case "flip": {
      const flipped = Buffer.from(bytes);
      if (from < flipped.length) flipped[from]! ^= 1 << Math.floor(length * 7.99);
      return flipped;
    }
    case "insert":
      return replaced(bytes, from, from, bytesOf(token));
    case "remove":
      return replaced(bytes, from, to, Buffer.alloc(0));
    case "double":
      return replaced(bytes, to, to, bytes.subarray(from, to));
    case "cell":
      return inCell(bytes, from, bytesOf(token));
    case "line":
      return doubledLine(bytes, from, length < 0.5);
    case "swap":
      return swapped(bytes, length < 0.5 ? [0x3b, 0x2c] : [0x3b, 0x09]);
    case "cut":
      return bytes.subarray(0, from);
  }
}

/** UTF-8; a lone surrogate as the three bytes that a careless writer makes of it. */
function bytesOf(token: string): Buffer {
  const parts = [...token].map((letter) => {
    const code = letter.codePointAt(0)!;
    if (code < 0xd800 || code > 0xdfff) return Buffer.from(letter);
    return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]);
  });
  return Buffer.concat(parts);
}

function replaced(bytes: Buffer, from: number, to: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);
}

/** Puts the token in the place of the cell that a position lies in. */
function inCell(bytes: Buffer, at: number, token: Buffer): Buffer {
  const ends = (byte: number | undefined) =>
    byte === undefined || byte === 0x3b || byte === 0x2c || byte === 0x0a || byte === 0x0d;
  let from = at;
  let to = at;
  while (from > 0 && !ends(bytes[from - 1])) from--;
  while (to < bytes.length && !ends(bytes[to])) to++;
  return replaced(bytes, from, to, token);
}

/** The line that a position lies in, once more or not at all. */
function doubledLine(bytes: Buffer, at: number, twice: boolean): Buffer {
  const from = bytes.lastIndexOf(0x0a, Math.max(0, at - 1)) + 1;
  const end = bytes.indexOf(0x0a, at);
  const to = end < 0 ? bytes.length : end + 1;
  return twice
    ? replaced(bytes, to, to, bytes.subarray(from, to))
    : replaced(bytes, from, to, Buffer.alloc(0));
}

function swapped(bytes: Buffer, [one, other]: readonly [number, number]): Buffer {
  return Buffer.from(bytes.map((byte) => (byte === one ? other : byte === other ? one : byte)));
}
