/** The results as a table for a terminal or a README. */
import type { Result } from './results.ts';

export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.suite,
    result.name,
    `${digits(result.ours.median)} ${result.unit} (${digits(result.ours.p10)}–${digits(result.ours.p90)})`,
    [
      ...result.peers.map((peer) => `${peer.name} ${peer.version}: ${digits(peer.ratio)}`),
      ...(result.floor === null ? [] : [`${result.floor.name}: ${digits(result.floor.ratio)}`]),
    ].join('; '),
    result.goal === null ? '' : `${result.met ? 'met' : 'NOT met'} (≤ ${digits(result.goal)})`,
  ]);
  const head = ['suite', 'what', 'median (p10–p90)', 'ratio to', 'goal'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);
}
