/** What the Worker has stored, followed from step to step, and what must be true of it. */
import { consolidate } from '../../shared/consolidate.ts';
import { isPeriod, type Period } from '../../shared/periods.ts';
import type { Values } from '../../shared/values.ts';
import { Oracle } from '../oracle/consolidation.ts';
import { toNumber } from '../oracle/rational.ts';
import type { StoredRevision } from './ledger/messages.ts';
import { ADMIN, plan, type Simulation } from './simulation.ts';

/** A revision with its content read. */
export interface Held extends StoredRevision {
  readonly values: Values;
}

interface Shown {
  readonly indicators: readonly { readonly id: string; readonly value: unknown; readonly verdict: string }[];
}

export class LedgerWatch {
  readonly #simulation: Simulation;
  /** By unit and period, oldest first. */
  readonly #revisions = new Map<string, Held[]>();
  #entry = 0;
  #promises = 0;
  #sendings = 0;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  revisions(unit: string, period: string): readonly Held[] {
    return this.#revisions.get(`${unit} ${period}`) ?? [];
  }

  /** Looks at what is stored now. */
  look(): string[] {
    const revisions = this.#simulation.ledger.stored(this.#entry);
    const changed = new Set<Period>();
    const wrong = revisions.flatMap((revision) => {
      if (isPeriod(revision.period)) changed.add(revision.period);
      return this.#take(revision);
    });
    return [...wrong, ...this.#broken(), ...[...changed].flatMap((period) => this.#unlikeView(period))];
  }

  /** What is kept at the end: every revision there ever was, the chain whole, the view as the domain's words have it. */
  lookAtEnd(): string[] {
    const stored = this.#simulation.ledger.stored(0);
    const known = [...this.#revisions.values()].flat();
    const gone =
      known.length === stored.length ? [] : [`lost: ${known.length} revisions were stored, ${stored.length} are there`];
    const verified = this.#simulation.ask(ADMIN, 'GET', '/api/ledger/verify');
    const unsound = JSON.parse(verified.body).ok === true ? [] : [`ledger: ${verified.body}`];
    const reported = [...new Set(known.map(({ period }) => period))].filter(isPeriod);
    return [...gone, ...unsound, ...reported.flatMap((period) => this.#unlikeDomain(period))];
  }

  #take(stored: StoredRevision): string[] {
    this.#entry = Math.max(this.#entry, stored.ledgerIndex);
    const held: Held = { ...stored, values: (JSON.parse(stored.content) as { values: Values }).values };
    const key = `${stored.unit} ${stored.period}`;
    const before = this.#revisions.get(key) ?? [];
    this.#revisions.set(key, [...before, held]);
    const last = before.at(-1);
    const twice =
      last !== undefined &&
      last.contentHash === held.contentHash &&
      last.state === held.state &&
      last.sheet === held.sheet;
    return [
      ...(held.revision === before.length + 1
        ? []
        : [`lost: ${key} goes from revision ${before.length} to ${held.revision}`]),
      ...(twice ? [`twice: ${key} revision ${held.revision} says what ${last.revision} said`] : []),
    ];
  }

  /** Promises that are not kept, sendings that made more than one revision, answers that nobody should see. */
  #broken(): string[] {
    const { promised, sendings, broken, fromCopies } = this.#simulation.network;
    const unkept = promised.slice(this.#promises).flatMap(({ unit, period, revision, contentHash }) => {
      const kept = this.revisions(unit, period)[revision - 1];
      return kept?.contentHash === contentHash
        ? []
        : [`lost: ${unit} ${period} revision ${revision} was acknowledged and is not there`];
    });
    this.#promises = promised.length;
    // One that is late may arrive at any time.
    const doubled = sendings
      .slice(this.#sendings)
      .flatMap(({ unit, period, made }) =>
        made.length > 1 ? [`twice: one sending made ${unit} ${period} revisions ${made}`] : [],
      );
    this.#sendings = Math.max(0, sendings.length - 50);
    return [
      ...unkept,
      ...doubled,
      ...broken.splice(0).map((line) => `error: ${line}`),
      ...fromCopies.splice(0).map((line) => `copy: ${line}`),
    ];
  }

  #reports() {
    return [...this.#revisions.values()].flatMap((all) => {
      const newest = all.at(-1);
      return newest === undefined || !isPeriod(newest.period)
        ? []
        : [{ unit: newest.unit, period: newest.period, values: newest.values }];
    });
  }

  /** The view of a period, against a consolidation from nothing but what was accepted. */
  #unlikeView(period: Period): string[] {
    const shown = this.#view(period);
    if (shown === null) return [];
    const wanted = consolidate(plan, this.#reports(), period);
    return JSON.stringify(shown.indicators) === JSON.stringify(wanted.indicators)
      ? []
      : [`view: ${period} is not what was reported`];
  }

  /** The same against figures reckoned a second way, from the domain's words. */
  #unlikeDomain(period: Period): string[] {
    const shown = this.#view(period);
    if (shown === null) return [`view: ${period} is not to be had`];
    const oracle = new Oracle(plan.resolution, this.#reports());
    return plan.resolution.indicators.flatMap((definition, place) => {
      const { figure, verdict } = oracle.judgementOf(definition, period);
      const is = shown.indicators[place];
      const wanted = figure.value === null ? null : toNumber(figure.value);
      const found = { value: is?.value == null ? null : Number(is.value), verdict: is?.verdict };
      if (isNear(found.value, wanted) && found.verdict === verdict) return [];
      return [`view: ${definition.id} of ${period} is ${found.value}, ${found.verdict}; not ${wanted}, ${verdict}`];
    });
  }

  #view(period: Period): Shown | null {
    const { status, body } = this.#simulation.ask(ADMIN, 'GET', `/api/summary?period=${period}`);
    return status === 200 ? JSON.parse(body) : null;
  }
}

/** The second reckoning's numbers are rounded to 60 binary places. */
function isNear(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
}
