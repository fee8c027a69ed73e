/** Every state that a person can meet in the sidebar, by name, each over the resolution and figures that are made up. */

import { expectedInputs } from '../../../shared/completeness.ts';
import { consolidate, type UnitReport } from '../../../shared/consolidate.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Values } from '../../../shared/values.ts';
import type { Summary } from '../../../shared/wire.ts';
import type { ScriptTrouble } from '../../page/script-calls.ts';
import type {
  CellReading,
  Conflict,
  Displaced,
  DisplacedAnswer,
  OpeningState,
  PeriodSync,
  SubmitCheck,
} from '../../rpc.ts';
import type { Actions } from '../actions.ts';
import { answerOf, cell, openingOf, plan, syncOf, UNIT, writtenAnswer, YEAR_END } from '../model/sheet.test-support.ts';
import type { Store } from '../store.ts';

export const NOW = new Date('2026-11-24T11:00:00+07:00');
const EARLIER: Period = '2026-Q3';
const AT = '2026-11-24T03:32:00.000Z';

export interface NamedState {
  readonly name: string;
  readonly given: (store: Store, actions: Actions) => void;
  /** What the script or the Worker answers later: nothing that is read or typed may move. */
  readonly later?: (store: Store) => void;
  /** Clicked once it is drawn. */
  readonly press?: string;
}

/** Before there is a workbook: why it did not open; null while it is being opened. */
export const BEFORE: Readonly<Record<string, ScriptTrouble | null>> = {
  opening: null,
  'not opened': { kind: 'failed', message: 'Bảng tính đang bận. Hãy thử lại sau giây lát.' },
  'two accounts': { kind: 'accounts', message: 'PERMISSION_DENIED' },
  'opened without a network': { kind: 'offline', message: 'NetworkError: HTTP 0' },
};

const EARLY: Values = {
  population: 8000,
  households: 2000,
  enterprises: 12,
  coffeeArea: 401.5,
  fruitArea: 600,
  fruitAreaCoded: 41.5,
  workers: 5200,
  schools: 7,
  visitors: 900,
};
const LATE: Values = { population: 8100, households: 2010, revenue: 1.25, poorHouseholds: 38, visitors: 1200 };
/** Everything that the year's end asks for. */
const WHOLE: Values = {
  ...Object.fromEntries(
    expectedInputs(plan, UNIT, YEAR_END).map((input) => [input.id, input.kind === 'flag' ? true : 0]),
  ),
  ...EARLY,
  ...LATE,
};

function summaryOf(values: Values, more: Partial<Summary> = {}): Summary {
  const reports: UnitReport[] = ['chieng-mung', UNIT, 'muong-bon'].flatMap((unit) => [
    { unit, period: '2025-Q4', values: { population: 7900, households: 1990, poorHouseholds: 55, visitors: 800 } },
    { unit, period: YEAR_END, values: { ...WHOLE, insured: 7300, ...values } },
  ]);
  const { indicators, targets } = consolidate(plan, reports, YEAR_END);
  return {
    resolution: { id: plan.resolution.id, version: 1 },
    period: YEAR_END,
    locked: false,
    ledger: { index: 1, hash: 'h' },
    units: [],
    indicators: [...indicators],
    targets: [...targets],
    ...more,
  };
}

interface Given {
  readonly input?: string;
  readonly values?: Values;
  readonly sync?: Partial<PeriodSync>;
  readonly cells?: Readonly<Record<string, CellReading>>;
  readonly more?: Partial<OpeningState>;
  /** The commune's figures; null while they are not known. */
  readonly summary?: Summary | null;
}

/** Opens the sheet at the year's end with the cursor on an input. */
function at({ input = 'poorHouseholds', values = LATE, sync = {}, cells = {}, more = {}, summary }: Given) {
  return (store: Store, actions: Actions): void => {
    const opening = openingOf({ [EARLIER]: EARLY, [YEAR_END]: values }, cell(input), {
      syncs: [syncOf(YEAR_END, sync)],
      ...more,
    });
    const readings = { ...opening.readings, [YEAR_END]: { ...opening.readings[YEAR_END], ...cells } };
    actions.opened({ ...opening, readings });
    if (summary !== null) store.dispatch({ type: 'summary', summary: summary ?? summaryOf(values) });
  };
}

function typed(input: string, text: string, given: Given = {}): NamedState['given'] {
  return (store, actions) => {
    at({ input, ...given })(store, actions);
    actions.type(text);
  };
}

function and(given: NamedState['given'], ...events: readonly Parameters<Store['dispatch']>[0][]): NamedState['given'] {
  return (store, actions) => {
    given(store, actions);
    for (const event of events) store.dispatch(event);
  };
}

const { poorHouseholds: _poor, ...WITHOUT_POOR } = LATE;
const NO_WORKBOOK = openingOf({}, null).workbook;
const CONFLICT: Conflict = {
  period: YEAR_END,
  revision: 2,
  by: 'reporter.office@demo.test',
  at: AT,
  differences: [
    { input: 'population', mine: 8100, theirs: 8150 },
    { input: 'households', mine: 2010, theirs: null },
    { input: 'fruitAreaCoded', mine: 41.5, theirs: 'na' },
  ],
};
const moved = (id: string, label: string, more: Partial<Displaced> = {}): Displaced => ({
  tab: '2026',
  tabName: '2026',
  line: 'row',
  id,
  label,
  why: 'moved',
  before: 27,
  now: 31,
  places: [],
  ...more,
});
const DISPLACED: DisplacedAnswer = {
  displaced: [
    moved('households', 'Hộ gia đình'),
    moved('population', 'Dân số thực tế thường trú cuối kỳ', { before: null, now: 27 }),
    moved('fruitArea', 'Diện tích cây ăn quả', {
      why: 'renamed',
      now: null,
      places: [{ at: 12, text: 'Diện tích cây ăn quả các loại (kể cả trồng xen)' }],
    }),
    moved('2026-Q4', 'Cả năm', { line: 'column', before: 7, now: 28 }),
    moved('schools', 'Trường mầm non, phổ thông', { why: 'gone', before: null, now: null }),
  ],
  missingTabs: ['2027'],
};
const CHECK: SubmitCheck = {
  tabs: 6,
  cells: 1029,
  values: 48,
  alike: 48,
  elsewhere: [
    { period: '2026-Q2', unsent: 1, errors: 2, conflict: false },
    { period: '2025-Q4', unsent: 0, errors: 0, conflict: true },
  ],
};
const refused = (shown: string, message: string, offer?: number): CellReading => ({
  status: 'unsendable',
  shown,
  message,
  ...(offer === undefined ? {} : { offer }),
});
const trouble = (code: string, message: string) => ({ code, message, retryAt: '2026-11-24T04:05:00.000Z' });
const WAITING = { waiting: true, differing: ['population', 'households', 'poorHouseholds'] };
const KEPT = ['population', 'enterprises', 'coffeeArea'];
const written = (wrote: number | null) =>
  writtenAnswer({
    syncs: [syncOf(YEAR_END)],
    writing: {
      period: YEAR_END,
      cells: [{ input: 'population', wrote, before: { kind: 'value', value: 8000, kept: false } }],
    },
  });
const timing = { askedAt: 50, at: 51 };

/** After the opening. */
export const STATES: readonly NamedState[] = [
  { name: 'to be set up', given: at({ more: { workbook: { ...NO_WORKBOOK, unit: null } } }) },
  { name: 'a copy of no unit', given: at({ more: { workbook: { ...NO_WORKBOOK, unit: null, copyOf: 'sheet-0' } } }) },
  { name: 'a copy of a unit', given: at({ more: { workbook: { ...NO_WORKBOOK, copyOf: 'sheet-0' } } }) },
  {
    name: 'being set up',
    given: and(at({ more: { workbook: { ...NO_WORKBOOK, unit: null } } }), {
      type: 'setting-up',
      state: { kind: 'failed', message: 'Bảng tính đang bận. Hãy thử lại sau giây lát.' },
    }),
  },
  {
    name: 'an empty field',
    given: at({ values: WITHOUT_POOR, summary: null }),
    later: (store) => store.dispatch({ type: 'summary', summary: summaryOf(WITHOUT_POOR) }),
  },
  { name: 'an empty level that may be kept', given: at({ input: 'coffeeArea' }) },
  { name: 'a number of the sheet', given: at({}) },
  {
    name: 'a typed number',
    given: typed('poorHouseholds', '24', { values: WITHOUT_POOR, summary: null }),
    later: (store) => store.dispatch({ type: 'summary', summary: summaryOf(WITHOUT_POOR) }),
  },
  { name: 'money', given: typed('revenue', '2,658') },
  { name: 'two readings', given: typed('population', '8,730') },
  { name: 'a refused text', given: typed('coffeeArea', '1.18') },
  { name: 'a refused value', given: typed('population', '-5') },
  { name: 'a part above its whole', given: typed('poorHouseholds', '2100') },
  { name: 'a warning', given: typed('population', '28000') },
  {
    name: 'a warning with its reason',
    given: at({
      input: 'population',
      values: { ...LATE, population: 28000 },
      sync: { reasons: { population: 'Sáp nhập thêm hai bản từ xã bên, đã có quyết định.' } },
    }),
  },
  {
    name: 'errors and warnings in the period',
    given: at({
      input: 'population',
      values: { ...WHOLE, poorHouseholds: 2100, insured: 9000, schoolsStandard: 9, visitors: 200, population: 28000 },
    }),
  },
  { name: 'not applicable', given: at({ input: 'coffeeArea', values: { ...LATE, coffeeArea: 'na' } }) },
  {
    name: 'a flag',
    given: at({
      input: plan.inputs.find((input) => input.kind === 'flag')?.id ?? '',
      more: { workbook: { ...NO_WORKBOOK, unit: plan.units.find((unit) => unit.kind === 'office')?.id ?? '' } },
    }),
  },
  {
    name: 'a formula',
    given: at({
      input: 'coffeeArea',
      cells: {
        coffeeArea: refused(
          '402',
          'Ô này chứa công thức nên chưa gửi. Hãy gõ kết quả “402” vào thay công thức.',
          401.75,
        ),
      },
    }),
  },
  {
    name: 'a date',
    given: at({
      input: 'population',
      cells: {
        population: refused(
          '01/02/2026',
          'Ô này thành ngày tháng nên chưa gửi. Hãy gõ lại con số; nếu vẫn thành ngày thì gõ trong thanh bên.',
        ),
      },
    }),
  },
  {
    name: 'a text of two readings in the cell',
    given: at({ input: 'population', cells: { population: refused('8,100', 'Đọc thấy “8,100”, chưa gửi.') } }),
  },
  {
    name: 'an unconfirmed value',
    given: at({ input: 'population', values: { ...LATE, ...EARLY }, sync: { unconfirmed: KEPT } }),
  },
  { name: 'the list to keep', given: and(at({ values: WITHOUT_POOR }), { type: 'panel', panel: 'keep' }) },
  {
    name: 'the list to keep, not written',
    given: and(
      at({}),
      { type: 'panel', panel: 'keep' },
      {
        type: 'keeping',
        state: { kind: 'failed', message: 'Bảng tính đang bận. Hãy thử lại sau giây lát.' },
      },
    ),
    press: '.options button',
  },
  {
    name: 'rows that left their place, told',
    given: at({
      sync: {
        ...WAITING,
        trouble: trouble(
          'layout',
          'Trang “2026”: 2 dòng không còn đứng cạnh nhãn của mình, do sắp xếp hoặc cắt dán. Chưa đọc các dòng, cột đó và chưa gửi gì của kỳ này.',
        ),
      },
      cells: {
        poorHouseholds: refused('', 'Nhãn dòng này không còn khớp với vị trí ban đầu, nên chưa đọc và chưa gửi số.'),
      },
    }),
  },
  {
    name: 'rows that left their place',
    given: and(
      at({}),
      { type: 'panel', panel: 'displaced' },
      { type: 'displacement', state: { kind: 'listed', answer: DISPLACED } },
    ),
  },
  {
    name: 'rows that left their place, not bound',
    given: and(
      at({}),
      { type: 'panel', panel: 'displaced' },
      {
        type: 'displacement',
        state: { kind: 'not-bound', answer: DISPLACED, message: 'Dòng 12 được chọn cho hai chỉ tiêu.' },
      },
    ),
  },
  { name: 'asking which rows left their place', given: and(at({}), { type: 'panel', panel: 'displaced' }) },
  { name: 'no cell in the workbook', given: at({ cells: { poorHouseholds: { status: 'absent' } } }) },
  { name: 'a conflict', given: at({ more: { conflicts: [CONFLICT] } }) },
  {
    name: 'a conflict that comes while typing',
    given: typed('population', '82'),
    later: (store) =>
      store.dispatch({
        type: 'pulsed',
        period: YEAR_END,
        timing,
        answer: answerOf({
          syncs: [syncOf(YEAR_END, { ...WAITING, trouble: trouble('conflict', 'khác') })],
          conflicts: [CONFLICT],
        }),
      }),
  },
  {
    name: 'the choice between two reports',
    given: and(at({ more: { conflicts: [CONFLICT] } }), { type: 'panel', panel: 'conflict' }),
  },
  {
    name: 'returned',
    given: at({
      sync: {
        state: 'returned',
        returnReason:
          'Số hộ nghèo chưa khớp với danh sách đã phê duyệt. Đề nghị rà lại ba bản ở phía bắc, bổ sung quyết định công nhận thoát nghèo của năm nay, rồi nộp lại trước ngày 28/11.',
      },
    }),
  },
  { name: 'returned, being worked on', given: at({ sync: { returnReason: 'Đề nghị rà lại số hộ nghèo.' } }) },
  { name: 'submitted', given: at({ values: WHOLE, sync: { state: 'submitted' } }) },
  { name: 'accepted', given: at({ values: WHOLE, sync: { state: 'accepted' } }) },
  { name: 'locked', given: at({ values: WHOLE, summary: summaryOf(WHOLE, { locked: true }) }) },
  {
    name: 'without a network',
    given: and(
      at({ sync: WAITING }),
      { type: 'link', link: { kind: 'down', why: 'network' } },
      {
        type: 'pulse-failed',
        trouble: { kind: 'offline', message: 'HTTP 0' },
      },
    ),
  },
  {
    name: 'waiting for the network',
    given: at({
      sync: {
        ...WAITING,
        trouble: trouble('unreachable', 'Chưa nối được với máy chủ. Số liệu vẫn ở trong bảng tính và sẽ được gửi lại.'),
      },
    }),
  },
  {
    name: 'not taken by the server',
    given: at({
      sync: { ...WAITING, trouble: trouble('forbidden', 'Tài khoản đang dùng chưa có quyền báo cáo cho đơn vị này.') },
    }),
  },
  {
    name: 'on its way into the sheet',
    given: and(at({}), { type: 'committed', cell: cell('poorHouseholds'), value: 40, sequence: 40 }),
    later: (store) =>
      store.dispatch({ type: 'written', cell: cell('poorHouseholds'), sequence: 40, answer: written(40), timing }),
  },
  {
    name: 'not written into the sheet',
    given: and(
      at({}),
      { type: 'committed', cell: cell('poorHouseholds'), value: 40, sequence: 40 },
      {
        type: 'write-failed',
        cell: cell('poorHouseholds'),
        sequence: 40,
        trouble: { kind: 'failed', message: 'hỏng' },
      },
    ),
  },
  {
    name: 'written, and may be taken back',
    given: and(
      at({ input: 'population' }),
      { type: 'committed', cell: cell('population'), value: 8100, sequence: 40 },
      { type: 'written', cell: cell('population'), sequence: 40, answer: written(8100), timing },
    ),
  },
  {
    name: 'two accounts in one sidebar',
    given: and(at({}), { type: 'token-account', account: 'ca.nhan@gmail.test' }),
  },
  { name: 'another ledger', given: at({ more: { ledger: { at: AT, was: 12, is: 3 } } }) },
  {
    name: 'submission asks for what was kept',
    given: and(at({ values: WHOLE, sync: { unconfirmed: KEPT } }), { type: 'submit-asked', period: YEAR_END }),
  },
  { name: 'being submitted', given: and(at({ values: WHOLE }), { type: 'submitting', period: YEAR_END }) },
  {
    name: 'submitted and checked',
    given: and(at({ values: WHOLE }), {
      type: 'submit-answered',
      period: YEAR_END,
      timing,
      answer: { ok: true, check: CHECK, pulse: answerOf({ syncs: [syncOf(YEAR_END, { state: 'submitted' })] }) },
    }),
  },
  {
    name: 'submission refused',
    given: and(at({ values: WHOLE }), {
      type: 'submit-failed',
      period: YEAR_END,
      message: 'Còn 2 ô có nội dung chưa gửi được. Hãy sửa hoặc xóa các ô đó rồi nộp.',
    }),
  },
  { name: 'the definition', given: at({ input: 'revenue' }), press: '#help' },
  { name: 'signs and keys', given: at({ values: WHOLE }), press: '.signs summary' },
  {
    name: 'several figures',
    given: at({ input: 'households', summary: null }),
    later: (store) => store.dispatch({ type: 'summary', summary: summaryOf(LATE) }),
  },
];
