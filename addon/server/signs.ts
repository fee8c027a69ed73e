/** How a row or a column is known again, whatever its number: by its text, and by what tells it from others of the same text. */
import * as v from 'valibot';
import { fingerprint } from './fingerprint.ts';

export const SignSchema = v.object({
  /** As it was written. */
  text: v.string(),
  /** A text that is there once: the line is the first of its own text behind that one. */
  after: v.optional(v.string()),
  /** Where no such text stands between two of the same: which of how many, from 1. */
  nth: v.optional(v.tuple([v.number(), v.number()])),
});
export type Sign = v.InferOutput<typeof SignSchema>;

/** A text that a row or column may be known by, and its number, from 1. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

/** By fingerprint, the places in order. */
export type LineIndex = ReadonlyMap<string, readonly number[]>;

export function indexLines(lines: readonly Line[]): LineIndex {
  const index = new Map<string, number[]>();
  for (const { at, text } of lines) {
    const places = index.get(fingerprint(text)) ?? [];
    if (!places.includes(at))
      index.set(
        fingerprint(text),
        [...places, at].sort((a, b) => a - b),
      );
  }
  return index;
}

export function placesOf(index: LineIndex, text: string): readonly number[] {
  return index.get(fingerprint(text)) ?? [];
}

/** Where the sign is; null where it is nowhere, or nothing tells which of several it is. */
export function findSign(index: LineIndex, { text, after, nth }: Sign): number | null {
  const places = placesOf(index, text);
  if (after !== undefined) {
    const [anchor, ...more] = placesOf(index, after);
    if (anchor === undefined || more.length > 0) return null;
    return places.find((place) => place > anchor) ?? null;
  }
  const [which, of] = nth ?? [1, 1];
  return places.length === of ? (places[which - 1] ?? null) : null;
}

/** The sign of a line, with as much around it as it takes: the nearest text before it that is there once, else its turn. */
export function signOf(line: Line, lines: readonly Line[], index: LineIndex): Sign {
  const { text, at } = line;
  const places = placesOf(index, text);
  if (places.length === 1) return { text };
  const turn = places.indexOf(at);
  const before = places[turn - 1] ?? 0;
  const between = lines.filter((other) => other.at > before && other.at < at);
  const anchor = between.filter((other) => placesOf(index, other.text).length === 1).pop();
  return anchor === undefined ? { text, nth: [turn + 1, places.length] } : { text, after: anchor.text };
}
