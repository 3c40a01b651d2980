/**
 * Memory that threads share, in whole words. Where the platform shares none (a page that was opened from a file, or served
 * without the two headers of isolation), each thread gets a copy of its own: answers are the same, but a running job does not
 * hear that it should stop, and is cut off instead.
 */
export function words(length: number): Int32Array {
  return typeof SharedArrayBuffer === "undefined"
    ? new Int32Array(length)
    : new Int32Array(new SharedArrayBuffer(4 * length));
}
