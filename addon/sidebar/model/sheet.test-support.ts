/** Sheets and answers for the tests of the sidebar. */
import type { Period } from '../../../shared/periods.ts';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import type { Values } from '../../../shared/values.ts';
import type {
  CellReading,
  OpeningState,
  PeriodReadings,
  PeriodSync,
  PulseAnswer,
  Selection,
  WriteAnswer,
} from '../../rpc.ts';
import { type FieldView, fieldOf, placeOf } from './field.ts';
import { reduce } from './reduce.ts';
import { type Draft, INITIAL, type SidebarState } from './state.ts';

export const plan = compilePlan(chiengMung());
export const UNIT = 'muong-bang';
export const YEAR_END: Period = '2026-Q4';

/** Null for an input that the resolution does not have. */
export function fieldAt(
  source: Parameters<typeof fieldOf>[0],
  cell: Selection,
  held: CellReading,
  draft?: Draft,
): FieldView | null {
  const place = placeOf(source, cell, held);
  return place === null ? null : fieldOf(source, place, draft);
}

export function readingsOf(values: Values): PeriodReadings {
  return Object.fromEntries(
    Object.entries(values).map(([input, value]) => [input, { status: 'value', value, fromFormula: false }]),
  );
}

export function syncOf(period: Period, more: Partial<PeriodSync> = {}): PeriodSync {
  return {
    period,
    revision: 1,
    state: 'draft',
    savedAt: '2026-11-24T03:32:00.000Z',
    waiting: false,
    differing: [],
    unconfirmed: [],
    trouble: null,
    returnReason: null,
    reasons: {},
    ...more,
  };
}

export function openingOf(
  sheet: Readonly<Record<string, Values>>,
  selection: Selection | null,
  more: Partial<OpeningState> = {},
): OpeningState {
  return {
    workbook: {
      unit: UNIT,
      spreadsheet: 'sheet-1',
      name: 'Mường Bằng',
      locale: 'vi_VN',
      sample: true,
      account: 'reporter.muong-bang@demo.test',
      workerUrl: 'http://127.0.0.1:9399',
      copyOf: null,
    },
    selection,
    readings: Object.fromEntries(Object.entries(sheet).map(([period, values]) => [period, readingsOf(values)])),
    syncs: [],
    conflicts: [],
    ledger: null,
    resolution: plan.resolution,
    audit: [],
    digests: Object.fromEntries(Object.keys(sheet).map((period) => [period, 'opened'])),
    ...more,
  };
}

/** The sidebar just opened on a sheet; stamps so far: 1. */
export function opened(
  sheet: Readonly<Record<string, Values>>,
  selection: Selection | null = { period: YEAR_END, input: 'population' },
  more: Partial<OpeningState> = {},
): SidebarState {
  return reduce(INITIAL, { type: 'opened', opening: openingOf(sheet, selection, more), start: null, at: 1 });
}

export function answerOf(more: Partial<PulseAnswer> = {}): PulseAnswer {
  return { selection: null, digest: 'answered', readings: null, syncs: [], conflicts: [], ledger: null, ...more };
}

export function writtenAnswer(more: Partial<WriteAnswer> = {}): WriteAnswer {
  return { ...answerOf(), writing: null, left: [], ...more };
}

export const cell = (input: string, period: Period = YEAR_END): Selection => ({ period, input });
