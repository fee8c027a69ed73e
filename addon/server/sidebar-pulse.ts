/** The open sidebar's regular question: what the sheet says now, what waits, what became of it. Sends under the person's name. */

import type { Period } from '../../shared/periods.ts';
import type { PulseAnswer, PulseRequest } from '../rpc.ts';
import { identityToken } from './identity.ts';
import type { Outbox } from './outbox.ts';
import { readAndNote, sendWaiting, tabsToLookAt } from './send-waiting.ts';
import { noteSidebarOpen } from './sidebar-heartbeat.ts';
import { NOTHING_OPEN, pulseAnswer, selectionIn } from './sidebar-state.ts';
import { refreshSummary } from './summary-tab.ts';
import { readBack } from './sync.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** The rest waits for the next pulse: an answer should not take longer than a few requests. */
const AT_MOST_PERIODS = 3;

export function answerPulse(request: PulseRequest): PulseAnswer {
  noteSidebarOpen();
  const opening = openWorkbook();
  if (opening?.kind !== 'open') return NOTHING_OPEN;
  const { workbook, outbox } = opening;
  const read = readAndNote(workbook, outbox, tabsToLookAt(workbook, outbox, request.period));
  const asked = askAfter(workbook, read.outbox, request);
  const sent = sendWaiting(
    workbook,
    { reading: read.reading, outbox: asked },
    { via: 'person', editors: null, urgent: false, submit: false },
    AT_MOST_PERIODS,
  );
  return pulseAnswer({
    workbook,
    outbox: sent.outbox,
    reading: read.reading,
    period: request.period,
    seen: request.version,
    selection: selectionIn(workbook, sent.outbox),
  });
}

/** A returned report whose words are not known yet is asked after too. */
function askAfter(workbook: Workbook, outbox: Outbox, { period, refresh }: PulseRequest): Outbox {
  if (period === null || workbook.copyOf !== null) return outbox;
  if (refresh !== true && !lacksReturnReason(outbox, period)) return outbox;
  const token = identityToken();
  if (token === null) return outbox;
  const read = readBack(workbook, period, token.token) ?? outbox;
  if (refresh === true) refreshSummary(workbook, read, token.token);
  return read;
}

function lacksReturnReason(outbox: Outbox, period: Period): boolean {
  const { state, returnReason } = outbox.record(period);
  return state === 'returned' && returnReason === null;
}
