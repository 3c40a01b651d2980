/** How a time grows with the size of the case: time ≈ constant × size^exponent. */
export interface Growth {
  readonly exponent: number;
  /** Number of cases that it is fitted to. */
  readonly cases: number;
}

/** Least squares through the logarithms; null for fewer than two sizes. */
export function fitGrowth(
  points: readonly (readonly [size: number, seconds: number])[],
): Growth | null {
  const logs = points.map(([size, seconds]) => [Math.log(size), Math.log(seconds)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
  if (logs.length < 2 || spread === 0) return null;
  const slope = logs.reduce((sum, [size, time]) => sum + (size - x) * (time - y), 0) / spread;
  return { exponent: slope, cases: logs.length };
}
