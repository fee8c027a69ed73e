/** "Đôn đốc": the text of a reminder, unit by unit what is still missing, ready to be sent by whatever people use. */
import type { Plan } from '../../../shared/plan.ts';
import type { Summary } from '../../../shared/wire.ts';
import { periodName } from '../../../shared/words.ts';
import type { Standing } from '../period.tsx';
import { REMINDER_WORDS } from '../words.ts';

/** Null where nobody has to be reminded: every report is handed in. */
export function reminderText(plan: Plan, summary: Summary, standings: readonly Standing[]): string | null {
  const lines = summary.units.flatMap((unit) => {
    const { entered = 0, expected = 0 } = standings.find((one) => one.unit === unit.id) ?? {};
    switch (unit.state) {
      case 'none':
        return [REMINDER_WORDS.none(unit.name)];
      case 'draft':
        return [REMINDER_WORDS.draft(unit.name, entered, expected, unit.errors, unit.warnings)];
      case 'returned':
        return [REMINDER_WORDS.returned(unit.name)];
      default:
        return [];
    }
  });
  if (lines.length === 0) return null;
  const name = periodName(summary.period, plan.resolution.term.baseline);
  return [REMINDER_WORDS.opening(name), ...lines, REMINDER_WORDS.closing].join('\n');
}
