/** `/api/reports/{unit}/{period}`: taking a report, showing it, and its history. */
import type { Period } from '../../shared/periods.ts';
import { PutReportSchema } from '../../shared/wire.ts';
import { storing } from '../commune/services.ts';
import type { Place } from '../commune/write-queue.ts';
import { type Precondition, readPrecondition } from '../decide/precondition.ts';
import { decideReport, type ReportContent, type SentReport } from '../decide/report.ts';
import { Refusal } from '../problems.ts';
import type { Revision } from '../store/revisions.ts';
import { readBody } from './body.ts';
import { type ActorCall, iso, periodParam, unitParam } from './call.ts';
import { currentOf, etagOf, receiptOf, reportOf } from './receipt.ts';

export async function putReport(call: ActorCall): Promise<Response> {
  const place = call.services.writes.enter();
  try {
    return await put(call, place);
  } finally {
    place.leave();
  }
}

async function put(call: ActorCall, place: Place): Promise<Response> {
  const unit = unitParam(call);
  const period = periodParam(call);
  const { body, raw } = await readBody(call.request, PutReportSchema);
  const sent: SentReport = { unit, period, body, ...rawParts(raw), precondition: preconditionOf(call) };
  const stored = await place.write(() => taken(call, sent));
  const receipt = receiptOf(call.services, stored.revision, stored.isNew ? undefined : { current: stored.current });
  return Response.json(receipt, {
    status: stored.isNew && stored.revision.revision === 1 ? 201 : 200,
    headers: { ETag: etagOf(receipt.revision) },
  });
}

export function preconditionOf({ request }: ActorCall): Precondition | null {
  const read = readPrecondition(request.headers);
  if (!read.ok) throw new Refusal('bad-precondition');
  return read.precondition;
}

/** As they arrived, with every key: a schema's record passes over names such as `constructor`, which are to be refused. */
function rawParts(raw: unknown): Pick<SentReport, 'values' | 'explained'> {
  const { values, reasons, sources } = plainObject(raw);
  const explained = [...Object.keys(plainObject(reasons ?? {})), ...Object.keys(plainObject(sources ?? {}))];
  return { values: plainObject(values), explained: [...new Set(explained)] };
}

/** JSON's own object, not an array, which a schema's record would take as well. */
function plainObject(value: unknown): Readonly<Record<string, unknown>> {
  if (!isObject(value) || Array.isArray(value)) throw new Refusal('bad-request');
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A transaction of its own, among those of others that are written in the same turn. */
function taken(call: ActorCall, sent: SentReport): Taken {
  const { services } = call;
  const stored = services.transaction(() => {
    call.recheck();
    return take(call, sent);
  });
  if (stored.isNew) {
    services.board.put(stored.revision);
    services.changed.add(stored.revision.period);
  }
  return stored;
}

interface Taken {
  readonly revision: Revision;
  readonly isNew: boolean;
  readonly current: Revision | null;
}

/** Inside the transaction: decides on what is stored now, and stores. */
function take(call: ActorCall, sent: SentReport): Taken {
  const { services } = call;
  const { unit, period } = sent;
  const binding = services.settings.sheetOf(unit);
  const decision = decideReport(services.plan, sent, {
    current: services.revisions.current(unit, period),
    lastSent: () => services.revisions.lastSent(unit, period),
    locked: services.settings.lockOf(period)?.locked ?? false,
    binding,
    valuesOf: services.board.valuesOf(unit),
  });
  switch (decision.kind) {
    case 'replay':
      return { revision: decision.revision, isNew: false, current: decision.current };
    case 'refuse':
      throw new Refusal(decision.code);
    case 'conflict':
      throw conflict(decision.current);
    case 'findings':
      throw new Refusal('findings', { findings: decision.findings });
    case 'store':
      return { revision: storing(() => store(call, sent, decision)), isNew: true, current: null };
  }
}

export function conflict(current: Revision | undefined): Refusal {
  return new Refusal('precondition-failed', current === undefined ? {} : { current: currentOf(current) });
}

interface Storing {
  readonly revision: number;
  readonly content: ReportContent;
  readonly bindsSheet: boolean;
}

function store(
  { services, actor, now }: ActorCall,
  sent: SentReport,
  { revision, content, bindsSheet }: Storing,
): Revision {
  const { unit, period, body } = sent;
  const at = iso(now);
  const by = actor.member?.email ?? actor.person.email;
  const { state, sheet, via, editors, sources } = body;
  const fact = { kind: 'report', unit, period, revision, state, sheet, ...content, via, editors, sources, bindsSheet };
  const { index } = services.ledger.append(fact, by, at);
  const stored: Revision = {
    unit,
    period,
    revision,
    state,
    sheet,
    ...content,
    at,
    by,
    reason: null,
    ledgerIndex: index,
  };
  services.revisions.append(stored);
  if (bindsSheet) services.settings.bindSheet(unit, sheet, at);
  return stored;
}

export function getReport(call: ActorCall): Response {
  const { revision } = requireReport(call, unitParam(call), periodParam(call));
  return Response.json(reportOf(call.services, revision), { headers: { ETag: etagOf(revision.revision) } });
}

function requireReport({ services }: ActorCall, unit: string, period: Period): { readonly revision: Revision } {
  const revision = services.revisions.current(unit, period);
  if (revision === undefined) throw new Refusal('no-report');
  return { revision };
}
