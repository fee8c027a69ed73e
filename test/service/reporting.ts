/** Senders of whole reports, each with one unit's report of one period to itself, who remember what was acknowledged to them. */
import { DESKS } from '../../addon/desk/server/people.ts';
import { basedOn } from '../../scripts/run/api.ts';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Receipt } from '../../shared/wire.ts';
import type { ServedCommune } from './commune.ts';
import { type Answer, headerIn, openConnection, requestText } from './http-connection.ts';

export const plan = compilePlan(chiengMung());
/** The baseline is not reported by and by. */
const PERIODS = plan.periods.slice(1);

export interface Sender {
  readonly unit: string;
  readonly period: string;
  /** Hashes of contents by revision. */
  readonly acknowledged: ReadonlyMap<number, string>;
  /** Sends the next report, another one than what stands. Rejects where it is not newly taken. */
  send(): Promise<Receipt>;
}

/** As many as there are reports of the term, and no more. */
export async function senders(commune: ServedCommune, count: number): Promise<Sender[]> {
  const places = PERIODS.flatMap((period) => DESKS.map((desk) => ({ ...desk, period }))).slice(0, count);
  if (places.length < count) throw new Error(`there are ${places.length} reports for ${count} senders`);
  return Promise.all(places.map((place) => senderOf(commune, place)));
}

interface Place {
  readonly unit: string;
  readonly period: string;
  readonly email: string;
  readonly book: string;
}

async function senderOf(commune: ServedCommune, { unit, period, email, book }: Place): Promise<Sender> {
  const headers = { Authorization: `Bearer ${await commune.token(email)}`, 'Content-Type': 'application/json' };
  const connection = await openConnection(commune.workerd().port);
  const path = `/api/reports/${unit}/${period}`;
  const current = await connection.send(requestText('GET', path, headers));
  let tag = current.status === 200 ? headerIn(current, 'ETag') : null;
  const acknowledged = new Map<number, string>();
  return {
    unit,
    period,
    acknowledged,
    send: async () => {
      const body = wholeReport(unit, book, nextAfter(tag));
      const answer = await connection.send(requestText('PUT', path, { ...headers, ...basedOn(tag) }, body));
      const receipt = receiptIn(answer);
      tag = `"${receipt.revision}"`;
      acknowledged.set(receipt.revision, receipt.contentHash);
      return receipt;
    },
  };
}

/** The number of the revision that comes after one: never what stands there, for that would be a replay. */
export function nextAfter(tag: string | null): number {
  return tag === null ? 1 : Number(tag.slice(1, -1)) + 1;
}

/** Every number 1, every flag yes, but the first number. */
export function wholeReport(unit: string, sheet: string, first: number): string {
  const inputs = inputsOf(plan, unit);
  const changed = inputs.find(({ kind }) => kind !== 'flag')?.id ?? '';
  const values = inputs.map(({ id, kind }) => [id, kind === 'flag' ? true : 1]);
  return JSON.stringify({ state: 'draft', sheet, values: { ...Object.fromEntries(values), [changed]: first / 4 } });
}

function receiptIn({ status, body }: Answer): Receipt {
  const receipt: Receipt = JSON.parse(body);
  if (receipt.replayed !== false || receipt.ledger.signature === null) throw new Error(`${status} ${body}`);
  return receipt;
}
