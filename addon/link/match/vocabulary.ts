/** The inputs of one unit as words to compare labels with, each word weighed by how few inputs have it. */
import { inputsOf, type Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { type Label, readLabel } from './label.ts';
import { isLight, isNarrowing } from './sayings.ts';
import { plainWords, type Syllable } from './syllables.ts';
import { readUnit, type UnitReading } from './units.ts';

export interface NamedInput {
  readonly input: InputDefinition;
  /** Its label and its short name, every reading of their abbreviations. */
  readonly names: readonly (readonly Syllable[])[];
  readonly unit: UnitReading | null;
  /** Its own name is of a kind that is elsewhere a figure about a figure: a share, a yield. */
  readonly denies: boolean;
  /** Words of its target and section. */
  readonly surroundings: ReadonlySet<string>;
}

export interface Vocabulary {
  readonly inputs: readonly NamedInput[];
  weight(word: Syllable): number;
  /** What a label's word weighs against an input in whose name it is not. */
  strangeness(word: Syllable): number;
  /** Folded names of the reporting units: rows and columns may be of one unit each. */
  readonly ownUnit: string;
  readonly otherUnits: readonly string[];
}

const LIGHT_WEIGHT = 0.15;
/** A word that no input has. */
const UNKNOWN_WEIGHT = 2.4;
/** Every word too many makes another thing of a label, some more than others. */
const STRANGE = 2.4;
const NARROWING = 8;
const NUMBER_WEIGHT = 0.4;
/** In brackets. */
const ASIDE = 0.1;
const LEAST = 0.6;

export function vocabularyOf(plan: Plan, unit: string): Vocabulary {
  const definitions = inputsOf(plan, unit);
  const inputs = definitions.map((input, at) => nameInput(plan, input, definitions[at - 1]));
  const frequency = new Map<string, number>();
  for (const { names } of inputs)
    for (const word of new Set(names.flat().map(({ plain }) => plain)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const units = plan.units.map(({ id, name }) => ({ id, words: plainWords(name) }));
  return {
    inputs,
    weight: (word) => asideOr(word, ownWeight(word, frequency.get(word.plain), inputs.length)),
    strangeness: (word) => asideOr(word, strangeness(word, ownWeight(word, frequency.get(word.plain), inputs.length))),
    ownUnit: units.find(({ id }) => id === unit)?.words ?? '',
    otherUnits: units.filter(({ id }) => id !== unit).map(({ words }) => words),
  };
}

function ownWeight(word: Syllable, count: number | undefined, inputs: number): number {
  if (isLight(word)) return LIGHT_WEIGHT;
  if (/^\d+$/.test(word.plain)) return count === undefined ? NUMBER_WEIGHT : 1;
  return count === undefined ? UNKNOWN_WEIGHT : Math.max(LEAST, Math.log((inputs + 1) / count) * 0.7);
}

function strangeness(word: Syllable, weight: number): number {
  if (isLight(word) || /^\d+$/.test(word.plain)) return weight;
  return isNarrowing(word) ? NARROWING : Math.max(weight, STRANGE);
}

function asideOr({ aside }: Syllable, weight: number): number {
  return aside ? weight * ASIDE : weight;
}

/** "Tổng vụ việc như trên": of what the input before it is. */
const AS_ABOVE = /(?:như|nói|nêu) trên/iu;

function nameInput(plan: Plan, input: InputDefinition, before: InputDefinition | undefined): NamedInput {
  const texts = [input.label, input.short];
  if (before !== undefined && AS_ABOVE.test(input.label.normalize('NFC')))
    texts.push(`${input.label.normalize('NFC').replace(AS_ABOVE, ' ')} ${before.label}`);
  const labels: readonly Label[] = texts.map((text) => readLabel(text));
  const target = plan.resolution.targets.find(({ number }) => number === input.target);
  const section = plan.resolution.sections.find(({ id }) => id === target?.section);
  return {
    input,
    names: labels.flatMap(({ readings }) => readings),
    unit: readUnit(input.unit),
    denies: labels.some(({ denies }) => denies),
    surroundings: new Set(plainWords(`${target?.label ?? ''} ${section?.label ?? ''}`).split(' ')),
  };
}
