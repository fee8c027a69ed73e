/**
 * What a person can do about each message. Every word of a `words.ts` has its place here by type: a message that is added without advice
 * does not compile. `null` stands for what needs none: a label, a heading, a hint that says itself what to do.
 */

/** Advice on all words of a module, or of a group in it. */
export type Advice<Words> = { readonly [Key in keyof Words]: AdviceOn<Words[Key]> };

/** On a text: what to do. On one that is made from values: an example of it, and what to do. */
type AdviceOn<Word> =
  | null
  | (Word extends string
      ? string
      : Word extends (...values: never[]) => unknown
        ? readonly [example: string, todo: string]
        : Word extends RegExp | readonly unknown[]
          ? never
          : Advice<Word>);

/** A message and what to do about it. */
export interface Explained {
  readonly message: string;
  readonly todo: string;
}

/** The messages of a group with their advice, in the order of the words. */
export function explained(words: object, advice: object): readonly Explained[] {
  return Object.entries(words).flatMap(([key, word]) => {
    const said: unknown = Reflect.get(advice, key);
    if (said === null) return [];
    if (typeof said === 'string') return [{ message: String(word), todo: said }];
    if (isExample(said)) return [{ message: said[0], todo: said[1] }];
    return typeof said === 'object' && typeof word === 'object' ? explained(word, said) : [];
  });
}

function isExample(said: unknown): said is readonly [string, string] {
  return Array.isArray(said);
}
