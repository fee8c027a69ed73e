/** What can happen in a commune, one step at a time: drawn by fast-check, so that a run that fails is made shorter by it. */
import fc from 'fast-check';
import type { Act } from '../../addon/desk/stand-in/host.ts';
import type { Selection } from '../../addon/rpc.ts';
import { cellAt } from '../../addon/sidebar/model/cells.ts';
import { cellOf } from '../../scripts/sample/grid-cells.ts';
import type { Period } from '../../shared/periods.ts';
import { inputsOf } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import { NO_MISHAPS, type Office } from './office.ts';
import type { CallFate, Sidebar } from './sidebar.ts';
import { ADMIN, plan, REVIEWER, type Simulation } from './simulation.ts';

/** How often each kind of step comes, in parts of their sum. */
const KINDS = {
  // A person at the sidebar
  commits: 9,
  reasons: 2,
  submits: 3,
  undoes: 2,
  keeps: 1,
  settles: 2,
  reloads: 1,
  // A person in the grid
  types: 5,
  pastes: 1,
  clears: 1,
  'takes-back': 1,
  'inserts-a-row': 1,
  // The script
  serves: 9,
  'sends-by-menu': 1,
  together: 1,
  // Time and what it brings
  'a-moment': 12,
  'a-while': 5,
  'half-a-day': 1,
  // The network
  weather: 8,
  'arrives-late': 12,
  'fetches-used-up': 1,
  'properties-full': 1,
  'run-is-ended': 3,
  // The Worker
  evicts: 12,
  crashes: 12,
  'rotates-keys': 4,
  'issuer-goes': 1,
  // The commune's office
  returns: 5,
  accepts: 4,
  locks: 3,
  unlocks: 4,
  // A copied workbook
  copies: 1,
  'works-in-a-copy': 1,
} as const;
type Kind = keyof typeof KINDS;

/** One step. What the numbers mean is up to its kind; each is taken modulo what there is to choose from. */
export interface Step {
  readonly kind: Kind;
  readonly unit: number;
  readonly person: number;
  readonly period: number;
  readonly input: number;
  readonly value: number;
  /** Of all chance within the step. */
  readonly salt: number;
}

const PERIODS: readonly Period[] = ['2025-Q4', '2026-Q2', '2026-Q3', '2026-Q3', '2026-Q3'];
const SECOND = 1000;
const HOUR = 3_600_000;

const anyKind: fc.Arbitrary<Kind> = fc.oneof(
  ...Object.entries(KINDS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) })),
);

export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: anyKind,
  unit: fc.nat({ max: 3 }),
  person: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  period: fc.nat({ max: PERIODS.length - 1 }),
  input: fc.nat({ max: 9 }),
  value: fc.nat({ max: 9_999 }),
  salt: fc.nat({ max: 0x7fff_ffff }),
});

/** Everything that a step of a kind does. */
const DEEDS: Readonly<Record<Kind, (at: Place) => void>> = {
  commits: ({ office, user, period, input, value }) =>
    commit(office.sidebar(user), { period, input: input.id }, valueFor(input, value)),
  reasons: ({ office, user, period, input, value }) => {
    const sidebar = office.openSidebar(user);
    if (sidebar === null) return;
    const cell = { period, input: input.id };
    sidebar.store.dispatch({ type: 'reason-typed', cell, text: value % 5 === 0 ? '' : `Lý do ${value}` });
    void sidebar.actions.saveReason(cell);
  },
  submits: ({ office, user, period }) => {
    const sidebar = office.openSidebar(user);
    if (sidebar === null) return;
    sidebar.actions.showPeriod(period);
    void sidebar.actions.submit(true);
  },
  undoes: ({ office, user }) => void office.openSidebar(user)?.actions.undo(),
  keeps: ({ office, user, period }) => {
    const sidebar = office.openSidebar(user);
    if (sidebar === null) return;
    sidebar.actions.showPeriod(period);
    void sidebar.actions.keep(
      Object.fromEntries(sidebar.store.keepable.peek().map(({ input, value }) => [input.id, value])),
    );
  },
  settles: ({ office, user, value }) => {
    const sidebar = office.openSidebar(user);
    const [conflict] = sidebar?.store.state.peek().conflicts ?? [];
    if (sidebar == null || conflict === undefined) return;
    const keep = value % 2 === 0 ? ('mine' as const) : ('theirs' as const);
    void sidebar.actions.settle(conflict, Object.fromEntries(conflict.differences.map(({ input }) => [input, keep])));
  },
  reloads: ({ office, user }) => office.close(user),
  types: (at) => at.office.inGrid(at.user, (person) => person.edit(cell(at).sheetId, cell(at), typedText(at))),
  pastes: (at) => at.office.inGrid(at.user, (person) => person.paste(cell(at).sheetId, cell(at), block(at))),
  clears: (at) =>
    at.office.inGrid(at.user, (person) =>
      person.clear(cell(at).sheetId, { ...cell(at), rows: 1 + (at.step.value % 3), columns: 1 }),
    ),
  'takes-back': ({ office, user }) => office.inGrid(user, (person) => person.undo()),
  'inserts-a-row': (at) => at.office.inGrid(at.user, (person) => person.insertRows(cell(at).sheetId, cell(at).row, 1)),
  serves: ({ simulation, office, value }) => {
    for (const sidebar of office.sidebars.values()) {
      for (let calls = 0; calls <= value % 3 && sidebar.waiting > 0; calls++)
        office.serve(sidebar, callFate(simulation));
    }
    office.mishaps = { ...office.mishaps, killedAt: null };
  },
  'sends-by-menu': ({ office, user }) => office.ran(() => [office.host.run('menuSend', [], { user, via: 'menu' })]),
  together: (at) => {
    const { simulation, office, step } = at;
    const [one, other] = office.clerks;
    const pulse: Act = {
      functionName: 'sidebarPulse',
      args: [{ seen: null, period: at.period }],
      user: other,
      via: 'sidebar',
    };
    const commit: Act = {
      functionName: 'sidebarCommit',
      args: [{ period: at.period, input: at.input.id, value: valueFor(at.input, at.value) }],
      user: one,
      via: 'sidebar',
    };
    const clock: Act = { clock: simulation.now + HOUR };
    office.ran(() =>
      office.host
        .runTogether([commit, step.value % 2 === 0 ? pulse : clock], { seed: step.salt })
        .outcomes.flatMap(({ runs }) => runs),
    );
  },
  'a-moment': ({ simulation, value }) => simulation.wait(1 + (value % 5) * SECOND),
  'a-while': ({ simulation, value }) => simulation.wait((1 + (value % 40)) * 60 * SECOND),
  'half-a-day': ({ simulation, value }) => simulation.wait(2 * HOUR + (value % 10) * HOUR),
  weather: ({ simulation, value }) => {
    simulation.weather = (['fine', 'poor', 'poor', 'down'] as const)[value % 4] ?? 'fine';
  },
  'arrives-late': ({ simulation }) => simulation.network.arriveLate(simulation.chance()),
  'fetches-used-up': ({ office }) => {
    office.mishaps = { ...office.mishaps, fetchesUsedUp: !office.mishaps.fetchesUsedUp };
  },
  'properties-full': ({ office }) => {
    office.mishaps = { ...office.mishaps, propertiesFull: !office.mishaps.propertiesFull };
  },
  'run-is-ended': ({ office, value }) => {
    office.mishaps = { ...office.mishaps, killedAt: 1 + (value % 60) };
  },
  evicts: ({ simulation }) => simulation.ledger.evict(simulation.now),
  crashes: ({ simulation, value }) => {
    simulation.crash = value % 4 === 0 ? 'before-answer' : { beforeStatement: value % 16 };
  },
  'rotates-keys': ({ simulation }) => simulation.rotateKeys(),
  'issuer-goes': ({ simulation, value }) => simulation.issuerIsThere(value % 3 === 0),
  returns: ({ simulation, office, period }) => {
    const revision = revisionOf(simulation, office.unit, period);
    const headers = revision === null ? {} : { 'If-Match': `"${revision}"` };
    simulation.ask(
      REVIEWER,
      'POST',
      `/api/reports/${office.unit}/${period}/return`,
      { reason: 'Xem lại số liệu' },
      headers,
    );
  },
  accepts: ({ simulation, office, period }) =>
    void simulation.ask(REVIEWER, 'POST', `/api/reports/${office.unit}/${period}/accept`),
  locks: ({ simulation, period }) => void simulation.ask(ADMIN, 'POST', `/api/periods/${period}/lock`),
  unlocks: ({ simulation, period }) =>
    void simulation.ask(ADMIN, 'POST', `/api/periods/${period}/unlock`, { reason: 'Bổ sung số liệu' }),
  copies: ({ simulation, office }) => {
    if (simulation.copies.length < 2) simulation.copy(office.unit);
  },
  'works-in-a-copy': ({ simulation, step, period, input, value }) => {
    const copy = simulation.copies[step.unit % Math.max(1, simulation.copies.length)];
    const sidebar = copy?.sidebar(copy.clerks[0]);
    if (copy === undefined || sidebar == null) return;
    commit(sidebar, { period, input: input.id }, valueFor(input, value));
    while (sidebar.waiting > 0 && simulation.chance() < 0.9) copy.serve(sidebar, 'pass');
  },
};

/** Where a step happens, and with what. */
interface Place {
  readonly simulation: Simulation;
  readonly step: Step;
  readonly office: Office;
  readonly user: Office['clerks'][number];
  readonly period: Period;
  readonly input: InputDefinition;
  readonly value: number;
}

/** Does one step, until nothing of it waits but for time or for the script. */
export function doStep(simulation: Simulation, step: Step): Promise<void> {
  return simulation.step(step.salt, () => {
    const unit = plan.units[step.unit % plan.units.length]?.id ?? '';
    const office = simulation.office(unit);
    const inputs = inputsOf(plan, unit);
    const input = inputs[step.input % inputs.length];
    if (input === undefined) throw new Error(`${unit} reports nothing`);
    const user = office.clerks[step.person === 0 ? 0 : 1];
    const period = PERIODS[step.period % PERIODS.length] ?? '2026-Q3';
    DEEDS[step.kind]({ simulation, step, office, user, period, input, value: step.value });
  });
}

function cell({ office, input, period }: Place) {
  return cellOf(office.model, plan, input, period);
}

function valueFor(input: InputDefinition, value: number): Value {
  if (value % 17 === 0) return null;
  if (value % 19 === 0) return 'na';
  return input.kind === 'flag' ? value % 2 === 0 : value / 10 ** input.decimals;
}

/** Into a cell that the sidebar has a field for. */
function commit(sidebar: Sidebar | null, cell: Selection, value: Value): void {
  const state = sidebar?.store.state.peek();
  if (sidebar === null || state === undefined || state.workbook?.unit == null) return;
  if (state.readings[cell.period]?.[cell.input] !== undefined && cellAt(state, cell).status !== 'absent')
    sidebar.actions.putInto(cell, value);
}

/** As people type: numbers mostly, and what is none. */
function typedText({ input, value }: Place): string {
  const odd = ['khoảng 10', '12/7', '1.234', '50%', 'KAD', '-5'];
  if (value % 4 === 0) return odd[value % odd.length] ?? '';
  const wanted = valueFor(input, value);
  if (wanted === null) return '';
  if (typeof wanted === 'boolean') return wanted ? 'TRUE' : 'FALSE';
  return String(wanted).replace('.', ',');
}

/** Up to 500 cells, as from another spreadsheet. */
function block({ value, simulation }: Place): string[][] {
  const rows = 1 + (value % 50);
  const columns = 1 + (value % 10);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () =>
      simulation.chance() < 0.1 ? 'x' : String(Math.floor(simulation.chance() * 500)),
    ),
  );
}

/** One call in six goes wrong between the sidebar and the script, where the weather is not fine. */
function callFate(simulation: Simulation): CallFate {
  if (simulation.weather === 'fine' || simulation.chance() < 5 / 6) return 'pass';
  return simulation.chance() < 0.5 ? 'request-lost' : 'answer-lost';
}

function revisionOf(simulation: Simulation, unit: string, period: Period): number | null {
  const { status, body } = simulation.ask(REVIEWER, 'GET', `/api/reports/${unit}/${period}`);
  return status === 200 ? (JSON.parse(body) as { revision: number }).revision : null;
}

/** Everything that was done to the commune is over: nothing is ended, lost or refused any more. */
export function makeWell(simulation: Simulation): void {
  simulation.weather = 'fine';
  simulation.crash = null;
  simulation.issuerIsThere(true);
  for (const office of simulation.offices.values()) office.mishaps = NO_MISHAPS;
}
