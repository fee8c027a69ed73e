/** What each person's runs used today, and the daily limits of a consumer account. */

export const DAILY_LIMITS = {
  urlFetch: 20_000,
  /** Reads and writes together. */
  properties: 50_000,
  /** Runs of installed triggers, all together. */
  triggerMs: 90 * 60_000,
} as const;

export type QuotaName = keyof typeof DAILY_LIMITS;
export type Usage = Readonly<Record<QuotaName, number>>;

const NONE: Usage = { urlFetch: 0, properties: 0, triggerMs: 0 };
const DAY_MS = 86_400_000;
const WORDS: Readonly<Record<QuotaName, string>> = {
  urlFetch: 'urlfetch',
  properties: 'properties',
  triggerMs: 'computer time',
};

export class Quotas {
  readonly #used = new Map<string, Usage>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  used(email: string): Usage {
    return this.#used.get(this.#key(email)) ?? NONE;
  }

  count(email: string, name: QuotaName, amount = 1): void {
    const used = this.used(email);
    if (used[name] + amount > DAILY_LIMITS[name])
      throw new Error(`Service invoked too many times for one day: ${WORDS[name]}.`);
    this.#used.set(this.#key(email), { ...used, [name]: used[name] + amount });
  }

  /** For what was used already, limit or not. */
  add(email: string, name: QuotaName, amount: number): void {
    const used = this.used(email);
    this.#used.set(this.#key(email), { ...used, [name]: used[name] + amount });
  }

  exhausted(email: string, name: QuotaName): boolean {
    return this.used(email)[name] >= DAILY_LIMITS[name];
  }

  #key(email: string): string {
    return `${Math.floor(this.#now() / DAY_MS)} ${email}`;
  }
}
