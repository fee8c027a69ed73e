/** Which runs an event of the workbook fires: the simple trigger by its name, then the installed ones as their creators. */
import { isDue } from './clock-triggers.ts';
import type { HostState } from './host-state.ts';
import { type Launch, type MakeEvent, triggerLaunch } from './launch.ts';
import { wallClock } from './model/dates.ts';
import type { ChangeType, EditEvent } from './model/types.ts';
import type { TriggerEvent, TriggerState } from './model/workbook-state.ts';
import type { ScriptUser } from './ports.ts';
import type { Run, RunIdentity } from './run.ts';
import { knownEditor, makeUser } from './services/session.ts';

export function openLaunches(host: HostState, user: ScriptUser, authMode: 'NONE' | 'LIMITED'): Launch[] {
  const event: MakeEvent = (kit) => ({ source: kit.spreadsheet(), user: editor(kit.run) });
  const first = simple('onOpen', user, event, authMode);
  return authMode === 'NONE' ? [first] : [first, ...installed(host, 'ON_OPEN', user, event)];
}

/** The simple one is the first. */
export function editLaunches(host: HostState, edit: EditEvent, user: ScriptUser): [Launch, ...Launch[]] {
  const event: MakeEvent = (kit) => ({
    source: kit.spreadsheet(),
    range: kit.range(edit.sheetId, edit.area),
    user: editor(kit.run),
    ...(edit.value === undefined ? {} : { value: edit.value }),
    ...(edit.oldValue === undefined ? {} : { oldValue: edit.oldValue }),
  });
  return [simple('onEdit', user, event, 'LIMITED'), ...installed(host, 'ON_EDIT', user, event)];
}

export function changeLaunches(host: HostState, changeType: ChangeType, user: ScriptUser): Launch[] {
  return installed(host, 'ON_CHANGE', user, (kit) => ({
    source: kit.spreadsheet(),
    changeType,
    user: editor(kit.run),
  }));
}

/** The time-driven triggers that are due at `now`, each once: they are not due any more afterwards. */
export function clockLaunches(host: HostState, now: number): Launch[] {
  const { model } = host;
  const due = model.script.triggers.filter((trigger) => isDue(trigger, now, model.state.timeZone));
  for (const { id } of due) model.update((kept) => markRun(kept.script, id, now), { kind: 'script-state' });
  const event = clockEvent(wallClock(new Date(now), 'UTC'));
  return due.flatMap((trigger) => ofTrigger(host, trigger, null, () => event));
}

function simple(functionName: string, user: ScriptUser, event: MakeEvent, authMode: 'NONE' | 'LIMITED'): Launch {
  return triggerLaunch({ functionName, kind: 'simple', authMode, effective: user, active: user }, null, event);
}

function installed(host: HostState, event: TriggerEvent, active: ScriptUser, makeEvent: MakeEvent): Launch[] {
  const due = host.model.script.triggers.filter((trigger) => trigger.event === event);
  return due.flatMap((trigger) => ofTrigger(host, trigger, active, makeEvent));
}

/** As its creator; one whose time of the day is used up does not run. */
function ofTrigger(host: HostState, trigger: TriggerState, active: ScriptUser | null, makeEvent: MakeEvent): Launch[] {
  if (host.quotas.exhausted(trigger.creator, 'triggerMs')) return [];
  const kind = trigger.event === 'CLOCK' ? 'clock' : 'installed';
  const effective = active?.email === trigger.creator ? active : { email: trigger.creator };
  const identity: RunIdentity = { functionName: trigger.functionName, kind, authMode: 'FULL', effective, active };
  return [triggerLaunch(identity, trigger.id, makeEvent)];
}

/** An event names the editor as a session does: to her own runs, and within one domain. */
function editor(run: Run): GoogleAppsScript.Base.User {
  return makeUser(run, run.identity.kind === 'installed' ? knownEditor(run) : '');
}

/** Clock events tell the time in UTC. */
function clockEvent(clock: ReturnType<typeof wallClock>): Record<string, unknown> {
  return {
    year: clock.year,
    month: clock.month,
    'day-of-month': clock.day,
    hour: clock.hour,
    minute: clock.minute,
    second: clock.second,
    timezone: 'UTC',
  };
}

function markRun(script: HostState['model']['script'], id: string, now: number): void {
  script.triggers = script.triggers.map((one) => (one.id === id ? { ...one, lastRunAt: now } : one));
}
