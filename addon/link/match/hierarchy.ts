/** Which rows stand under which: by numbering and dashes, else by what looks like a heading. */
import type { Label } from './label.ts';

/** What a row's depth is told by. `bare`: it has neither figures nor a unit. */
export interface Entry {
  readonly text: string;
  readonly label: Label;
  readonly bare: boolean;
}

/** Depths between those of numberings: A is 1, I 2, 1 3, 1.1 4, a) 6, a dash 7, a plus 8. Smaller stands higher. */
const SECTION = 1.5;
const HEADING = 2.5;
const PLAIN = 3;
/** "Trong đó:" alone in its row; with a figure it is like a row with a dash. */
const PART_OF = 6.2;
const UNNUMBERED = 6.5;
const DASH = 7;

/** Of each row the labels that it stands under, the nearest first. */
export function labelsAbove(entries: readonly Entry[]): readonly (readonly Label[])[] {
  const depths = depthsOf(entries);
  const open: { readonly label: Label; readonly depth: number }[] = [];
  return entries.map(({ label }, at) => {
    const depth = depths[at] ?? PLAIN;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const above = open.map((one) => one.label).reverse();
    open.push({ label, depth });
    return above;
  });
}

function depthsOf(entries: readonly Entry[]): readonly number[] {
  // Where every label is in capitals, or most rows are still empty, neither makes a heading.
  const mixed = entries.some(({ text }) => !isCapital(text));
  const filled = entries.filter(({ bare }) => !bare).length * 2 > entries.length;
  let numbered = false;
  return entries.map((entry, at) => {
    const { label, bare, text } = entry;
    if (label.rank !== null && label.rank < 6) numbered = true;
    if (label.partOfAbove) return bare ? PART_OF : Math.max(label.rank ?? 0, DASH);
    if (label.rank !== null) return label.rank;
    if (bare && mixed && isCapital(text)) return SECTION;
    if (bare && filled && !numbered) return HEADING;
    const before = entries[at - 1]?.label;
    const flat = label.indent === 0 && (before?.indent ?? 0) === 0 && before?.partOfAbove !== true;
    return !numbered && flat ? PLAIN : UNNUMBERED + Math.min(label.indent, 30) / 100;
  });
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase();
}
