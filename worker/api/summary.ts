/** `/api/summary`: the consolidated view of a period, with a strong tag of exactly what is answered. */
import type { Period } from '../../shared/periods.ts';
import { BASES, type Basis, type Summary } from '../../shared/wire.ts';
import { sha256 } from '../canonical.ts';
import type { Services, SummaryText } from '../commune/services.ts';
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
  const { bytes, tag } = textOf(call.services, summaryQuestion(call));
  return tagged(call.request, tag, { 'Content-Type': 'application/json' }, () => bytes);
}

function textOf(services: Services, { period, basis }: SummaryQuestion): SummaryText {
  const { board, summaries } = services;
  const frame = frameOf(services, period);
  const name = `${period} ${basis} ${frame.locked}`;
  const known = summaries.find(frame.head, name);
  if (known !== undefined) return known;
  const json = board.summaryText(period, basis, frame);
  return summaries.keep(frame.head, name, { bytes: new TextEncoder().encode(json), tag: sha256(json) });
}

function frameOf({ settings, ledger }: Services, period: Period) {
  return { locked: settings.lockOf(period)?.locked ?? false, head: ledger.head() };
}
