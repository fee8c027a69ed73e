/** The results as a table: a row says what, how much, beside whom, in what ratio, what the goal was, and whether it is met. */
import type { Result, Results } from './results.ts';

const HEAD = ['what', 'ours: median (p10–p90)', 'beside', 'their median', 'ours / theirs', 'goal', 'met'];

export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [result.name, ours(result), ...beside(result), ...goal(result)]);
  return [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** For a reader of the README: what has a goal, and of what run it is. */
export function mainTable({ results, machine, at }: Results): string {
  const from = `Measured ${at.slice(0, 10)} on ${machine}; all that stands beside one another within one run.`;
  return `${table(results.filter((result) => result.goal !== null))}\n\n${from}`;
}

function ours({ ours: { median, p10, p90 }, unit }: Result): string {
  const spread = p10 === p90 ? '' : ` (${digits(p10)}–${digits(p90)})`;
  return `${digits(median)} ${unit}${spread}`;
}

/** Names, medians and ratios, a line each, the floor's first: it is what goals are of. */
function beside({ peers, floor, unit }: Result): string[] {
  const others = [...(floor === null ? [] : [floor]), ...peers];
  return [
    others.map((other) => ('version' in other ? `${other.name} ${other.version}` : other.name)),
    others.map(({ median }) => `${digits(median)} ${unit}`),
    others.map(({ ratio }) => digits(ratio)),
  ].map((lines) => lines.join('<br>'));
}

function goal({ goal, goalIs = 'ratio at most', met, unit }: Result): string[] {
  if (goal === null) return ['', ''];
  const bound = goalIs === 'median at most' ? `≤ ${digits(goal)} ${unit}` : digits(goal);
  const said = { 'median at most': bound, 'ratio at most': `ratio ≤ ${bound}`, 'ratio at least': `ratio ≥ ${bound}` };
  return [said[goalIs], met === true ? 'yes' : '**no**'];
}

function digits(value: number): string {
  return Math.abs(value) < 0.01
    ? value.toFixed(4)
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toPrecision(2);
}
