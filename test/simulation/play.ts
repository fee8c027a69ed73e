/** Plays steps in a commune that is founded anew, and says what was wrong first. */
import { collectGarbage } from './collect-garbage.ts';
import { calmDown, notConverged } from './convergence.ts';
import { LedgerWatch } from './ledger-watch.ts';
import { falselySaved } from './saved.ts';
import { type Parts, Simulation } from './simulation.ts';
import { doStep, type Step } from './steps.ts';

export interface Played {
  /** What was wrong, and the step after which it was seen; `steps.length` is the end. */
  readonly wrong: readonly string[];
  readonly after: number;
  /** For the account of a run. */
  readonly revisions: number;
  readonly runs: number;
}

export async function play(parts: Parts, steps: readonly Step[]): Promise<Played> {
  collectGarbage();
  const simulation = Simulation.found(parts);
  const watch = new LedgerWatch(simulation);
  const seen = (): string[] => [...watch.look(), ...falselySaved(simulation, watch), ...unexplained(simulation)];
  const done = (wrong: readonly string[], after: number): Played => ({
    wrong,
    after,
    revisions: parts.ledger.stored(0).length,
    runs: [...simulation.offices.values()].reduce((sum, office) => sum + office.runs, 0),
  });
  for (const [place, step] of steps.entries()) {
    if (parts.runtime === 'workerd') parts.ledger.evict(simulation.now);
    await doStep(simulation, step);
    const wrong = seen();
    if (wrong.length > 0) return done(wrong, place);
  }
  await calmDown(simulation);
  return done([...seen(), ...notConverged(simulation, watch), ...watch.lookAtEnd()], steps.length);
}

function unexplained(simulation: Simulation): string[] {
  return [...simulation.offices.values(), ...simulation.copies].flatMap((office) =>
    office.unexplained.splice(0).map((line) => `failed: ${office.unit} ${line}`),
  );
}
