import { describe, expect, test } from 'vitest';
import type { Period } from '../../../shared/periods.ts';
import type { PeriodSync } from '../../rpc.ts';
import { UNSURE } from './answers.ts';
import { cellAt, valueAt, valuesOf } from './cells.ts';
import { reduce, type SidebarEvent } from './reduce.ts';
import { answerOf, cell, opened, readingsOf, syncOf, writtenAnswer, YEAR_END } from './sheet.test-support.ts';
import { keyOf, type SidebarState } from './state.ts';

const POPULATION = cell('population');
const SHEET = { [YEAR_END]: { population: 8000, households: 2000 } };

function given(state: SidebarState, ...events: readonly SidebarEvent[]): SidebarState {
  return events.reduce(reduce, state);
}

function pulsed(values: Record<string, number>, askedAt: number, at: number): SidebarEvent {
  const answer = answerOf({ readings: readingsOf(values) });
  return { type: 'pulsed', answer, period: YEAR_END, timing: { askedAt, at } };
}

const committed = (value: number, sequence: number): SidebarEvent => ({
  type: 'committed',
  cell: POPULATION,
  value,
  sequence,
});

function written(sequence: number, values: Record<string, number>, askedAt: number, at: number): SidebarEvent {
  const answer = writtenAnswer({ readings: readingsOf(values) });
  return { type: 'written', cell: POPULATION, sequence, answer, timing: { askedAt, at } };
}

describe('answers that come out of order', () => {
  test('a committed value counts at once, before any answer', () => {
    const state = given(opened(SHEET), committed(8100, 2));
    expect(valueAt(state, POPULATION)).toBe(8100);
    expect(valuesOf(state, YEAR_END)).toEqual({ population: 8100, households: 2000 });
  });

  test('a pulse asked before the commit and answered after it does not bring the old value back', () => {
    const state = given(opened(SHEET), committed(8100, 3), pulsed({ population: 8000, households: 2001 }, 2, 4));
    expect(valueAt(state, POPULATION)).toBe(8100);
    expect(valueAt(state, cell('households'))).toBe(2001);
  });

  test('a pulse asked while the commit was under way and answered after its answer does not either', () => {
    const state = given(
      opened(SHEET),
      committed(8100, 2),
      written(2, { population: 8100, households: 2000 }, 3, 5),
      pulsed({ population: 8000, households: 2000 }, 4, 6),
    );
    expect(valueAt(state, POPULATION)).toBe(8100);
  });

  test('a pulse asked after the answer is believed: another person may have changed the cell', () => {
    const state = given(
      opened(SHEET),
      committed(8100, 2),
      written(2, { population: 8100, households: 2000 }, 3, 4),
      pulsed({ population: 8200, households: 2000 }, 5, 6),
    );
    expect(valueAt(state, POPULATION)).toBe(8200);
    expect(state.pending).toEqual({});
  });

  test('the answer to an older commit does not settle a newer one', () => {
    const state = given(
      opened(SHEET),
      committed(8100, 2),
      committed(8200, 4),
      written(2, { population: 8100, households: 2000 }, 3, 5),
    );
    expect(valueAt(state, POPULATION)).toBe(8200);
    expect(state.pending[keyOf(POPULATION)]?.status).toBe('writing');
  });

  describe('a value that was written and not sent counts as waiting', () => {
    const saved = answerOf({ syncs: [syncOf(YEAR_END)] });
    const waiting = writtenAnswer({ syncs: [syncOf(YEAR_END, { waiting: true, differing: ['population'] })] });
    const asked = (askedAt: number, at: number): SidebarEvent => ({
      type: 'pulsed',
      answer: saved,
      period: YEAR_END,
      timing: { askedAt, at },
    });
    const wrote = (askedAt: number, at: number): SidebarEvent => ({
      type: 'written',
      cell: POPULATION,
      sequence: 2,
      answer: waiting,
      timing: { askedAt, at },
    });

    test('though a pulse that was asked later ran and was answered before it was written', () => {
      const state = given(opened(SHEET), committed(8100, 2), asked(4, 5), wrote(3, 6));
      expect(state.syncs[YEAR_END]).toMatchObject({ waiting: true, differing: ['population'] });
    });

    test('though a pulse that was asked before it was written is answered after', () => {
      const state = given(opened(SHEET), committed(8100, 2), wrote(3, 5), asked(4, 6));
      expect(state.syncs[YEAR_END]).toMatchObject({ waiting: true, differing: ['population'] });
    });

    test('though a pulse that was asked before another call brings it after that one', () => {
      const late = answerOf({
        readings: readingsOf({ population: 8200, households: 2000 }),
        syncs: [syncOf(YEAR_END, { waiting: true, differing: ['population'] })],
      });
      const state = given(opened(SHEET), asked(4, 5), {
        type: 'pulsed',
        answer: late,
        period: YEAR_END,
        timing: { askedAt: 3, at: 6 },
      });
      expect(state.syncs[YEAR_END]).toMatchObject({ waiting: true, differing: ['population'] });
    });

    test('until a pulse that was asked afterwards says so', () => {
      const state = given(opened(SHEET), committed(8100, 2), asked(4, 5), wrote(3, 6), asked(7, 8));
      expect(state.syncs[YEAR_END]).toMatchObject({ waiting: false, differing: [] });
    });
  });

  describe('what another period’s answer says was sent since its cells were read', () => {
    const Q3: Period = '2026-Q3';
    const told = (sync: Partial<PeriodSync>, period: Period): SidebarEvent => ({
      type: 'pulsed',
      answer: answerOf({ syncs: [syncOf(Q3, sync)] }),
      period,
      timing: { askedAt: 2, at: 3 },
    });
    const before = opened({ ...SHEET, [Q3]: { population: 7000 } }, null, { syncs: [syncOf(Q3, { revision: 1 })] });

    test('is not known to be what they were read as', () => {
      expect(given(before, told({ revision: 2 }, YEAR_END)).seen[Q3]?.digest).toBe(UNSURE);
      const waited = opened(SHEET, null, { syncs: [syncOf(Q3, { waiting: true })] });
      expect(given(waited, told({}, YEAR_END)).seen[Q3]?.digest).toBe(UNSURE);
    });

    test('is, where nothing was, or the answer has its cells', () => {
      expect(given(before, told({ revision: 1 }, YEAR_END)).seen[Q3]?.digest).toBe('opened');
      expect(given(before, told({ revision: 2, waiting: true }, YEAR_END)).seen[Q3]?.digest).toBe('opened');
      expect(given(before, told({ revision: 2 }, Q3)).seen[Q3]?.digest).toBe('opened');
    });
  });

  test('of two pulses the one asked later wins, whichever comes last', () => {
    const late = pulsed({ population: 8300, households: 2000 }, 4, 5);
    const early = pulsed({ population: 8200, households: 2000 }, 2, 6);
    expect(valueAt(given(opened(SHEET), late, early), POPULATION)).toBe(8300);
  });

  test('where a cell was kept back, the sheet is read again: its cells do not count as seen', () => {
    const state = given(opened(SHEET), committed(8100, 3), pulsed({ population: 8000, households: 2000 }, 2, 4));
    expect(state.seen[YEAR_END]?.digest).toBeNull();
  });

  test('an answer without cells says that nothing changed', () => {
    const event: SidebarEvent = { type: 'pulsed', answer: answerOf(), period: YEAR_END, timing: { askedAt: 2, at: 3 } };
    expect(valueAt(given(opened(SHEET), event), POPULATION)).toBe(8000);
  });

  test('a cell that holds something unsendable shows it, and has no value', () => {
    const opening = opened(SHEET);
    const readings = { population: { status: 'unsendable', shown: '1/2', message: 'ngày' } } as const;
    const event: SidebarEvent = {
      type: 'pulsed',
      answer: answerOf({ readings }),
      period: YEAR_END,
      timing: { askedAt: 2, at: 3 },
    };
    const state = given(opening, event);
    expect(cellAt(state, POPULATION)).toMatchObject({ status: 'unsendable', shown: '1/2' });
    expect(valueAt(state, POPULATION)).toBeNull();
  });
});

describe('what was typed is never cleared', () => {
  const typed: SidebarEvent = { type: 'typed', cell: POPULATION, text: '1.18' };

  test.each<[string, SidebarEvent]>([
    ['a pulse', pulsed({ population: 9000 }, 2, 3)],
    ['a failed pulse', { type: 'pulse-failed', trouble: { kind: 'failed', message: 'x' } }],
    ['going to another cell', { type: 'moved', cell: cell('households') }],
  ])('by %s', (_name, event) => {
    expect(given(opened(SHEET), typed, event).drafts[keyOf(POPULATION)]?.text).toBe('1.18');
  });

  test('but Escape gives the cell back as the sheet has it', () => {
    const state = given(opened(SHEET), typed, { type: 'restored', cell: POPULATION });
    expect(state.drafts).toEqual({});
  });

  test('typing on takes an answer about two readings back', () => {
    const chose: SidebarEvent = { type: 'chose', cell: POPULATION, text: '1,180', value: 1180 };
    const more: SidebarEvent = { type: 'typed', cell: POPULATION, text: '1,1805' };
    expect(given(opened(SHEET), { ...typed, text: '1,180' }, chose).drafts[keyOf(POPULATION)]?.chosen).toBe(1180);
    expect(given(opened(SHEET), { ...typed, text: '1,180' }, chose, more).drafts[keyOf(POPULATION)]?.chosen).toBeNull();
  });
});

describe('following the grid', () => {
  const at = (input: string, askedAt: number): SidebarEvent => ({
    type: 'pulsed',
    answer: answerOf({ selection: cell(input) }),
    period: YEAR_END,
    timing: { askedAt, at: askedAt + 1 },
  });

  test('goes where the cursor went', () => {
    expect(given(opened(SHEET), at('households', 2)).at).toEqual(cell('households'));
  });

  test('does NOT go back to where the cursor was before an own move', () => {
    const moved: SidebarEvent = { type: 'moved', cell: cell('insured') };
    const state = given(opened(SHEET), moved, at('households', 2), { type: 'jump-ended', at: 6 }, at('households', 4));
    expect(state.at).toEqual(cell('insured'));
    expect(given(state, at('households', 7)).at).toEqual(cell('households'));
  });

  test('does NOT move under the fingers of someone who is typing', () => {
    const typing = given(
      opened(SHEET),
      { type: 'focus', typing: true },
      { type: 'typed', cell: POPULATION, text: '8' },
    );
    expect(given(typing, at('households', 2)).at).toEqual(POPULATION);
  });

  test('stays on the last input while the cursor is elsewhere', () => {
    const event: SidebarEvent = { type: 'pulsed', answer: answerOf(), period: YEAR_END, timing: { askedAt: 2, at: 3 } };
    expect(given(opened(SHEET), event).at).toEqual(POPULATION);
  });
});

describe('reasons and submission', () => {
  const reason = (text: string): SidebarEvent => ({ type: 'reason-typed', cell: POPULATION, text });
  const withReasons = (text: string, askedAt: number): SidebarEvent => ({
    type: 'pulsed',
    answer: answerOf({ syncs: [syncOf(YEAR_END, { reasons: { population: text } })] }),
    period: YEAR_END,
    timing: { askedAt, at: askedAt + 1 },
  });

  test('typing that goes on while a reason is being saved stays', () => {
    const saved: SidebarEvent = { type: 'reason-saved', cell: POPULATION, text: 'tách', at: 4 };
    const state = given(
      opened(SHEET),
      reason('tách'),
      { type: 'reason-sent', cell: POPULATION },
      reason('tách bản'),
      saved,
    );
    expect(state.reasons[keyOf(POPULATION)]).toMatchObject({ text: 'tách bản', status: 'typing' });
  });

  test('a saved reason gives way to a newer answer, not to an older one', () => {
    const saved: SidebarEvent = { type: 'reason-saved', cell: POPULATION, text: 'tách bản', at: 5 };
    const state = given(opened(SHEET), reason('tách bản'), saved, withReasons('', 4));
    expect(state.reasons[keyOf(POPULATION)]?.text).toBe('tách bản');
    expect(given(state, withReasons('tách bản', 6)).reasons).toEqual({});
  });

  test('a refused submission says why, until something is committed', () => {
    const refused: SidebarEvent = {
      type: 'submit-answered',
      period: YEAR_END,
      answer: { ok: false, message: 'còn lỗi', findings: [], pulse: answerOf() },
      timing: { askedAt: 2, at: 3 },
    };
    const state = given(opened(SHEET), { type: 'submitting', period: YEAR_END }, refused);
    expect(state.submission).toMatchObject({ kind: 'refused', message: 'còn lỗi' });
    expect(given(state, committed(8100, 5)).submission.kind).toBe('idle');
  });
});
