/** The script host of one workbook: what Google does round a bound script, namely menus, calls from the sidebar, triggers, quotas. */
import { isDue } from './clock-triggers.ts';
import { EditQueue } from './edit-queue.ts';
import type { HostState, MenuNode } from './host-state.ts';
import { readManifest } from './manifest.ts';
import { wallClock } from './model/dates.ts';
import type { ChangeType, EditEvent } from './model/types.ts';
import type { TriggerEvent, TriggerState } from './model/workbook-state.ts';
import type { ScriptPorts, ScriptUser, ServiceCall, ShownHtml } from './ports.ts';
import { Quotas, type Usage } from './quotas.ts';
import type { RunIdentity } from './run.ts';
import { eventBase, type MakeArguments, Runner, type RunOutcome } from './runner.ts';
import { makeUser } from './services/session.ts';
import { wireValue } from './wire-value.ts';
import type { WorkbookModel } from './workbook-model.ts';

export type { MenuNode, RunOutcome };

export interface HostOptions {
  readonly model: WorkbookModel;
  readonly bundleSource: string;
  /** The bundle's other files by their name without ending: HTML files, and the manifest as `appsscript`. */
  readonly files: Readonly<Record<string, string>>;
  readonly ports: ScriptPorts;
}

export interface CallOptions {
  readonly user: ScriptUser;
  /** From the sidebar names that end in "_" cannot be called, and arguments and result are passed as JSON. */
  readonly via: 'sidebar' | 'menu';
}

export type ScriptHost = ReturnType<typeof createScriptHost>;

export function createScriptHost({ model, bundleSource, files, ports }: HostOptions) {
  const state: HostState = {
    model,
    ports,
    files,
    manifest: files.appsscript === undefined ? null : readManifest(files.appsscript),
    quotas: new Quotas(() => ports.now()),
    locks: new Map(),
    caches: new Map(),
    calls: [],
    menus: [],
    sidebar: null,
  };
  const runner = new Runner(state, ports.compile(bundleSource));
  const edits = new EditQueue();

  function simple(
    functionName: string,
    user: ScriptUser,
    makeEvent: MakeEvent,
    authMode: 'NONE' | 'LIMITED',
  ): RunOutcome[] {
    const identity: RunIdentity = { functionName, kind: 'simple', authMode, effective: user, active: user };
    return present(runner.run(identity, withEvent(identity, null, makeEvent)));
  }

  /** Each as its creator; one whose 90 minutes of the day are used up does not run. */
  function installed(event: TriggerEvent, active: ScriptUser, makeEvent: MakeEvent): RunOutcome[] {
    const due = model.script.triggers.filter((trigger) => trigger.event === event);
    return due.flatMap((trigger) => runTrigger(trigger, active, makeEvent));
  }

  function runTrigger(trigger: TriggerState, active: ScriptUser | null, makeEvent: MakeEvent): RunOutcome[] {
    if (state.quotas.exhausted(trigger.creator, 'triggerMs')) return [];
    const kind = trigger.event === 'CLOCK' ? 'clock' : 'installed';
    const effective = active?.email === trigger.creator ? active : { email: trigger.creator };
    const identity: RunIdentity = { functionName: trigger.functionName, kind, authMode: 'FULL', effective, active };
    const outcome = runner.run(identity, withEvent(identity, trigger.id, makeEvent));
    return present(outcome ?? notFound(identity));
  }

  function call(functionName: string, args: readonly unknown[], { user, via }: CallOptions): RunOutcome {
    const identity: RunIdentity = { functionName, kind: 'call', authMode: 'FULL', effective: user, active: user };
    const passed = args.map(wireValue);
    const bad = passed.find((one) => !one.ok);
    if (bad && !bad.ok)
      return failed(identity, 'TypeError', `Failed due to illegal value in property: ${bad.path} (${bad.why})`);
    if (via === 'sidebar' && functionName.endsWith('_')) return notFound(identity);
    const values = passed.flatMap((one) => (one.ok ? [one.value] : []));
    const outcome = runner.run(identity, () => values) ?? notFound(identity);
    if (!outcome.ok || via === 'menu') return outcome;
    const result = wireValue(outcome.value);
    if (result.ok) return { ...outcome, value: result.value };
    return {
      ...failed(identity, 'TypeError', `The result cannot be passed: ${result.path} (${result.why})`),
      elapsedMs: outcome.elapsedMs,
    };
  }

  return {
    run: call,

    /** Somebody opens the workbook. `NONE` is an add-on that she has not used here yet. */
    open(user: ScriptUser, authMode: 'NONE' | 'LIMITED' = 'LIMITED'): RunOutcome[] {
      state.menus = [];
      const event: MakeEvent = (kit) => ({ source: kit.spreadsheet(), user: makeUser(kit.run, '') });
      const outcomes = simple('onOpen', user, event, authMode);
      return authMode === 'NONE' ? outcomes : [...outcomes, ...installed('ON_OPEN', user, event)];
    },

    /** The edit of a person, as `personAt(...)` returned it. */
    fireEdit(edit: EditEvent, user: ScriptUser): { dropped: boolean; runs: RunOutcome[] } {
      const now = ports.now();
      if (!edits.accepts(now)) return { dropped: true, runs: [] };
      const event: MakeEvent = (kit) => ({
        source: kit.spreadsheet(),
        range: kit.range(edit.sheetId, edit.area),
        user: makeUser(kit.run, ''),
        ...(edit.value === undefined ? {} : { value: edit.value }),
        ...(edit.oldValue === undefined ? {} : { oldValue: edit.oldValue }),
      });
      const first = simple('onEdit', user, event, 'LIMITED');
      const runs = [...first, ...installed('ON_EDIT', user, event)];
      edits.ran(now, first[0]?.elapsedMs ?? 0);
      return { dropped: false, runs };
    },

    fireChange(changeType: ChangeType, user: ScriptUser): RunOutcome[] {
      return installed('ON_CHANGE', user, (kit) => ({
        source: kit.spreadsheet(),
        changeType,
        user: makeUser(kit.run, ''),
      }));
    },

    /** Runs the time-driven triggers that are due at `now` (milliseconds since 1970), each once. */
    fireClock(now: number): RunOutcome[] {
      const { timeZone } = model.state;
      return model.script.triggers
        .filter((trigger) => isDue(trigger, now, timeZone))
        .flatMap((trigger) => {
          model.update((kept) => markRun(kept.script, trigger.id, now), { kind: 'script-state' });
          const clock = wallClock(new Date(now), 'UTC');
          return runTrigger(trigger, null, () => clockEvent(clock));
        });
    },

    menu: (): readonly MenuNode[] => state.menus,
    sidebar: (): ShownHtml | null => state.sidebar,
    quotas: (email: string): Usage => state.quotas.used(email),
    calls: (): readonly (ServiceCall & { readonly ms: number })[] => state.calls,
  };
}

type MakeEvent = (kit: Parameters<MakeArguments>[0]) => Record<string, unknown>;

function withEvent(identity: RunIdentity, triggerId: string | null, makeEvent: MakeEvent): MakeArguments {
  return (kit) => [{ ...eventBase(identity, triggerId), ...makeEvent(kit) }];
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

function markRun(script: WorkbookModel['script'], id: string, now: number): void {
  script.triggers = script.triggers.map((one) => (one.id === id ? { ...one, lastRunAt: now } : one));
}

function present(outcome: RunOutcome | null): RunOutcome[] {
  return outcome ? [outcome] : [];
}

function notFound(identity: RunIdentity): RunOutcome {
  return failed(identity, 'Error', `Script function not found: ${identity.functionName}`);
}

function failed(identity: RunIdentity, name: string, message: string): RunOutcome {
  const { functionName, effective } = identity;
  return { ok: false, functionName, user: effective.email, error: { name, message, stack: '' }, elapsedMs: 0 };
}
