/**
 * Finds inputs by what a person types: parts of words, with or without marks, with a slip. Every word typed must be found, else more
 * words would find more. Fuse.js, Apache-2.0 (fusejs.io).
 */
import Fuse from 'fuse.js';
import type { Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';

/** The best first; all of them, in the resolution's order, for an empty text. */
export type SearchInputs = (typed: string) => readonly InputDefinition[];

export function inputSearch(plan: Plan, inputs: readonly InputDefinition[]): SearchInputs {
  const targets = new Map(plan.resolution.targets.map(({ number, label }) => [number, label]));
  const fuse = new Fuse(inputs, {
    keys: [
      { name: 'short', weight: 2 },
      { name: 'label', weight: 2 },
      { name: 'target', weight: 1, getFn: ({ target }) => targets.get(target) ?? '' },
    ],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.2,
    useTokenSearch: true,
    tokenMatch: 'all',
  });
  return (typed) => {
    const text = typed.trim();
    return text === '' ? inputs : fuse.search(text.normalize('NFC')).map(({ item }) => item);
  };
}
