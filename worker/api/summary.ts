/** `/api/summary`: the consolidated view of a period, with a strong tag of exactly what is answered. */
import type { Period } from '../../shared/periods.ts';
import { BASES, type Basis, type Summary } from '../../shared/wire.ts';
import type { Services } from '../commune/services.ts';
import type { SummaryFrame } from '../commune/summary-texts.ts';
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

export function getSummary(call: ActorCall): Response {
  const { services } = call;
  const { period, basis } = summaryQuestion(call);
  const frame = frameOf(services, period);
  const make = () => services.board.summary(period, basis, frame);
  const { bytes, tag } = services.summaryTexts(period, basis, frame, make);
  return tagged(call.request, tag, { 'Content-Type': 'application/json' }, () => bytes);
}

function frameOf({ settings, ledger }: Services, period: Period): SummaryFrame {
  return { locked: settings.lockOf(period)?.locked ?? false, head: ledger.head() };
}
