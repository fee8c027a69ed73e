import { describe, expect, test } from 'vitest';
import { expectedInputs } from '../../../shared/completeness.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Values } from '../../../shared/values.ts';
import type { OpeningState } from '../../rpc.ts';
import { type Agenda, agendaOf, leftTexts } from './agenda.ts';
import { unsendableOf, valuesOf } from './cells.ts';
import { judgePeriod, reasonsIn } from './judge.ts';
import { unconfirmedIn } from './keep.ts';
import { reduce } from './reduce.ts';
import { cell, opened, plan, syncOf, UNIT, YEAR_END } from './sheet.test-support.ts';
import type { SidebarState } from './state.ts';

/** A report of a year end without a finding: every input 0, wholes and parts alike. */
const ZEROS: Values = Object.fromEntries(expectedInputs(plan, UNIT, YEAR_END).map((input) => [input.id, 0]));

function agenda(values: Values, more: Partial<OpeningState> = {}): Agenda {
  return agendaIn(opened({ [YEAR_END]: values }, null, more));
}

function agendaIn(state: SidebarState): Agenda {
  const valuesIn = (period: Period): Values => valuesOf(state, period);
  return agendaOf({
    plan,
    unit: UNIT,
    period: YEAR_END,
    values: valuesIn(YEAR_END),
    judgement: judgePeriod(plan, UNIT, YEAR_END, valuesIn, reasonsIn(state, YEAR_END)),
    unsendable: unsendableOf(state, YEAR_END),
    left: leftTexts(state.drafts, YEAR_END, state.at),
    unconfirmed: unconfirmedIn(state, YEAR_END),
  });
}

const kinds = ({ items }: Agenda): string[] => items.map((item) => `${item.kind} ${item.input}`);

describe('what is still to do', () => {
  test('nothing, where everything is there', () => {
    const done = agenda(ZEROS);
    expect(done.items).toEqual([]);
    expect(done.progress).toEqual({ entered: 48, expected: 48, errors: 0, reasons: 0 });
  });

  test('empty inputs that are due, in order; not applicable counts as given', () => {
    const { population: _p, insured: _i, ...rest } = ZEROS;
    const open = agenda({ ...rest, visitors: 'na' });
    expect(kinds(open)).toEqual(['missing population', 'missing insured']);
    expect(open.progress).toMatchObject({ entered: 46, expected: 48 });
  });

  test('a part above its whole, named, before everything else', () => {
    const open = agenda({ ...ZEROS, schoolsStandard: 2, schoolsLevel2: 5, schools: 3, coffeeArea: 5000 });
    expect(kinds(open)).toEqual(['error schoolsLevel2', 'reason coffeeArea']);
    expect(open.items[0]?.text).toContain('lớn hơn');
    expect(open.progress).toMatchObject({ errors: 1, reasons: 1 });
  });

  test('a warning is done with a reason of three characters, not with two', () => {
    const reasons = (text: string) => ({ syncs: [syncOf(YEAR_END, { reasons: { coffeeArea: text } })] });
    expect(kinds(agenda({ ...ZEROS, coffeeArea: 5000 }, reasons('ok')))).toEqual(['reason coffeeArea']);
    expect(kinds(agenda({ ...ZEROS, coffeeArea: 5000 }, reasons('đo lại')))).toEqual([]);
  });

  test('a value that was only kept is named with it, and does not stand in the way', () => {
    const open = agenda(ZEROS, { syncs: [syncOf(YEAR_END, { unconfirmed: ['households'] })] });
    expect(kinds(open)).toEqual(['unconfirmed households']);
    expect(open.items[0]?.text).toContain('0 hộ');
    expect(open.blocking).toBe(0);
    expect(agenda({}).blocking).toBe(48);
  });

  test('a cell that cannot be sent is named once, not also as empty', () => {
    const state = opened({ [YEAR_END]: ZEROS }, null);
    const readings = {
      ...state.readings,
      [YEAR_END]: {
        ...state.readings[YEAR_END],
        population: { status: 'unsendable', shown: '28,5%', message: 'x' } as const,
      },
    };
    const open = agendaIn({ ...state, readings });
    expect(kinds(open)).toEqual(['unsent population']);
    expect(open.items[0]?.text).toContain('28,5%');
  });

  test('a field left with a text that is no value is named; the one that is open is not', () => {
    const typed = reduce(opened({ [YEAR_END]: ZEROS }), { type: 'typed', cell: cell('population'), text: '1.18' });
    expect(kinds(agendaIn(typed))).toEqual([]);
    const left = reduce(typed, { type: 'moved', cell: cell('insured') });
    expect(kinds(agendaIn(left))).toEqual(['unsent population']);
  });
});
