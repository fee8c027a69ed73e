/** The sign of each verdict as inline SVG: one shape each, told apart without colour, drawn in the text's own colour. */
import type { Verdict } from './wire.ts';

const STROKE = 'fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';

const SHAPES: Readonly<Record<Verdict, string>> = {
  exceeded: '<path fill="currentColor" d="M8 1.2l2 4.4 4.8.5-3.6 3.2 1 4.7L8 11.6 3.8 14l1-4.7L1.2 6.1l4.8-.5z"/>',
  met: '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.6 8.3l2.4 2.4 4.4-5" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>',
  'on-track': '<path fill="currentColor" d="M8 2.2l6.4 11.6H1.6z"/>',
  'in-progress': `<circle cx="8" cy="8" r="6.2" ${STROKE}/><path fill="currentColor" d="M8 1.8a6.2 6.2 0 0 0 0 12.4z"/>`,
  behind: '<path fill="currentColor" d="M8 13.8L1.6 2.2h12.8z"/>',
  'not-met': `<path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/>`,
  'no-data': `<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="3 2"/>`,
  'not-due': `<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1 2"/><circle cx="8" cy="8" r="1.8" fill="currentColor"/>`,
  'not-applicable': `<rect x="1.8" y="1.8" width="12.4" height="12.4" ${STROKE}/><path d="M5 5l6 6M11 5l-6 6" ${STROKE}/>`,
  baseline: `<path d="M8 1.6L14.4 8 8 14.4 1.6 8z" ${STROKE}/>`,
};

/** An SVG element as text, hidden from assistive technology: the verdict's word always stands beside it. */
export function signSvg(verdict: Verdict, size = 16): string {
  return `<svg class="sign" width="${size}" height="${size}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">${SHAPES[verdict]}</svg>`;
}
