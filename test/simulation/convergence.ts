/** After all trouble is over and everybody has had time: what the sheets and the Worker then still disagree about. */
import type { OpeningState } from '../../addon/rpc.ts';
import { valuesOf } from '../../addon/sidebar/model/cells.ts';
import type { Period } from '../../shared/periods.ts';
import type { LedgerWatch } from './ledger-watch.ts';
import type { Office } from './office.ts';
import { plan, type Simulation } from './simulation.ts';
import { makeWell } from './steps.ts';

const DAY = 86_400_000;
/** Ten in the morning, Vietnam's time, in the day of UTC: the sweep works then. */
const MORNING = 3 * 3_600_000;
/** Long enough for every back-off and for what counts by the day. */
const MORNINGS = 2;

/** Lets calls run, triggers fire and requests arrive until nothing is on its way any more. */
export async function calmDown(simulation: Simulation): Promise<void> {
  makeWell(simulation);
  for (let morning = 0; morning < MORNINGS; morning++) {
    await simulation.step(morning, () => {
      while (simulation.network.onTheirWay > 0) simulation.network.arriveLate(0);
      simulation.wait(DAY - ((simulation.now - MORNING) % DAY));
    });
    for (const office of simulation.offices.values()) {
      for (const sidebar of office.sidebars.values()) {
        for (let calls = 0; calls < 20 && sidebar.waiting > 0; calls++)
          await simulation.step(calls, () => office.serve(sidebar, 'pass'));
      }
    }
  }
}

/** Sheets whose values the Worker does not have, although nothing that is said to the person stands in the way. */
export function notConverged(simulation: Simulation, watch: LedgerWatch): string[] {
  return [...simulation.offices.values()].flatMap((office) => {
    const [user] = office.clerks;
    const [run] = office.ran(() => [office.host.run('sidebarOpen', [], { user, via: 'sidebar' })]);
    if (run?.ok !== true) return [`open: ${office.unit} cannot be opened: ${run?.error.message}`];
    const opening = run.value as OpeningState;
    return plan.periods.flatMap((period) => unlike(office, opening, period, watch));
  });
}

function unlike(office: Office, opening: OpeningState, period: Period, watch: LedgerWatch): string[] {
  const sync = opening.syncs.find((one) => one.period === period);
  const told = sync?.trouble != null || opening.conflicts.some((one) => one.period === period);
  if (told) return [];
  const inSheet = valuesOf({ readings: opening.readings, pending: {} }, period);
  const stored = watch.revisions(office.unit, period).at(-1)?.values ?? {};
  const differing = [...new Set([...Object.keys(inSheet), ...Object.keys(stored)])].filter(
    (id) => (inSheet[id] ?? null) !== (stored[id] ?? null),
  );
  if (differing.length === 0) return [];
  return [
    `apart: ${office.unit} ${period}: ${differing.map((id) => `${id} is ${inSheet[id] ?? null} in the sheet, ${stored[id] ?? null} stored`).join('; ')}`,
  ];
}
