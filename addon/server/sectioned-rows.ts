/** A table's rows in the resolution's order: a heading for each section and each target that has something under it. Pure. */
import type { Resolution } from '../../shared/resolution/schema.ts';

export type HeadingRow =
  | { readonly kind: 'section'; readonly number: string; readonly label: string }
  | { readonly kind: 'target'; readonly number: string; readonly label: string; readonly source: string };

/** Rows that open and close together, counted from 1. */
export interface RowGroup {
  readonly first: number;
  readonly count: number;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `make` gets what stands under a target with its number there: "8.2". */
export function sectionedRows<Leaf, Row>(
  { sections, targets }: Resolution,
  leavesOf: (target: number) => readonly Leaf[],
  make: (number: string, leaf: Leaf) => Row,
): readonly (HeadingRow | Row)[] {
  const rows: (HeadingRow | Row)[] = [];
  let shown = 0;
  for (const section of sections) {
    const body = targets
      .filter((target) => target.section === section.id)
      .flatMap(({ number, label, source }): (HeadingRow | Row)[] => {
        const own = leavesOf(number).map((leaf, index) => make(`${number}.${index + 1}`, leaf));
        return own.length === 0
          ? []
          : [{ kind: 'target', number: String(number), label, source: source.text ?? '' }, ...own];
      });
    if (body.length === 0) continue;
    rows.push({ kind: 'section', number: ROMAN[shown++] ?? String(shown), label: section.label }, ...body);
  }
  return rows;
}

/** What lies under each section, then what lies under each target that has more than one row: inside its section's group. */
export function rowGroupsOf(rows: readonly { readonly kind: string }[]): readonly RowGroup[] {
  const under = (head: string, ends: readonly string[], least: number): RowGroup[] =>
    rows.flatMap((row, index) => {
      if (row.kind !== head) return [];
      const end = rows.findIndex((other, at) => at > index && ends.includes(other.kind));
      const count = (end < 0 ? rows.length : end) - index - 1;
      return count < least ? [] : [{ first: index + 2, count }];
    });
  return [...under('section', ['section'], 1), ...under('target', ['target', 'section'], 2)];
}
