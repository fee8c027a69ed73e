/** When a time-driven trigger is due. */
import { instant, wallClock } from './model/dates.ts';
import type { ClockSchedule, TriggerState } from './model/workbook-state.ts';

const DAY_MS = 86_400_000;

export function isDue(trigger: TriggerState, now: number, timeZone: string): boolean {
  if (!trigger.schedule) return false;
  const next = nextRun(trigger.schedule, trigger.createdAt, trigger.lastRunAt, timeZone);
  return next !== null && next <= now;
}

/** Null: never again. */
function nextRun(
  schedule: ClockSchedule,
  createdAt: number,
  lastRunAt: number | null,
  timeZone: string,
): number | null {
  if (schedule.kind === 'once') return lastRunAt === null ? schedule.at : null;
  if (schedule.kind === 'every') return (lastRunAt ?? createdAt) + schedule.ms;
  const first = atTime(createdAt, schedule, timeZone);
  if (lastRunAt === null) return first > createdAt ? first : atTime(createdAt + DAY_MS, schedule, timeZone);
  return atTime(lastRunAt + schedule.days * DAY_MS, schedule, timeZone);
}

function atTime(day: number, schedule: { hour: number; minute: number }, timeZone: string): number {
  const clock = { ...wallClock(new Date(day), timeZone), hour: schedule.hour, minute: schedule.minute, second: 0 };
  return instant(clock, timeZone)?.getTime() ?? day;
}
