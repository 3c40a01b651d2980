/** What a workbook may be at most: far more than any case needs, and no more than a machine takes. */
export const LIMITS = {
  packedBytes: 30_000_000,
  unpackedBytes: 100_000_000,
  files: 2000,
  rows: 100_000,
  columns: 256,
  cells: 1_000_000,
  cellLength: 10_000,
  textLength: 50_000_000,
} as const;

/** Why an archive is not read: it is none that a spreadsheet program writes, or it is too large. */
export class ArchiveError extends Error {
  constructor(readonly reason: "damaged" | "too-large") {
    super(reason);
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** A file of the archive, as the directory tells of it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/**
 * The XML texts of an .xlsx file by path. The sizes are added up from the directory before anything is unpacked, and what
 * comes out is held against it, so that a small file that claims to be harmless and grows without end (a zip bomb) is
 * refused early.
 */
export async function xmlTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  if (bytes.length > LIMITS.packedBytes) throw new ArchiveError("too-large");
  const entries = entriesOf(bytes).filter(({ name }) => /\.xml(\.rels)?$/.test(name));
  const whole = entries.reduce((sum, { size }) => sum + size, 0);
  if (whole > LIMITS.unpackedBytes) throw new ArchiveError("too-large");
  const texts = new Map<string, string>();
  for (const entry of entries) {
    if (texts.has(entry.name)) throw new ArchiveError("damaged");
    texts.set(entry.name, new TextDecoder().decode(await unpacked(entry)));
  }
  return texts;
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reading = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw error instanceof RangeError ? new ArchiveError("damaged") : error;
    }
  };
  return reading(() => {
    const end = endOf(view);
    const count = view.getUint16(end + 8, true);
    let at = view.getUint32(end + 16, true);
    if (count > LIMITS.files) throw new ArchiveError("too-large");
    return Array.from({ length: count }, () => {
      if (view.getUint32(at, true) !== ENTRY) throw new ArchiveError("damaged");
      const [name, extra, comment] = [28, 30, 32].map((offset) =>
        view.getUint16(at + offset, true),
      );
      const entry = entryAt(bytes, view, at, name!);
      at += 46 + name! + extra! + comment!;
      return entry;
    });
  });
}

/** Where the directory's end record stands: the last one, as every reader of such archives looks for it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && view.byteLength - at <= 65_557; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ArchiveError("damaged");
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): Entry {
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const local = view.getUint32(at + 42, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  if (encrypted || view.getUint32(local, true) !== LOCAL) throw new ArchiveError("damaged");
  if (size > LIMITS.unpackedBytes) throw new ArchiveError("too-large");
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packedSize > bytes.length) throw new ArchiveError("damaged");
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(from, from + packedSize),
  };
}

/** The bytes of a file, no more and no fewer than the directory says. */
async function unpacked({ method, packed, size, crc }: Entry): Promise<Uint8Array> {
  if (method === 0 && packed.length === size) return packed;
  if (method !== 8) throw new ArchiveError("damaged");
  const out = new Uint8Array(size);
  let filled = 0;
  const gzip = new Blob([GZIP_HEAD, new Uint8Array(packed), gzipTail(crc, size)]).stream();
  const reader = gzip.pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (filled + next.value.length > size) throw new ArchiveError("damaged");
      out.set(next.value, filled);
      filled += next.value.length;
    }
  } catch {
    await reader.cancel().catch(() => {});
    throw new ArchiveError("damaged");
  }
  if (filled !== size) throw new ArchiveError("damaged");
  return out;
}

/*
 * Browsers and all of Node 20 unpack gzip, not the bare deflate data of a ZIP archive; a head and a tail make one of the
 * other, and the tail has the checksum tested too.
 */
const GZIP_HEAD = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

function gzipTail(crc: number, size: number): Uint8Array<ArrayBuffer> {
  const tail = new DataView(new ArrayBuffer(8));
  tail.setUint32(0, crc, true);
  tail.setUint32(4, size, true);
  return new Uint8Array(tail.buffer);
}
