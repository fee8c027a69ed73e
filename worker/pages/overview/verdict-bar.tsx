/** How the targets stand, as one stacked bar: a segment a clause of the sentence, in its order, with its count. */
import type { Verdict } from '../../../shared/wire.ts';
import { type Clause, sentenceText } from './sentence.ts';

const HEIGHT = 26;
/** What is not judged is drawn pale: it must not look like a result. */
const HOLLOW: ReadonlySet<Verdict> = new Set(['no-data', 'not-due', 'not-applicable', 'baseline']);

export function VerdictBar({ clauses, total }: { clauses: readonly Clause[]; total: number }) {
  let before = 0;
  return (
    <svg class="verdict-bar" width="100%" height={HEIGHT} role="img">
      <title>{sentenceText(total, clauses)}</title>
      {clauses.map((clause) => {
        const from = before;
        before += clause.numbers.length;
        const width = percent(clause.numbers.length, total);
        return <Segment key={clause.key} clause={clause} from={percent(from, total)} width={width} />;
      })}
    </svg>
  );
}

function Segment({ clause, from, width }: { clause: Clause; from: number; width: number }) {
  const look = HOLLOW.has(clause.verdict) ? 'hollow' : 'solid';
  return (
    <g class={`segment ${look} ink-${clause.verdict}`}>
      <rect class="segment-ground" x={`${from}%`} y="1" width={`${width}%`} height={HEIGHT - 2} />
      <text class="segment-count" x={`${round(from + width / 2)}%`} y="18" text-anchor="middle">
        {clause.numbers.length}
      </text>
    </g>
  );
}

function percent(count: number, total: number): number {
  return total === 0 ? 0 : round((count / total) * 100);
}

function round(share: number): number {
  return Math.round(share * 100) / 100;
}
