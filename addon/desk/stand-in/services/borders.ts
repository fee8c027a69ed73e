/** What setBorder does to one cell of a range: outer lines at its edges, inner ones between its cells; null leaves, false takes off. */
import type { Area, Border, Borders } from '../model/types.ts';

export interface WantedBorders {
  readonly top: boolean | null;
  readonly left: boolean | null;
  readonly bottom: boolean | null;
  readonly right: boolean | null;
  readonly vertical: boolean | null;
  readonly horizontal: boolean | null;
}

export function bordered(
  had: Borders | undefined,
  wanted: WantedBorders,
  border: Border,
  area: Area,
  row: number,
  column: number,
): Borders | undefined {
  const sides = {
    top: row === area.row ? wanted.top : wanted.horizontal,
    bottom: row === area.row + area.rows - 1 ? wanted.bottom : wanted.horizontal,
    left: column === area.column ? wanted.left : wanted.vertical,
    right: column === area.column + area.columns - 1 ? wanted.right : wanted.vertical,
  };
  const next: { -readonly [Side in keyof Borders]: Border } = { ...had };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    if (sides[side] === true) next[side] = border;
    if (sides[side] === false) delete next[side];
  }
  return Object.keys(next).length > 0 ? next : undefined;
}
