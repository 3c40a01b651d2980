const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** 1980-01-01 00:00:00, the earliest time that a ZIP archive knows: time in the low half, date in the high one. */
const EARLIEST = 0x0021_0000;

/**
 * Sets the time of every file of a ZIP archive to 1980-01-01, in place: the writer puts the clock in, and the same report
 * must give the same bytes.
 */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  if (view.getUint32(end, true) !== DIRECTORY_END) throw new Error("a ZIP archive with a comment");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error("a damaged ZIP archive");
    view.setUint32(at + 12, EARLIEST, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, EARLIEST, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + name! + extra! + comment!;
  }
  return archive;
}
