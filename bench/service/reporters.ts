/** Clients that send reports: each has a unit's report of one period to itself, and sends it whole with one value changed. */
import { DESKS } from '../../addon/desk/server/people.ts';
import { compilePlan, inputsOf } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Receipt } from '../../shared/wire.ts';
import type { ServedCommune } from '../../test/service/commune.ts';
import { headerIn, openConnection, requestText } from '../../test/service/http-connection.ts';
import type { Client } from './load.ts';

const plan = compilePlan(chiengMung());
/** The baseline is not reported by and by. */
const PERIODS = plan.periods.slice(1);

/** As many as there are reports of the term, and no more. */
export async function reporters(commune: ServedCommune, count: number): Promise<Client[]> {
  const places = PERIODS.flatMap((period) => DESKS.map((desk) => ({ ...desk, period }))).slice(0, count);
  if (places.length < count) throw new Error(`there are ${places.length} reports for ${count} clients`);
  return Promise.all(places.map((place) => reporter(commune, place)));
}

interface Place {
  readonly unit: string;
  readonly period: string;
  readonly email: string;
  readonly book: string;
}

async function reporter(commune: ServedCommune, { unit, period, email, book }: Place): Promise<Client> {
  const token = await commune.token(email);
  const connection = await openConnection(commune.workerd().port);
  const path = `/api/reports/${unit}/${period}`;
  const values = Object.fromEntries(inputsOf(plan, unit).map(({ id, kind }) => [id, kind === 'flag' ? true : 1]));
  const changed = inputsOf(plan, unit).find(({ kind }) => kind !== 'flag')?.id ?? '';
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const current = await connection.send(requestText('GET', path, headers));
  let tag = current.status === 200 ? headerIn(current, 'ETag') : null;
  return async () => {
    // Never what stands there: that would be a replay.
    const next = tag === null ? 1 : Number(tag.slice(1, -1)) + 1;
    const condition: Record<string, string> = tag === null ? { 'If-None-Match': '*' } : { 'If-Match': tag };
    const body = JSON.stringify({ state: 'draft', sheet: book, values: { ...values, [changed]: next / 4 } });
    const answer = await connection.send(requestText('PUT', path, { ...headers, ...condition }, body));
    const receipt: Receipt = JSON.parse(answer.body);
    if (receipt.replayed !== false || receipt.ledger.signature === null) throw new Error(answer.body);
    tag = headerIn(answer, 'ETag');
  };
}
