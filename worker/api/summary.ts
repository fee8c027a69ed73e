/** `/api/summary`: the consolidated view of a period, with a strong tag of exactly what is answered. */
import type { Period } from '../../shared/periods.ts';
import { BASES, type Basis, type Summary } from '../../shared/wire.ts';
import { sha256 } from '../canonical.ts';
import type { Services } from '../commune/services.ts';
import { Refusal } from '../problems.ts';
import { type ActorCall, type Call, requirePeriod } from './call.ts';
import { tagged } from './conditional.ts';

export interface SummaryQuestion {
  readonly period: Period;
  readonly basis: Basis;
}

/** What the query asks for; the newest period where it names none. */
export function summaryQuestion({ url, services }: Call): SummaryQuestion {
  const named = url.searchParams.get('period');
  const text = url.searchParams.get('basis') ?? 'latest';
  const period = named === null ? newestPeriod(services) : requirePeriod(services, named);
  const basis = BASES.find((each) => each === text);
  if (basis === undefined) throw new Refusal('bad-request');
  return { period, basis };
}

/** The newest period with a report, else the baseline. */
export function newestPeriod({ board, plan }: Services): Period {
  return board.periods().at(-1) ?? plan.resolution.term.baseline;
}

export function summaryOf(services: Services, { period, basis }: SummaryQuestion): Summary {
  return services.board.summary(period, basis, frameOf(services, period));
}

function frameOf({ settings, ledger }: Services, period: Period) {
  return { locked: settings.lockOf(period)?.locked ?? false, head: ledger.head() };
}

export function getSummary(call: ActorCall): Response {
  const { services } = call;
  const { period, basis } = summaryQuestion(call);
  const body = services.board.summaryText(period, basis, frameOf(services, period));
  return tagged(call.request, sha256(body), { 'Content-Type': 'application/json' }, () => body);
}
