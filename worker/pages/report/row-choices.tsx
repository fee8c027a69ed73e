/** Which rows of a report are shown: all, those to look at, those that changed. In the address, so that it can be sent. */
import type { Period } from '../../../shared/periods.ts';
import { reportAddress, rowsAddress } from '../addresses.ts';
import { REPORT_WORDS } from '../words.ts';
import { hasChange, hasIssue, type ReportRow, ROW_CHOICES, type RowChoice } from './rows.ts';

interface ChoicesProps {
  readonly unit: string;
  readonly period: Period;
  readonly rows: readonly ReportRow[];
  readonly choice: RowChoice;
}

export function RowChoices({ unit, period, rows, choice }: ChoicesProps) {
  const counts: Readonly<Record<RowChoice, number>> = {
    all: rows.length,
    issues: rows.filter(hasIssue).length,
    changes: rows.filter(hasChange).length,
  };
  return (
    <nav class="row-choices" aria-label={REPORT_WORDS.choice.label} data-live="choices">
      <ul>
        {ROW_CHOICES.map((one) => (
          <li key={one}>
            <a
              href={one === 'all' ? reportAddress(unit, period) : rowsAddress(unit, period, one)}
              aria-current={one === choice ? 'true' : undefined}
            >
              {REPORT_WORDS.choice[one](counts[one])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
