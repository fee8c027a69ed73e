/** An indicator's course over the term in a strip of its column: no axis, the goal as a thin line. Its numbers are on the target's page. */
import type { Trajectory } from './trajectory.ts';

const HEIGHT = 20;
const MARK = 2;

/** Nothing where fewer than two figures are there: a dot shows no course. */
export function Sparkline({ trajectory, text }: { readonly trajectory: Trajectory | null; readonly text: string }) {
  const last = trajectory?.points.at(-1);
  if (trajectory === null || trajectory.course === null || last === undefined) return null;
  const down = (y: number) => Math.round((MARK + (y * (HEIGHT - 2 * MARK)) / 100) * 10) / 10;
  return (
    <svg class="sparkline" width="100%" height={HEIGHT} role="img">
      <title>{text}</title>
      <rect class="sparkline-ground" width="100%" height={HEIGHT} />
      <line class="trajectory-goal" x1="0" x2="100%" y1={down(trajectory.goal)} y2={down(trajectory.goal)} />
      <svg
        y={MARK}
        width="100%"
        height={HEIGHT - 2 * MARK}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        overflow="visible"
        aria-hidden="true"
      >
        <path class="trajectory-course" d={trajectory.course} fill="none" vector-effect="non-scaling-stroke" />
      </svg>
      <circle class={`trajectory-${last.kind}`} cx={`${last.x}%`} cy={down(last.y)} r={MARK} />
    </svg>
  );
}
