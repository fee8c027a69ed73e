/** What sidebars say of where the numbers are, held against where they are. */
import { valuesOf } from '../../addon/sidebar/model/cells.ts';
import { syncLine } from '../../addon/sidebar/model/sync-line.ts';
import type { LedgerWatch } from './ledger-watch.ts';
import type { Office } from './office.ts';
import type { Simulation } from './simulation.ts';

/** "Đã lưu" above values that no revision has. */
export function falselySaved(simulation: Simulation, watch: LedgerWatch): string[] {
  return [...simulation.offices.values(), ...simulation.copies].flatMap((office) =>
    inOffice(simulation, watch, office),
  );
}

function inOffice(simulation: Simulation, watch: LedgerWatch, office: Office): string[] {
  return [...office.sidebars.values()].flatMap(({ store, user }) => {
    const state = store.state.peek();
    const period = store.period.peek();
    if (period === null || syncLine(state, period, new Date(simulation.now)).tone !== 'good') return [];
    const stored = watch.revisions(office.unit, period);
    // Each by itself: what the sidebar shows of a period that it has just turned to may be of different moments.
    return Object.entries(valuesOf(state, period)).flatMap(([input, value]) =>
      stored.some(({ values }) => values[input] === value)
        ? []
        : [`saved: ${user.email} sees “đã lưu” above ${input} ${value} of ${period}, which is not stored`],
    );
  });
}
