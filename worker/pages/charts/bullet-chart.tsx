/**
 * A bullet graph as SVG from the server. Positions are percentages, so it fills whatever column it stands in without being
 * distorted and without a script; what it shows is told apart by shape and grey, never by hue alone.
 */
import { raw } from 'hono/html';
import { formatFigure, goalText } from '../../../shared/display.ts';
import type { IndicatorResult } from '../../../shared/wire.ts';
import type { Figure } from '../indicator/figure.ts';
import { CHART_WORDS } from '../words.ts';
import { type Bullet, bulletOf } from './bullet.ts';

const HEIGHT = 18;

export function BulletChart({ result, figure }: { result: IndicatorResult; figure: Figure }) {
  const bullet = bulletOf(result);
  if (bullet === null) return null;
  return (
    <svg class="bullet" width="100%" height={HEIGHT} role="img">
      <title>{chartText(result, figure)}</title>
      <rect class="bullet-ground" x="0" y="2" width="100%" height="14" />
      <rect class="bullet-good" x={`${bullet.good.from}%`} y="2" width={`${width(bullet.good)}%`} height="14" />
      <Bar bullet={bullet} />
      {bullet.zero === null ? null : <At x={bullet.zero} shape={SHAPES.zero} name="bullet-zero" />}
      {bullet.baseline === null ? null : <At x={bullet.baseline} shape={SHAPES.baseline} name="bullet-baseline" />}
      {bullet.last === null ? null : <At x={bullet.last} shape={SHAPES.last} name="bullet-last" />}
      {bullet.expected === null ? null : <At x={bullet.expected} shape={SHAPES.expected} name="bullet-expected" />}
      <At x={bullet.goal} shape={bullet.better === 'right' ? SHAPES.goalRight : SHAPES.goalLeft} name="bullet-goal" />
    </svg>
  );
}

/** Drawn round x = 0 in pixels. The goal's line carries a pennant towards the side where good lies. */
const SHAPES = {
  goalRight: 'M0 0V18M0 .75H4',
  goalLeft: 'M0 0V18M0 .75H-4',
  expected: 'M0 3V15',
  baseline: 'M0 5.5L3.5 9L0 12.5L-3.5 9Z',
  last: 'M-3 9A3 3 0 1 0 3 9A3 3 0 1 0 -3 9Z',
  beyondRight: 'M-9 4L-4 9L-9 14',
  beyondLeft: 'M9 4L4 9L9 14',
  zero: 'M0 2V16',
} as const;

function At({ x, shape, name }: { x: number; shape: string; name: string }) {
  return (
    <svg x={`${x}%`} overflow="visible" aria-hidden="true">
      <path class={name} d={shape} />
    </svg>
  );
}

function Bar({ bullet }: { bullet: Bullet }) {
  const { bar } = bullet;
  if (bar === null) return null;
  return (
    <>
      <rect class={`bullet-${bar.kind}`} x={`${bar.from}%`} y="6" width={`${width(bar)}%`} height="6" />
      {bar.beyond === 'right' ? <At x={100} shape={SHAPES.beyondRight} name="bullet-beyond" /> : null}
      {bar.beyond === 'left' ? <At x={0} shape={SHAPES.beyondLeft} name="bullet-beyond" /> : null}
    </>
  );
}

function width(stretch: { readonly from: number; readonly to: number }): number {
  return Math.round((stretch.to - stretch.from) * 100) / 100;
}

/** All that the chart shows, in words: for screen readers, and under the pointer. */
function chartText(result: IndicatorResult, figure: Figure): string {
  const { goal, expected, baseline, unit } = result;
  const shown = figure.kind === 'provisional' ? `${CHART_WORDS.provisional} ` : '';
  return [
    `${CHART_WORDS.value}: ${shown}${figure.text}`,
    figure.last,
    `${CHART_WORDS.goal}: ${goalText(goal, unit)}`,
    expected === null ? null : `${CHART_WORDS.expected}: ${formatFigure(expected, unit)}`,
    baseline === null ? null : `${CHART_WORDS.baseline}: ${formatFigure(baseline.value, unit)}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

/** What the marks mean, with a drawing of each; once for the whole table. */
export function ChartLegend() {
  return (
    <ul class="legend" aria-label={CHART_WORDS.legend}>
      <LegendItem word={CHART_WORDS.value} drawing='<rect class="bullet-final" x="1" y="6" width="22" height="6"/>' />
      <LegendItem
        word={CHART_WORDS.provisional}
        drawing='<rect class="bullet-provisional" x="1" y="6" width="22" height="6"/>'
      />
      <LegendItem word={CHART_WORDS.goal} drawing={mark('bullet-goal', SHAPES.goalRight)} />
      <LegendItem word={CHART_WORDS.expected} drawing={mark('bullet-expected', SHAPES.expected)} />
      <LegendItem word={CHART_WORDS.baseline} drawing={mark('bullet-baseline', SHAPES.baseline)} />
      <LegendItem word={CHART_WORDS.last} drawing={mark('bullet-last', SHAPES.last)} />
      <LegendItem word={CHART_WORDS.better} drawing='<rect class="bullet-good" x="1" y="2" width="22" height="14"/>' />
    </ul>
  );
}

function mark(name: string, shape: string): string {
  return `<path class="${name}" transform="translate(12 0)" d="${shape}"/>`;
}

function LegendItem({ word, drawing }: { word: string; drawing: string }) {
  return (
    <li>
      <svg class="legend-mark" width="24" height={HEIGHT} aria-hidden="true">
        {raw(drawing)}
      </svg>{' '}
      {word}
    </li>
  );
}
