/** The sidebar's opening: the whole workbook read once, compared with what is acknowledged, its carrier looked after. */

import { chiengMungAudit } from '../../shared/resolution/chieng-mung-audit.ts';
import type { OpeningState } from '../rpc.ts';
import { absentPeriod, type BookReading } from './book-reader.ts';
import { ensureCarrier } from './carrier.ts';
import { digestOfReadings } from './observe.ts';
import { readAndNote, sendWaiting } from './send-waiting.ts';
import { setUp } from './set-up.ts';
import { noteSidebarOpen } from './sidebar-heartbeat.ts';
import { conflictsOf, ledgerNotice, selectionIn, syncsOf, workbookState } from './sidebar-state.ts';
import type { Sending } from './sync.ts';
import { thePlan } from './the-plan.ts';
import { ACTION_WORDS } from './words.ts';
import { type Opening, openWorkbook, type Workbook } from './workbook.ts';

/** The rest waits for the next pulse. */
const AT_MOST_PERIODS = 3;

/** @param sending sends some of what waits, where it is said how. */
export function openSidebarState(sending: Sending | null = null): OpeningState {
  noteSidebarOpen();
  const opening = requireOpening();
  const workbook = workbookState(opening);
  if (opening.kind === 'new')
    return {
      workbook,
      selection: null,
      readings: {},
      syncs: [],
      conflicts: [],
      ledger: null,
      ...theResolution(),
      digests: {},
    };
  const read = readAndNote(opening.workbook, opening.outbox, opening.workbook.tabs);
  const sent = sending === null ? read : sendWaiting(opening.workbook, read, sending, AT_MOST_PERIODS);
  const { reading, outbox } = sent;
  ensureCarrier(opening.workbook, outbox);
  const readings = everyPeriod(opening.workbook, reading);
  return {
    workbook,
    selection: selectionIn(opening.workbook, outbox),
    readings,
    digests: Object.fromEntries(Object.entries(readings).map(([period, cells]) => [period, digestOfReadings(cells)])),
    syncs: syncsOf(opening.workbook, outbox),
    conflicts: conflictsOf(opening.workbook, outbox, reading),
    ledger: ledgerNotice(outbox),
    ...theResolution(),
  };
}

function theResolution(): Pick<OpeningState, 'resolution' | 'audit'> {
  return { resolution: thePlan().resolution, audit: chiengMungAudit() };
}

function everyPeriod(workbook: Workbook, { periods }: BookReading): OpeningState['readings'] {
  const absent = absentPeriod(workbook);
  return Object.fromEntries(workbook.plan.periods.map((period) => [period, periods[period] ?? absent]));
}

/** The message of a thrown error is what the sidebar's failure handler shows. */
export function setUpFromSidebar(request: { readonly unit: string; readonly sample?: boolean }): OpeningState {
  const opening = requireOpening();
  const { spreadsheet } = opening.kind === 'open' ? opening.workbook : opening;
  const outcome = setUp(spreadsheet, { unit: request.unit, sample: request.sample === true });
  if (!outcome.ok) throw new Error(outcome.message);
  return openSidebarState();
}

function requireOpening(): Opening {
  const opening = openWorkbook();
  if (opening === null) throw new Error(ACTION_WORDS.notSetUp);
  return opening;
}
