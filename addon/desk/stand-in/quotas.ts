/** What each person's runs used today, and the daily limits of a consumer account. */

export const DAILY_LIMITS = {
  urlFetch: 20_000,
  /** Reads and writes together. */
  properties: 50_000,
  /** Runs of installed triggers, all together. */
  triggerMs: 90 * 60_000,
} as const;

export type QuotaName = keyof typeof DAILY_LIMITS;
export type DailyLimits = Readonly<Record<QuotaName, number>>;
export type Usage = Readonly<Record<QuotaName, number>>;

const NONE: Usage = { urlFetch: 0, properties: 0, triggerMs: 0 };
const DAY_MS = 86_400_000;
const WORDS: Readonly<Record<QuotaName, string>> = {
  urlFetch: 'urlfetch',
  properties: 'properties',
  triggerMs: 'computer time',
};

interface Day {
  readonly since: number;
  readonly used: Usage;
}

/** A person's day begins with the first use and is over 24 hours later. */
export class Quotas {
  readonly #days = new Map<string, Day>();
  readonly #now: () => number;
  readonly #limits: DailyLimits;

  constructor(now: () => number, limits: Partial<DailyLimits> = {}) {
    this.#now = now;
    this.#limits = { ...DAILY_LIMITS, ...limits };
  }

  used(email: string): Usage {
    return this.#day(email).used;
  }

  count(email: string, name: QuotaName, amount = 1): void {
    if (this.used(email)[name] + amount > this.#limits[name])
      throw new Error(`Service invoked too many times for one day: ${WORDS[name]}.`);
    this.add(email, name, amount);
  }

  /** For what was used already, limit or not. */
  add(email: string, name: QuotaName, amount: number): void {
    const { since, used } = this.#day(email);
    this.#days.set(email, { since, used: { ...used, [name]: used[name] + amount } });
  }

  exhausted(email: string, name: QuotaName): boolean {
    return this.used(email)[name] >= this.#limits[name];
  }

  #day(email: string): Day {
    const now = this.#now();
    const day = this.#days.get(email);
    return day !== undefined && now - day.since < DAY_MS ? day : { since: now, used: NONE };
  }
}
