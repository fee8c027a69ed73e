/** An indicator's course in the space of a word: no axis, the goal as a thin line. For a row; its numbers are on the target's page. */
import type { Trajectory } from './trajectory.ts';

const WIDTH = 72;
const HEIGHT = 18;
const MARK = 2;

/** Nothing where fewer than two figures are there: a dot shows no course. */
export function Sparkline({ trajectory, text }: { readonly trajectory: Trajectory | null; readonly text: string }) {
  const last = trajectory?.points.at(-1);
  if (trajectory === null || trajectory.course === null || last === undefined) return null;
  const across = (x: number) => Math.round((MARK + (x * (WIDTH - 2 * MARK)) / 100) * 10) / 10;
  const down = (y: number) => Math.round((MARK + (y * (HEIGHT - 2 * MARK)) / 100) * 10) / 10;
  const inside = { x: MARK, y: MARK, width: WIDTH - 2 * MARK, height: HEIGHT - 2 * MARK };
  return (
    <svg class="sparkline" width={WIDTH} height={HEIGHT} role="img">
      <title>{text}</title>
      <line class="trajectory-goal" x1="0" x2={WIDTH} y1={down(trajectory.goal)} y2={down(trajectory.goal)} />
      <svg {...inside} viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible" aria-hidden="true">
        <path class="trajectory-course" d={trajectory.course} fill="none" vector-effect="non-scaling-stroke" />
      </svg>
      <circle class={`trajectory-${last.kind}`} cx={across(last.x)} cy={down(last.y)} r={MARK} />
    </svg>
  );
}
