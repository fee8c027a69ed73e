/** The script host of one workbook: what Google does round a bound script, namely menus, calls from the sidebar, triggers, quotas. */
import { EditQueue } from './edit-queue.ts';
import { changeLaunches, clockLaunches, editLaunches, openLaunches } from './firing.ts';
import type { HostState, MenuNode } from './host-state.ts';
import { type CallOptions, callLaunch, isLaunch, type Launch } from './launch.ts';
import { readManifest } from './manifest.ts';
import type { ChangeType, EditEvent } from './model/types.ts';
import type { ScriptPorts, ScriptUser, ServiceCall, ShownHtml } from './ports.ts';
import { type DailyLimits, Quotas, type Usage } from './quotas.ts';
import { notFound, type RunOutcome } from './run-outcome.ts';
import { Runner } from './runner.ts';
import type { Schedule } from './schedule.ts';
import type { Step, StepOutcome } from './steps.ts';
import { Together } from './together.ts';
import type { WorkbookModel } from './workbook-model.ts';

export type { MenuNode, RunOutcome };

export interface HostOptions {
  readonly model: WorkbookModel;
  readonly bundleSource: string;
  /** The bundle's other files by their name without ending: HTML files, and the manifest as `appsscript`. */
  readonly files: Readonly<Record<string, string>>;
  readonly ports: ScriptPorts;
  /** Other daily limits than a consumer account's. */
  readonly dailyLimits?: Partial<DailyLimits>;
}

/** What somebody does while others do something: a call, a deed in the grid (with the edit that it was), the clock's triggers, nothing. */
export type Act =
  | ({ readonly functionName: string; readonly args?: readonly unknown[] } & CallOptions)
  | { readonly person: ScriptUser; readonly does: () => EditEvent | null }
  | { readonly clock: number }
  | { readonly pauseMs: number };

export type ScriptHost = ReturnType<typeof createScriptHost>;

export function createScriptHost({ model, bundleSource, files, ports, dailyLimits = {} }: HostOptions) {
  let runs = 0;
  const state: HostState = {
    model,
    ports,
    files,
    manifest: files.appsscript === undefined ? null : readManifest(files.appsscript),
    quotas: new Quotas(() => ports.now(), dailyLimits),
    locks: new Map(),
    caches: new Map(),
    calls: [],
    nextRun: () => {
      runs += 1;
      return runs;
    },
    menus: [],
    sidebar: null,
  };
  const runner = new Runner(state, ports.compile(bundleSource));
  const edits = new EditQueue();

  /** One after the other. */
  const runAll = (launches: readonly Launch[], at?: number): RunOutcome[] =>
    launches.flatMap((launch) => runner.run(launch, at) ?? []);

  return {
    run(functionName: string, args: readonly unknown[], options: CallOptions): RunOutcome {
      const launch = callLaunch(functionName, args, options);
      return isLaunch(launch) ? (runner.run(launch) ?? notFound(launch.identity)) : launch;
    },

    /** Somebody opens the workbook. `NONE` is an add-on that she has not used here yet. */
    open(user: ScriptUser, authMode: 'NONE' | 'LIMITED' = 'LIMITED'): RunOutcome[] {
      state.menus = [];
      return runAll(openLaunches(state, user, authMode));
    },

    /** The edit of a person, as `personAt(...)` returned it. */
    fireEdit(edit: EditEvent, user: ScriptUser): { dropped: boolean; runs: RunOutcome[] } {
      const now = ports.now();
      if (!edits.accepts(now)) return { dropped: true, runs: [] };
      const from = edits.turn(now);
      const [first, ...others] = editLaunches(state, edit, user);
      const simple = runAll([first], from);
      edits.ran(from, simple[0]?.elapsedMs ?? 0);
      return { dropped: false, runs: [...simple, ...runAll(others, from)] };
    },

    fireChange: (changeType: ChangeType, user: ScriptUser): RunOutcome[] =>
      runAll(changeLaunches(state, changeType, user)),

    /** Runs the time-driven triggers that are due at `now` (milliseconds since 1970), each once. */
    fireClock: (now: number): RunOutcome[] => runAll(clockLaunches(state, now)),

    /**
     * At the same time: a line is one act, or several by one person one after the other. Outcomes come in the order of the acts.
     * `endedAt` in milliseconds: the clock of all runs, which the port's clock does not follow by itself.
     */
    runTogether(
      lines: readonly (Act | readonly Act[])[],
      schedule: Schedule,
    ): { readonly outcomes: readonly StepOutcome[]; readonly endedAt: number } {
      const steps = lines.map((line) => (isOne(line) ? [line] : line).map(stepOf));
      return new Together(state, bundleSource).run(steps, schedule);
    },

    menu: (): readonly MenuNode[] => state.menus,
    sidebar: (): ShownHtml | null => state.sidebar,
    quotas: (email: string): Usage => state.quotas.used(email),
    calls: (): readonly (ServiceCall & { readonly ms: number })[] => state.calls,
  };
}

function isOne(line: Act | readonly Act[]): line is Act {
  return !Array.isArray(line);
}

function stepOf(act: Act): Step {
  if ('pauseMs' in act) return { kind: 'pause', ms: act.pauseMs };
  if ('clock' in act) return { kind: 'clock', at: act.clock };
  if ('person' in act) return { kind: 'person', user: act.person, does: act.does };
  return { kind: 'call', launch: callLaunch(act.functionName, act.args ?? [], act) };
}
