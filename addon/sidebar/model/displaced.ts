/** Where displaced rows and columns are to be bound: those whose label tells it, and those that the person has placed. */
import type { Displaced, RebindRequest } from '../../rpc.ts';

/** By `keyOfLine`: a place, or null for "no longer there". */
export type Chosen = Readonly<Record<string, number | null>>;

export function keyOfLine({ tab, line, id }: Pick<Displaced, 'tab' | 'line' | 'id'>): string {
  return `${tab} ${line} ${id}`;
}

/** Whether its label stands in one place alone, so that nothing need be chosen. */
export function isPlain({ why, now }: Displaced): boolean {
  return why === 'moved' && now !== null;
}

export function placesOf(displaced: readonly Displaced[], chosen: Chosen): RebindRequest['places'] {
  return displaced.flatMap((one) => {
    const { tab, line, id, now } = one;
    const at = isPlain(one) ? now : chosen[keyOfLine(one)];
    return at === undefined ? [] : [{ tab, line, id, at }];
  });
}

/** A column's letters, as people name it: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const last = (column - 1) % 26;
  const before = (column - 1 - last) / 26;
  return (before === 0 ? '' : columnLetters(before)) + String.fromCharCode(65 + last);
}
