/** Small signs beside words. Never without the word. */

const STROKE = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8, 'stroke-linecap': 'round' } as const;

const SHAPES = {
  cross: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...STROKE} stroke-width={2.4} />,
  bang: (
    <>
      <path d="M8 1.8L15 14H1z" {...STROKE} stroke-width={1.5} stroke-linejoin="round" />
      <path d="M8 6.2v3.6M8 11.8v.2" {...STROKE} />
    </>
  ),
  unsent: <path d="M8 13V5.5M4.8 8.2L8 5l3.2 3.2M3 2h10" {...STROKE} />,
  ring: <circle cx="8" cy="8" r="5.6" {...STROKE} stroke-width={1.6} stroke-dasharray="3 2" />,
  check: <path d="M3 8.5l3.4 3.4L13 4.6" {...STROKE} stroke-width={2.2} />,
  busy: <path d="M8 2.2a5.8 5.8 0 1 1-5.5 4" {...STROKE} />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" {...STROKE} stroke-width={2.2} />,
  none: <path d="M8 2.4a5.6 5.6 0 1 1 0 11.2 5.6 5.6 0 1 1 0-11.2M4 12L12 4" {...STROKE} stroke-width={1.6} />,
  equals: <path d="M3 5.8h10M3 10.2h10" {...STROKE} stroke-dasharray="3.2 2.2" />,
  pencil: <path d="M3 13l.8-3.2L10.6 3l2.4 2.4-6.8 6.8zM9 4.6L11.4 7" {...STROKE} stroke-width={1.5} />,
  speech: <path d="M2.5 3h11v7.5H8L4.8 13.4v-2.9H2.5z" {...STROKE} stroke-width={1.6} stroke-linejoin="round" />,
  lock: <path d="M3.5 7.5h9v6h-9zM5.3 7.5V5a2.7 2.7 0 0 1 5.4 0v2.5" {...STROKE} stroke-width={1.6} />,
  stopped: (
    <>
      <circle cx="8" cy="8" r="6.2" {...STROKE} stroke-width={1.6} />
      <path d="M8 4.6v4M8 11.2v.1" {...STROKE} />
    </>
  ),
  question: (
    <>
      <circle cx="8" cy="8" r="6.6" {...STROKE} stroke-width={1.4} />
      <path d="M6 6.3c0-2.6 4-2.6 4 0 0 1.5-2 1.5-2 3M8 11.6v.1" {...STROKE} stroke-width={1.5} />
    </>
  ),
} as const;

export type SignName = keyof typeof SHAPES;

export function Sign({ name, size = 14 }: { readonly name: SignName; readonly size?: number }) {
  return (
    <svg class="sign" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
