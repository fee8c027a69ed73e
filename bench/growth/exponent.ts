/** How a curve grows. */

export interface Point {
  /** How much there is. */
  readonly size: number;
  /** What it costs. */
  readonly cost: number;
}

/** The exponent of the power law nearest to the points on logarithmic scales: 1 is linear, 0 does not grow. */
export function exponentOf(points: readonly Point[]): number {
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)] as const);
  const mean = (place: 0 | 1) => logs.reduce((sum, log) => sum + log[place], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const along = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / along;
}
