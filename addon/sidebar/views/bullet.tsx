/** A small bullet graph: the commune's figure as a bar, the goal as a solid line, the pace as a dashed one, good's side shaded. */
import type { Bullet } from '../model/bullet.ts';
import { EFFECT_WORDS } from '../words.ts';

const WIDTH = 268;
const HEIGHT = 18;

export function BulletGraph({ bullet, label }: { readonly bullet: Bullet; readonly label: string }) {
  const x = (share: number): number => Math.round(share * (WIDTH - 2) * 10) / 10 + 1;
  const goal = x(bullet.goal);
  const [goodFrom, goodTo] = bullet.good === 'right' ? [goal, WIDTH] : [0, goal];
  return (
    <div class="bullet">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" height={HEIGHT} role="img" aria-label={label}>
        <rect class="ground" x="0" y="3" width={WIDTH} height="12" />
        <rect class="good" x={goodFrom} y="3" width={goodTo - goodFrom} height="12" />
        <rect
          class="measure"
          x={x(bullet.from)}
          y="6.5"
          width={Math.max(1.5, x(bullet.to) - x(bullet.from))}
          height="5"
        />
        {bullet.before !== null && <path class="was" d={`M${x(bullet.before)} 4.5v9`} />}
        {bullet.pace !== null && <path class="pace" d={`M${x(bullet.pace)} 1v16`} />}
        <path class="aim" d={`M${goal} 0v18`} />
      </svg>
      <p class="legend" aria-hidden="true">
        <span class="key aim" /> {EFFECT_WORDS.goal}
        {bullet.pace !== null && (
          <>
            <span class="key pace" /> {EFFECT_WORDS.pace}
          </>
        )}
      </p>
    </div>
  );
}
