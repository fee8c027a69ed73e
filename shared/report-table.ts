/**
 * The reports of a whole commune, taken in one after another: rows of cells, with the totals over all units kept up to date, and what has
 * changed since somebody looked.
 */
import { type Cells, CellTable, codeOf, emptyCells, placeReported } from './cells.ts';
import { communePlan, type Form } from './commune-plan.ts';
import { INVALID, MISSING, type Plan } from './plan.ts';
import type { Values } from './values.ts';

/** The inputs that a report names, in its order, and their places; -1 for what its unit does not report. */
interface Order {
  readonly ids: readonly string[];
  readonly places: readonly number[];
}

/** What all units' reports of a period say of each input, by its place. */
interface Totals {
  /** The sum of all numbers; not a number once it was too large for a double to hold exactly. */
  readonly sums: number[];
  /** How many units have a number. */
  readonly counts: number[];
}

/** Later than any period: nothing has changed. */
const NEVER = 2 ** 30;

/** The current reports of all units and periods. */
export class ReportTable extends CellTable {
  /** The places of the inputs that reports have changed since this was last cleared, */
  readonly changed: number[] = [];
  /** and by an input's place the earliest period of such a report. */
  readonly changedFrom: number[];
  /** A form sends its inputs in one order, and a report like the last one is read without looking up any of them. */
  private readonly orders = new Map<Form, Order>();
  private readonly forms: readonly Form[];
  /** By the period's place; none where there is no report. */
  private readonly totals: (Totals | undefined)[] = [];
  /** The report that is being read. */
  private readonly read: Cells;

  constructor(plan: Plan) {
    super(plan);
    this.changedFrom = plan.inputs.map(() => NEVER);
    this.forms = communePlan(plan).forms;
    this.read = emptyCells(plan);
  }

  /** Replaces a unit's report of a period. */
  put(period: number, unit: number, values: Values): void {
    const form = this.forms[unit];
    if (form === undefined) return;
    this.readCells(form, unit, values);
    const row = this.rowOf(period, unit);
    const { read, changedFrom } = this;
    const { sums, counts } = this.totalsOf(period);
    for (const place of form.inputs) {
      const before = row[place] ?? MISSING;
      const after = read[place] ?? MISSING;
      if (before === after) continue;
      row[place] = after;
      const earliest = changedFrom[place] ?? NEVER;
      if (earliest === NEVER) this.changed.push(place);
      if (period < earliest) changedFrom[place] = period;
      // Codes that are no numbers are below zero.
      const sum = (sums[place] ?? 0) - Math.max(before, 0) + Math.max(after, 0);
      sums[place] = sum <= Number.MAX_SAFE_INTEGER ? sum : Number.NaN;
      counts[place] = (counts[place] ?? 0) - (before >= 0 ? 1 : 0) + (after >= 0 ? 1 : 0);
    }
  }

  /** Forgets what has changed. */
  clearChanges(): void {
    for (const place of this.changed) this.changedFrom[place] = NEVER;
    this.changed.length = 0;
  }

  /** The exact sum of an input over so many units where each has a number; else not a number: those have to be looked at one by one. */
  sum(period: number, input: number, units: number): number {
    const totals = this.totals[period];
    return totals !== undefined && totals.counts[input] === units ? (totals.sums[input] ?? Number.NaN) : Number.NaN;
  }

  /** Both of a part and a whole that contradict each other are invalid (`part-exceeds-whole`). */
  private readCells(form: Form, unit: number, values: Values): void {
    const { read } = this;
    const { places } = this.orderOf(form, unit, Object.keys(values));
    const given = Object.values(values);
    read.fill(MISSING);
    for (let at = 0; at < given.length; at++) {
      const place = places[at] ?? -1;
      if (place >= 0) read[place] = codeOf(given[at]);
    }
    let contradicted: number[] | undefined;
    for (const part of form.parts) {
      const whole = this.plan.wholeOf[part] ?? -1;
      const wholeValue = read[whole] ?? MISSING;
      if (wholeValue >= 0 && (read[part] ?? MISSING) > wholeValue) {
        contradicted ??= [];
        contradicted.push(part, whole);
      }
    }
    for (const place of contradicted ?? []) read[place] = INVALID;
  }

  private orderOf(form: Form, unit: number, ids: readonly string[]): Order {
    const known = this.orders.get(form);
    if (known !== undefined && isSame(known.ids, ids)) return known;
    const order = { ids, places: ids.map((id) => placeReported(this.plan, unit, id)) };
    this.orders.set(form, order);
    return order;
  }

  private totalsOf(period: number): Totals {
    const { inputs } = this.plan;
    const totals = this.totals[period] ?? { sums: inputs.map(() => 0), counts: inputs.map(() => 0) };
    this.totals[period] = totals;
    return totals;
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
