import { describe, expect, test } from 'vitest';
import type { CellReading, PeriodSync } from '../../rpc.ts';
import { CELL_STATE_WORDS } from '../words.ts';
import { CELL_STATES, type CellSource, cellStates } from './cell-state.ts';
import { cell, fieldAt, plan, syncOf, UNIT, YEAR_END } from './sheet.test-support.ts';

interface Given extends Partial<Omit<CellSource, 'field' | 'sync'>> {
  readonly held?: CellReading;
  readonly text?: string;
  readonly sync?: Partial<PeriodSync>;
  readonly unconfirmed?: boolean;
}

const value = (one: number | null): CellReading => ({ status: 'value', value: one, fromFormula: false });

function states({ held = value(8000), text, sync = {}, unconfirmed = false, ...more }: Given): readonly string[] {
  const valuesIn = () => ({ population: 8000, insured: 8000 });
  const draft = text === undefined ? undefined : { text, chosen: null };
  const field = fieldAt({ plan, unit: UNIT, valuesIn, unconfirmed }, cell('population'), held, draft);
  if (field === null) throw new Error('no field');
  const source = { expected: true, closed: false, explained: false, pending: undefined, ...more };
  return cellStates({ field, sync: syncOf(YEAR_END, sync), ...source });
}

const pending = (status: 'writing' | 'failed' | 'written') => ({ value: 1, sequence: 1, status, at: 0 });
const trouble = (code: string) => ({ code, message: 'vì sao', retryAt: null });

describe('how a cell stands', () => {
  test('saved, where the server has it', () => {
    expect(states({})).toEqual(['synced']);
  });

  test('does NOT say saved of a blank, of what nobody sent, or of what differs', () => {
    expect(states({ held: value(null), expected: false })).toEqual([]);
    expect(states({ sync: { revision: null } })).toEqual([]);
    expect(states({ sync: { differing: ['population'] } })).toEqual(['waiting']);
    expect(states({ sync: { differing: ['insured'] } })).toEqual(['synced']);
  });

  test('required, where the period asks for it and nothing is there', () => {
    expect(states({ held: value(null) })).toEqual(['required']);
    expect(states({ held: value(null), closed: true })).toEqual(['locked']);
  });

  test('waiting while it is on its way, failed where it does not come by itself', () => {
    expect(states({ pending: pending('writing') })).toEqual(['waiting']);
    expect(states({ pending: pending('failed') })).toEqual(['failed']);
    const differing = ['population'];
    expect(states({ sync: { differing, trouble: trouble('unreachable') } })).toEqual(['waiting']);
    expect(states({ sync: { differing, trouble: trouble('forbidden') } })).toEqual(['failed']);
  });

  test('not sent, where the cell holds no value; not valid, where a value is wrong', () => {
    expect(states({ held: { status: 'unsendable', shown: '1/2', message: 'là ngày' } })).toEqual(['unsent']);
    expect(states({ text: 'abc' })).toEqual(['invalid', 'typing']);
    expect(states({ held: value(7000) })).toEqual(['invalid', 'synced']);
  });

  test('a warning asks for a reason, and a reason is a comment', () => {
    expect(states({ held: value(90_000) })).toEqual(['warning', 'synced']);
    expect(states({ held: value(90_000), explained: true })).toEqual(['comment', 'synced']);
    expect(states({ explained: true })).toEqual(['comment', 'synced']);
  });

  test('unconfirmed until somebody types over it', () => {
    expect(states({ unconfirmed: true })).toEqual(['unconfirmed', 'synced']);
    expect(states({ unconfirmed: true, text: '8100' })).toEqual(['typing']);
  });

  test('not there at all, where the workbook has no such cell', () => {
    expect(states({ held: { status: 'absent' } })).toEqual(['absent']);
  });

  test('each has a word of its own', () => {
    const words = CELL_STATES.map((state) => CELL_STATE_WORDS[state][0]);
    expect(new Set(words).size).toBe(CELL_STATES.length);
  });
});
