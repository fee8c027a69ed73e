/** A submission's last check: what is open elsewhere in the sheet, and whether the Worker has what the sheet says. */
import * as v from 'valibot';
import type { Period } from '../../shared/periods.ts';
import { findingsOf } from '../../shared/validate.ts';
import { type Values, valueIn } from '../../shared/values.ts';
import { ReportSchema } from '../../shared/wire.ts';
import type { OpenElsewhere, PeriodReadings, SubmitCheck } from '../rpc.ts';
import type { BookReading } from './book-reader.ts';
import { sendableValue } from './cell-reader.ts';
import { identityToken } from './identity.ts';
import type { Outbox } from './outbox.ts';
import { readingsOf } from './sidebar-state.ts';
import { reportPath } from './sync.ts';
import type { Workbook } from './workbook.ts';
import { askWorker } from './worker-client.ts';

/** @param reading every tab of the workbook, read in this run. */
export function lastCheck(workbook: Workbook, outbox: Outbox, reading: BookReading, period: Period): SubmitCheck {
  const sheet = valuesIn(readingsOf(reading, period));
  const cells = Object.values(reading.periods).flatMap((one) => Object.values(one));
  return {
    tabs: reading.tabs.length,
    cells: cells.filter(({ status }) => status !== 'absent').length,
    values: Object.keys(sheet).length,
    alike: alikeOnTheWorker(workbook, period, sheet),
    elsewhere: workbook.plan.periods
      .filter((other) => other !== period)
      .flatMap((other) => openIn(workbook, outbox, reading, other)),
  };
}

/** How many of the sheet's values the stored report has alike; null where it does not come. */
function alikeOnTheWorker(workbook: Workbook, period: Period, sheet: Values): number | null {
  const token = identityToken();
  if (token === null) return null;
  const answer = askWorker({ method: 'get', path: reportPath(workbook, period), token: token.token });
  const report = v.safeParse(ReportSchema, answer.kind === 'response' && answer.status === 200 ? answer.body : null);
  if (!report.success) return null;
  const { values } = report.output;
  return Object.keys(sheet).filter((input) => sheet[input] === valueIn(values, input)).length;
}

function openIn(workbook: Workbook, outbox: Outbox, reading: BookReading, period: Period): readonly OpenElsewhere[] {
  const cells = readingsOf(reading, period);
  const values = valuesIn(cells);
  const current = (other: Period): Values => valuesIn(readingsOf(reading, other));
  const findings = findingsOf(workbook.plan, { unit: workbook.book.unit, period, values, current });
  const open = {
    period,
    unsent: Object.values(cells ?? {}).filter((cell) => cell.status === 'unsendable').length,
    errors: findings.filter((finding) => finding.severity === 'error').length,
    conflict: outbox.record(period).conflict !== null,
  };
  return open.unsent + open.errors > 0 || open.conflict ? [open] : [];
}

/** What may be sent, blanks left out. */
function valuesIn(cells: PeriodReadings | null): Values {
  const values = Object.entries(cells ?? {}).map(([input, cell]) => [input, sendableValue(cell)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== null));
}
