/** What one run cannot try, as a person tries it by hand in the tab: each step judges the edits that it is told of. */
import { differs, type Finding, holds, shown, when } from './check.ts';
import { ANSWERS, SEEN_WORDS } from './words.ts';

type Edit = GoogleAppsScript.Events.SheetsOnEdit;

/** An edit event's shape, and what the cell holds after it. */
export interface EditFacts {
  readonly range: string;
  readonly cells: number;
  /** Undefined where the event has none. */
  readonly value: unknown;
  readonly oldValue: unknown;
  readonly authMode: string;
  /** Only installed triggers have a `triggerUid`. */
  readonly installed: boolean;
  readonly cell: unknown;
}

export interface Step {
  readonly id: string;
  /** What stands in the step's first cell at the beginning. */
  readonly prefilled: number | '';
  /** Whether the edit has to be in the step's own cells. */
  readonly own: boolean;
  /** Null: this edit says nothing about it. */
  readonly judge: (facts: EditFacts) => Finding | null;
}

export const STEPS: readonly Step[] = [
  ownStep('events.typed', '', (facts) => seen(facts, facts.value === '1180' && facts.oldValue === undefined)),
  ownStep('events.retyped', 1, (facts) => seen(facts, facts.value === '2.5' && facts.oldValue === '1')),
  ownStep('events.cleared', 1, (facts) => seen(facts, facts.value === undefined && facts.oldValue === '1')),
  ownStep('events.pasted-block', '', (facts) => (facts.cells === 2 ? seen(facts, rangeAlone(facts)) : null)),
  ownStep('events.pasted-one', '', (facts) => (facts.cells === 1 ? seen(facts, rangeAlone(facts)) : null)),
  ownStep('events.filled', 1, (facts) => seen(facts, facts.value === undefined)),
  ownStep('events.past-validation', '', (facts) =>
    when(typeof facts.cell === 'string' && facts.cell !== '', SEEN_WORDS.cell(shown(facts.cell))),
  ),
  {
    id: 'events.simple',
    prefilled: '',
    own: false,
    judge: (facts) => (facts.installed ? null : seen(facts, facts.authMode === 'LIMITED')),
  },
  {
    id: 'events.installed',
    prefilled: '',
    own: false,
    judge: (facts) => (facts.installed ? seen(facts, facts.authMode === 'FULL') : null),
  },
  ownStep('looks.elsewhere', '', answered),
  ownStep('looks.sidebar-commits', '', answered),
];

export function factsOf({ range, value, oldValue, authMode, triggerUid }: Edit): EditFacts {
  return {
    range: range.getA1Notation(),
    cells: range.getNumRows() * range.getNumColumns(),
    value,
    oldValue,
    authMode: String(authMode),
    installed: triggerUid !== undefined,
    cell: valueIn(range),
  };
}

/** Undefined where a formula is not computed yet: then the platform may throw. */
function valueIn(range: GoogleAppsScript.Spreadsheet.Range): unknown {
  try {
    return range.getValue();
  } catch {
    return undefined;
  }
}

/** Of one edit two runs are told, the simple trigger's and the installed one's: the first is what the steps are about. */
function ownStep(id: string, prefilled: number | '', judge: Step['judge']): Step {
  return { id, prefilled, own: true, judge: (facts) => (facts.installed ? null : judge(facts)) };
}

function rangeAlone({ value, oldValue }: EditFacts): boolean {
  return value === undefined && oldValue === undefined;
}

function answered({ cell }: EditFacts): Finding | null {
  if (cell !== ANSWERS.yes && cell !== ANSWERS.no) return null;
  return cell === ANSWERS.yes ? holds(cell) : differs(cell);
}

function seen({ range, value, oldValue, authMode, cell }: EditFacts, holding: boolean): Finding {
  const event = SEEN_WORDS.event(range, told(value), told(oldValue), authMode);
  return when(holding, `${event}; ${SEEN_WORDS.cell(shown(cell))}`);
}

/** Usually text; once the platform gave an object here. */
function told(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : shown(value);
}
