import { describe, expect, test } from 'vitest';
import type { Period } from '../../../shared/periods.ts';
import type { Values } from '../../../shared/values.ts';
import type { CellReading } from '../../rpc.ts';
import { echoOf, type FieldView, placeOf } from './field.ts';
import { cell, fieldAt, plan, UNIT, YEAR_END } from './sheet.test-support.ts';

const SHEET: Readonly<Record<string, Values>> = {
  '2025-Q4': { households: 2000, poorHouseholds: 45 },
  '2026-Q3': { households: 2010, population: 8000 },
  [YEAR_END]: { households: 2020 },
};
const valuesIn = (period: Period): Values => SHEET[period] ?? {};
const BLANK: CellReading = { status: 'value', value: null, fromFormula: false };

function field(input: string, text?: string, held: CellReading = BLANK): FieldView {
  const draft = text === undefined ? undefined : { text, chosen: null };
  const view = fieldAt({ plan, unit: UNIT, valuesIn, unconfirmed: false }, cell(input), held, draft);
  if (view === null) throw new Error(input);
  return view;
}

describe('the echo', () => {
  test('says back what was read', () => {
    expect(field('poorHouseholds', '38').echo).toBe('Đọc là: 38');
    expect(field('population', '1180').echo).toBe('Đọc là: 1.180');
  });

  test('says money as offices do', () => {
    expect(field('revenue', '2,658').echo).toBe('Đọc là: 2,658 = 2 tỷ 658 triệu đồng');
  });

  test('never rounds', () => {
    const input = plan.inputById.get('coffeeArea')!;
    expect(echoOf(input, 12.3456)).toContain('12,3456');
  });

  test('tells blank from zero and from not applicable', () => {
    expect(field('population', '').echo).toContain('không phải 0');
    expect(field('population', '0').echo).toBe('Đọc là: 0');
    expect(field('population', 'kad').echo).toContain('khác với 0');
  });

  test('is silent while there are two readings', () => {
    expect(field('population', '8,730').echo).toBe('');
  });
});

describe('what is wrong, per keystroke', () => {
  test('a part above its whole, with the sheet’s other values', () => {
    expect(field('poorHouseholds', '2021').findings.map((finding) => finding.code)).toEqual([
      'part-exceeds-whole',
      'jump',
    ]);
    expect(field('poorHouseholds', '2020').findings.map((finding) => finding.code)).not.toContain('part-exceeds-whole');
  });

  test('the whole set below a part that is there already', () => {
    const findings = fieldAt(
      { plan, unit: UNIT, valuesIn: () => ({ poorHouseholds: 50, households: 60 }), unconfirmed: false },
      cell('households'),
      BLANK,
      { text: '40', chosen: null },
    )?.findings;
    expect(findings).toEqual([expect.objectContaining({ code: 'part-exceeds-whole', other: 'households' })]);
  });

  test('a jump against the last period', () => {
    expect(field('population', '30000').findings.map((finding) => finding.code)).toEqual(['implausible', 'jump']);
  });

  test('a value that would be refused has no other findings', () => {
    expect(field('population', '1,5').findings.map((finding) => finding.severity)).toEqual(['refused']);
    expect(field('population', '-5').findings.map((finding) => finding.severity)).toEqual(['refused']);
  });
});

describe('before anyone types', () => {
  test('the field shows the cell as Vietnamese writes it', () => {
    expect(field('coffeeArea', undefined, { status: 'value', value: 1180.5, fromFormula: false }).text).toBe('1.180,5');
  });

  test('a number from the sheet is not asked about, however it is written', () => {
    const view = field('revenue', undefined, { status: 'value', value: 16.936, fromFormula: false });
    expect(view.text).toBe('16,936');
    expect(view.reading).toEqual({ kind: 'value', value: 16.936 });
  });

  test('a cell that cannot be sent is shown with its reason', () => {
    const view = field('population', undefined, { status: 'unsendable', shown: '1/2', message: 'là ngày' });
    expect(view).toMatchObject({ text: '1/2', edited: false, reading: { kind: 'refused', message: 'là ngày' } });
  });

  test('last period’s and last year’s values stand beside it', () => {
    const history = (input: string) => placeOf({ plan, valuesIn }, cell(input), BLANK)?.history;
    expect(history('households')).toEqual(['9 tháng năm 2026: 2.010 hộ', 'Kỳ gốc (năm 2025): 2.000 hộ']);
    expect(history('population')).toEqual(['9 tháng năm 2026: 8.000 người', 'Kỳ gốc (năm 2025): chưa có']);
  });

  test('a level that was there last period can be kept, where nothing is there yet', () => {
    expect(field('population').offer).toMatchObject({ kind: 'keep', text: '8.000' });
    expect(field('households', undefined, { status: 'value', value: 2020, fromFormula: false }).offer).toBeNull();
    expect(field('visitors').offer).toBeNull();
  });

  test('a level that did not apply last period can stay so', () => {
    const view = fieldAt(
      {
        plan,
        unit: UNIT,
        valuesIn: (period) => (period === '2026-Q3' ? { population: 'na' } : {}),
        unconfirmed: false,
      },
      cell('population'),
      BLANK,
      undefined,
    );
    expect(view?.offer).toMatchObject({ kind: 'keep', text: 'Không áp dụng' });
  });

  test('a formula’s result is offered in its place, and nothing is read out of what is shown', () => {
    const held: CellReading = { status: 'unsendable', shown: '1.18', message: 'công thức', offer: 1180.25 };
    expect(field('coffeeArea', undefined, held)).toMatchObject({
      reading: { kind: 'refused', message: 'công thức', suggestion: null },
      offer: { kind: 'formula', value: 1180.25, label: 'Ghi 1.180,25 ha thay công thức' },
    });
  });

  test('a text in the cell is asked about, or has its guess offered, as if it had been typed', () => {
    const held = (shown: string): CellReading => ({ status: 'unsendable', shown, message: 'chưa gửi' });
    expect(field('population', undefined, held('8,730')).reading).toEqual({ kind: 'ask', choices: [8730, 8.73] });
    const refused = field('coffeeArea', undefined, held('1.18'));
    expect(refused.reading).toMatchObject({ message: 'chưa gửi', suggestion: '1,18' });
    expect(refused.offer).toMatchObject({ kind: 'suggestion', text: '1,18' });
  });

  test('a date that looks like a number is not offered as one', () => {
    const view = field('population', undefined, { status: 'unsendable', shown: '2026', message: 'là ngày' });
    expect(view).toMatchObject({ reading: { kind: 'refused', message: 'là ngày', suggestion: null }, offer: null });
  });

  test('a value that was only kept waits for a word, until something is typed over it', () => {
    const source = { plan, unit: UNIT, valuesIn, unconfirmed: true };
    const held: CellReading = { status: 'value', value: 8000, fromFormula: false };
    expect(fieldAt(source, cell('population'), held, undefined)?.offer).toMatchObject({ kind: 'confirm' });
    expect(fieldAt(source, cell('population'), held, { text: '81', chosen: null })?.offer).toBeNull();
  });

  test('a cell that is not there takes nothing, and says why', () => {
    const view = field('population', undefined, { status: 'absent' });
    expect(view).toMatchObject({ text: '', absent: true, offer: null, reading: { kind: 'refused' } });
  });

  test('a number of the sheet that may be either of two is asked about', () => {
    const held: CellReading = { status: 'unsendable', shown: '1.18', message: 'x', choices: [1180, 1.18] };
    expect(field('coffeeArea', undefined, held).reading).toEqual({ kind: 'ask', choices: [1180, 1.18] });
  });

  test('an unknown input has no field', () => {
    expect(fieldAt({ plan, unit: UNIT, valuesIn, unconfirmed: false }, cell('gold'), BLANK, undefined)).toBeNull();
  });
});
