/**
 * Several runs at the same time: each in a thread of its own, stopped at every service call, and a schedule says who makes the
 * next one. A lock that another run holds is waited for while the others go on. All of it repeats with the same schedule.
 */
import { EditTurns } from './edit-turns.ts';
import { GOOGLE_SAYS } from './failures.ts';
import { clockLaunches, editLaunches } from './firing.ts';
import type { HostState } from './host-state.ts';
import { isLaunch, type Launch } from './launch.ts';
import { LiveRun } from './live-run.ts';
import { errorOf, failed } from './run-outcome.ts';
import { chooserOf, type Schedule, turnOf } from './schedule.ts';
import type { Step, StepOutcome, Told } from './steps.ts';

/** Google's limit for one account. */
const AT_ONCE = 30;

/** Nobody who can go on is passed over by runs that are this much later: calls at the same time do not make each other wait. */
const AT_MOST_LATER_MS = 10_000;

/** One who takes turns: somebody who does one step after the other, or a run that a trigger fired. */
interface Turn {
  readonly steps: { readonly step: Step; readonly told: Told }[];
  /** When the next step can be done. */
  from: number;
  live: { readonly run: LiveRun; readonly told: Told; readonly after: () => void } | null;
}

interface FiredEdit {
  readonly launches: readonly [Launch, ...Launch[]];
  readonly told: Told;
}

export class Together {
  readonly #host: HostState;
  readonly #source: string;
  readonly #turns: Turn[] = [];
  readonly #edits = new EditTurns<FiredEdit>();
  /** Of the edit whose trigger runs, or ran last. */
  #edit: Turn | null = null;
  #last = 0;
  /** The clock of all, milliseconds: when the newest call began. */
  #now: number;

  constructor(host: HostState, source: string) {
    this.#host = host;
    this.#source = source;
    this.#now = host.ports.now();
  }

  /** The steps of a line are done one after the other. Outcomes come in the order of the steps, line by line. */
  run(lines: readonly (readonly Step[])[], schedule: Schedule): { outcomes: StepOutcome[]; endedAt: number } {
    const outcomes: StepOutcome[] = [];
    for (const line of lines) {
      const steps = line.map((step) => ({ step, told: { dropped: false, runs: [] } }));
      outcomes.push(...steps.map(({ told }) => told));
      this.#turns.push({ ...newTurn(), steps });
    }
    for (const turn of this.#turns) this.#proceed(turn);
    const choose = chooserOf(schedule);
    while (this.#anybodyGoes(() => choose(this.#last)));
    return { outcomes, endedAt: this.#now };
  }

  /** False: all have come to their end. */
  #anybodyGoes(choose: () => number): boolean {
    this.#passTo(this.#host.ports.now());
    const wanted = choose();
    for (;;) {
      const ready = this.#ready();
      const first = ready[0];
      if (first === undefined) return this.#letTimePass();
      this.#last = turnOf(wanted, ready);
      const turn = this.#turns[this.#last];
      if (turn !== undefined && this.#goes(turn)) return true;
    }
  }

  #ready(): number[] {
    const able = this.#turns.flatMap(({ steps, from, live }, index) => {
      if (live === null) return steps.length === 0 ? [] : [{ index, at: Math.max(from, this.#now) }];
      return live.run.waitsUntil === null ? [{ index, at: live.run.readyAt(this.#now) }] : [];
    });
    const latest = Math.min(...able.map(({ at }) => at)) + AT_MOST_LATER_MS;
    return able.filter(({ at }) => at <= latest).map(({ index }) => index);
  }

  /** All who are left wait for locks: the first one's patience ends. */
  #letTimePass(): boolean {
    const ends = this.#turns.flatMap(({ live }) => live?.run.waitsUntil ?? []);
    if (ends.length > 0) this.#passTo(Math.min(...ends));
    return ends.length > 0;
  }

  #passTo(now: number): void {
    this.#now = Math.max(this.#now, now);
    for (const { live } of this.#turns) live?.run.notice(this.#now);
  }

  /** False: it had come to its end, so that it is another one's turn. */
  #goes(turn: Turn): boolean {
    const { live } = turn;
    if (live === null) {
      this.#doStep(turn);
      return true;
    }
    if (this.#hasEnded(turn)) return false;
    this.#passTo(live.run.readyAt(this.#now));
    live.run.go(this.#now);
    return true;
  }

  /** Whether a turn's run has come to its end; what follows it then begins. */
  #hasEnded(turn: Turn): boolean {
    const { live } = turn;
    if (live === null) return true;
    const outcome = live.run.ended();
    if (outcome === undefined) return false;
    if (outcome !== null) live.told.runs.push(outcome);
    turn.live = null;
    live.after();
    this.#proceed(turn);
    return true;
  }

  /** A call begins as soon as what was before it has ended; a person and the clock wait for their turn. */
  #proceed(turn: Turn): void {
    const next = turn.steps[0];
    if (next?.step.kind === 'pause') turn.from = this.#now + next.step.ms;
    if (next?.step.kind !== 'call') return;
    turn.steps.shift();
    const { launch } = next.step;
    if (isLaunch(launch)) this.#begin(turn, launch, next.told, () => undefined);
    else next.told.runs.push(launch);
    if (turn.live === null) this.#proceed(turn);
  }

  #doStep(turn: Turn): void {
    const next = turn.steps.shift();
    if (next === undefined) return;
    const { step, told } = next;
    this.#passTo(turn.from);
    if (step.kind === 'person') {
      const edit = step.does();
      if (edit !== null) this.#fire({ launches: editLaunches(this.#host, edit, step.user), told });
    } else if (step.kind === 'clock') {
      for (const launch of clockLaunches(this.#host, step.at)) this.#spawn(newTurn(), launch, told, () => undefined);
    }
    this.#proceed(turn);
  }

  #fire(edit: FiredEdit): void {
    // It may have ended without anybody having looked.
    if (this.#edit !== null) this.#hasEnded(this.#edit);
    const fate = this.#edits.comes(edit);
    if (fate === 'runs') this.#runEdit(edit);
    edit.told.dropped = fate === 'dropped';
  }

  /** The next one's turn comes when the simple trigger has ended. */
  #runEdit({ launches: [simple, ...installed], told }: FiredEdit): void {
    this.#edit = newTurn();
    this.#spawn(this.#edit, simple, told, () => {
      const next = this.#edits.ended();
      if (next !== undefined) this.#runEdit(next);
    });
    for (const launch of installed) this.#spawn(newTurn(), launch, told, () => undefined);
  }

  #spawn(turn: Turn, launch: Launch, told: Told, after: () => void): void {
    this.#turns.push(turn);
    this.#begin(turn, launch, told, after);
  }

  #begin(turn: Turn, launch: Launch, told: Told, after: () => void): void {
    if (this.#livingOf(launch.identity.effective.email) < AT_ONCE) {
      turn.live = { run: new LiveRun(this.#host, this.#source, launch, this.#now), told, after };
      return;
    }
    told.runs.push(failed(launch.identity, errorOf('Error', GOOGLE_SAYS.tooManyRuns)));
    after();
  }

  #livingOf(email: string): number {
    const living = this.#turns.filter(({ live }) => live?.run.run.identity.effective.email === email);
    // Which of them have come to their end is asked only where it matters: until then their threads may be at work.
    return living.length < AT_ONCE ? living.length : living.filter((turn) => !this.#hasEnded(turn)).length;
  }
}

function newTurn(): Turn {
  return { steps: [], from: 0, live: null };
}
