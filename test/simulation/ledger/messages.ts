/** What the simulation and the thread in which its Worker lives say to each other. */

export interface SimulatedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** As the Worker's front answers it: with 503 where the object's process ended on the way. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The object's process ends before a statement, counted from 0, or when all is stored and nothing is answered yet. */
export type Crash = { readonly beforeStatement: number } | 'before-answer';

/** A revision as it is stored, with its content as JSON text. */
export interface StoredRevision {
  readonly unit: string;
  readonly period: string;
  readonly revision: number;
  readonly state: string;
  readonly sheet: string;
  readonly content: string;
  readonly contentHash: string;
  readonly at: string;
  readonly by: string;
  readonly ledgerIndex: number;
}

/** `now` is epoch milliseconds, and stands still while a command is done. */
export type Command =
  /** An empty storage, and the first instance on it. `env` as wrangler's vars and secrets. */
  | { readonly kind: 'found'; readonly now: number; readonly env: Readonly<Record<string, string>> }
  | { readonly kind: 'request'; readonly now: number; readonly request: SimulatedRequest; readonly crash: Crash | null }
  /** What the instance had in memory is gone; what is stored stays. */
  | { readonly kind: 'evict'; readonly now: number }
  /** Rings, where an alarm is due. */
  | { readonly kind: 'ring'; readonly now: number }
  /** The issuer's public keys from now on; null where it cannot be reached. */
  | { readonly kind: 'keys'; readonly keys: readonly object[] | null }
  /** What is stored: revisions whose ledger entry is above `after`. */
  | { readonly kind: 'stored'; readonly after: number };

export type Reply =
  | { readonly kind: 'answer'; readonly answer: SimulatedAnswer }
  | { readonly kind: 'stored'; readonly revisions: readonly StoredRevision[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };
