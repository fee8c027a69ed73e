/** What was made of the figures to be sent, kept while nothing happens: most questions come between two changes. */
import type { Head } from '../store/chain.ts';

/** People's own words are in some of the names. */
const MOST = 200;

/** Texts by name, all of one state of the ledger: every change of what is shown is told there. */
export class KeptTexts<T> {
  #of = '';
  readonly #texts = new Map<string, T>();

  find({ hash }: Head, name: string): T | undefined {
    if (hash !== this.#of) this.#texts.clear();
    this.#of = hash;
    return this.#texts.get(name);
  }

  /** Answers the text. It is not kept where something has happened since its name was looked for. */
  keep({ hash }: Head, name: string, text: T): T {
    if (hash !== this.#of) return text;
    const [oldest] = this.#texts.keys();
    if (this.#texts.size >= MOST && oldest !== undefined) this.#texts.delete(oldest);
    this.#texts.set(name, text);
    return text;
  }
}
