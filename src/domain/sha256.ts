/**
 * SHA-256 of a text's UTF-8 bytes in base64, as a Content-Security-Policy wants it (FIPS 180-4). Ours, because a report is
 * made in one go and unchanged in a browser: `node:crypto` is not there, and `crypto.subtle` answers only later.
 */
export function sha256Base64(text: string): string {
  const bytes = [...digestOf(text)].flatMap(bytesOf);
  return btoa(String.fromCharCode(...bytes));
}

/** SHA-256 of a text's UTF-8 bytes in hexadecimal digits. */
export function sha256Hex(text: string): string {
  let hex = "";
  for (const word of digestOf(text)) for (const byte of bytesOf(word)) hex += HEX[byte]!;
  return hex;
}

/** The four bytes of a word, the highest first. */
function bytesOf(word: number): number[] {
  return [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255];
}

/** Each byte in two hexadecimal digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

const ENCODER = new TextEncoder();

/** One set of words for all digests: thousands are made in a row, and buffers are dear. */
const WORDS = new Int32Array(64);

function digestOf(text: string): Int32Array {
  const bytes = padded(text);
  const state = Int32Array.from(START);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let i = 0; i < 16; i++) WORDS[i] = wordAt(bytes, block + 4 * i);
    digestBlock(state, WORDS);
  }
  return state;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

const PRIMES = firstPrimes(64);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));

/** The first 32 bits of a number's fractional part, as a signed number: that is how all words are kept. */
function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}

/** The text in UTF-8 with a one bit, zeros and its length in bits after it, in whole blocks of 64 bytes. */
function padded(text: string): Uint8Array {
  const message = ENCODER.encode(text);
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  new DataView(bytes.buffer).setBigUint64(bytes.length - 8, BigInt(message.length) * 8n);
  return bytes;
}

function digestBlock(state: Int32Array, words: Int32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = words[i - 15]!;
    const b = words[i - 2]!;
    const small0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const small1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    words[i] = (words[i - 16]! + small0 + words[i - 7]! + small1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + big1 + ((e & f) ^ (~e & g)) + CONSTANTS[i]! + words[i]!) | 0;
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const added = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = state[i]! + added[i]!;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
