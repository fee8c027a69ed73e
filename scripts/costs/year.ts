/** A year of communes in the platform's meters and their price: pure, from what was counted of one. */
import type { Cost } from './counted.ts';

export type Meter =
  | 'workerRequests'
  | 'workerCpuMs'
  | 'objectRequests'
  | 'objectGbSeconds'
  | 'rowsRead'
  | 'rowsWritten'
  | 'storedGbMonths';

/** The published prices; `pricePerMillion` is beyond what is included, and of GB for what is stored. */
export interface Prices {
  readonly read: string;
  readonly currency: string;
  readonly plan: { readonly name: string; readonly aMonth: number; readonly source: string };
  readonly meters: Readonly<
    Record<
      Meter,
      {
        readonly name: string;
        readonly includedAMonth: number;
        readonly pricePerMillion: number;
        readonly freeADay: number | null;
        readonly source: string;
      }
    >
  >;
}

/** How a commune is taken to work, where nothing can be counted. */
export interface Assumptions {
  readonly communes: number;
  /** Days a year on which all four workbooks are filled in from morning to evening. */
  readonly busyDays: number;
  readonly readers: number;
  readonly viewsOfAReaderADay: number;
  readonly workingDays: number;
  /** Views that stay open, and are fetched again with every change. */
  readonly viewsOpenOnBusyDays: number;
}

/** What was counted. */
export interface Counts {
  /** Calls of a day's four add-ins to the service: on a busy day, and while nobody is there. */
  readonly calls: { readonly busy: number; readonly quiet: number };
  /** Of a report that is sent, and of an overview that is looked at. `ms` of the processor. */
  readonly report: Cost & { readonly ms: number };
  readonly overview: Cost & { readonly ms: number };
  readonly ticket: Cost & { readonly ms: number };
  /** Rows that a night reads for each entry of the ledger, and rows that it writes. */
  readonly night: { readonly rowsReadAnEntry: number; readonly rowsWritten: number; readonly msAnEntry: number };
  readonly bytesAnEntry: number;
}

const DAYS = 365;
const OBJECT_GB = 0.128;

/** One commune's year. Every call of an add-in is taken for a report, which is the dearest that it can be. */
export function yearOfOne(counts: Counts, assumed: Assumptions): Readonly<Record<Meter, number>> {
  const { calls, report, overview, ticket, night } = counts;
  const sent = assumed.busyDays * calls.busy + (DAYS - assumed.busyDays) * calls.quiet;
  const opened = assumed.workingDays * assumed.readers * assumed.viewsOfAReaderADay;
  const looked = opened + assumed.busyDays * calls.busy * assumed.viewsOpenOnBusyDays;
  // A view that is opened takes a ticket and then a connection.
  const tickets = 2 * opened;
  const requests = sent + looked + tickets;
  const ms = sent * report.ms + looked * overview.ms + tickets * ticket.ms;
  // The ledger grows evenly: a night reads half of the year's entries on average.
  const entriesOfNights = (DAYS * sent) / 2;
  const each = (of: (cost: Cost) => number) => sent * of(report) + looked * of(overview) + tickets * of(ticket);
  return {
    workerRequests: requests,
    workerCpuMs: ms,
    objectRequests: requests + DAYS,
    objectGbSeconds: ((ms + entriesOfNights * night.msAnEntry) / 1000) * OBJECT_GB,
    rowsRead: each(({ rowsRead }) => rowsRead) + entriesOfNights * night.rowsReadAnEntry,
    rowsWritten: each(({ rowsWritten }) => rowsWritten) + DAYS * night.rowsWritten,
    storedGbMonths: (sent * counts.bytesAnEntry) / 1e9,
  };
}

/** Beyond what is included, a month. */
export function priceAMonth(meter: Prices['meters'][Meter], aYear: number, isStored: boolean): number {
  const aMonth = isStored ? aYear : aYear / 12;
  return (Math.max(0, aMonth - meter.includedAMonth) / 1e6) * meter.pricePerMillion;
}

/** Markdown: a row a meter, and the sum. */
export function yearTable(one: Readonly<Record<Meter, number>>, communes: number, prices: Prices): string {
  const meters = Object.entries(prices.meters) as [Meter, Prices['meters'][Meter]][];
  const priced = (meter: Meter, count: number) =>
    priceAMonth(prices.meters[meter], one[meter] * count, meter === 'storedGbMonths');
  const rows = meters.map(([meter, { name, includedAMonth, freeADay }]) => [
    name,
    shown(one[meter]),
    freeADay === null ? '–' : `${((one[meter] / DAYS / freeADay) * 100).toPrecision(2)} %`,
    shown(one[meter] * communes),
    shown(includedAMonth * (meter === 'storedGbMonths' ? 1 : 12)),
    money(priced(meter, 1)),
    money(priced(meter, communes)),
  ]);
  const sum = (count: number) => meters.reduce((all, [meter]) => all + priced(meter, count), prices.plan.aMonth);
  return [
    [
      'meter',
      'one commune, a year',
      'of the free plan, an average day',
      `${shown(communes)} communes, a year`,
      'included a year',
      `${prices.currency} a month, one`,
      `${prices.currency} a month, all`,
    ],
    ['---', '---:', '---:', '---:', '---:', '---:', '---:'],
    ...rows,
    ['with the plan itself', '', '', '', '', money(sum(1)), money(sum(communes))],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function money(amount: number): string {
  return amount.toFixed(2);
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(2);
}
