/** The sidebar's opening: the whole workbook read once, compared with what is acknowledged, its carrier looked after. */

import { chiengMungAudit } from '../../shared/resolution/chieng-mung-audit.ts';
import type { OpeningState } from '../rpc.ts';
import { ensureCarrier } from './carrier.ts';
import { versionOf } from './observe.ts';
import { readAndNote } from './send-waiting.ts';
import { setUp } from './set-up.ts';
import { noteSidebarOpen } from './sidebar-heartbeat.ts';
import { conflictsOf, ledgerNotice, selectionIn, syncsOf, workbookState } from './sidebar-state.ts';
import { thePlan } from './the-plan.ts';
import { ACTION_WORDS } from './words.ts';
import { type Opening, openWorkbook } from './workbook.ts';

export function openSidebarState(): OpeningState {
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
      version: 0,
    };
  const { readings, outbox } = readAndNote(opening.workbook, opening.outbox, opening.workbook.tabs);
  ensureCarrier(opening.workbook, outbox);
  return {
    workbook,
    selection: selectionIn(opening.workbook, outbox),
    readings: Object.assign({}, ...readings.map((reading) => reading.periods)),
    syncs: syncsOf(opening.workbook, outbox),
    conflicts: conflictsOf(opening.workbook, outbox, readings),
    ledger: ledgerNotice(outbox),
    ...theResolution(),
    version: versionOf(opening.workbook, outbox),
  };
}

function theResolution(): Pick<OpeningState, 'resolution' | 'audit'> {
  return { resolution: thePlan().resolution, audit: chiengMungAudit() };
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
