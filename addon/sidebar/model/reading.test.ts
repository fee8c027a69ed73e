import { describe, expect, test } from 'vitest';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { type FieldReading, readField } from './reading.ts';
import { plan } from './sheet.test-support.ts';

function read(input: string, text: string, last: number | null = null, chosen: number | null = null): FieldReading {
  const definition: InputDefinition | undefined = plan.inputById.get(input);
  if (definition === undefined) throw new Error(input);
  return readField(definition, { text, chosen }, last);
}

const value = (number: number) => ({ kind: 'value', value: number });

describe('what is read', () => {
  test.each([
    ['population', '1.180', 1180],
    ['population', '1 180', 1180],
    ['coffeeArea', '2,5', 2.5],
    ['revenue', '16,936', 16.936],
    ['revenue', '0,285', 0.285],
    ['coffeeArea', '12 ha', 12],
    ['coffeeArea', '12ha', 12],
    ['revenue', '2,5 tỷ', 2.5],
    ['revenue', '2,5 tỉ đồng', 2.5],
    ['revenue', '2,5 tỷ'.normalize('NFD'), 2.5],
    ['population', '  1180  ', 1180],
  ])('%s: "%s" is %d', (input, text, expected) => {
    expect(read(input, text)).toEqual(value(expected));
  });

  test('blank stays blank, and is never zero', () => {
    expect(read('population', '')).toEqual({ kind: 'value', value: null });
    expect(read('population', '   ')).toEqual({ kind: 'value', value: null });
    expect(read('population', '0')).toEqual(value(0));
  });

  test.each(['Không áp dụng', 'khong ap dung', 'KAD', 'Không áp dụng'.normalize('NFD')])(
    '"%s" is not applicable',
    (text) => {
      expect(read('population', text)).toEqual({ kind: 'value', value: 'na' });
    },
  );

  test('a dash is no number: in Vietnamese tables it means zero, so it is not guessed', () => {
    expect(read('population', '-').kind).toBe('refused');
  });
});

describe('what is refused, with what was probably meant', () => {
  test('1.18 is refused with 1,18', () => {
    expect(read('fruitAreaCoded', '1.18')).toMatchObject({ kind: 'refused', suggestion: '1,18' });
  });

  test('a suggestion that the input could not take is not offered', () => {
    expect(read('population', '1.18')).toMatchObject({ kind: 'refused', suggestion: null });
  });

  test.each(['28,5%', '28,5 %', '２８％'])('a share is refused where the unit is none: %s', (text) => {
    const reading = read('coffeeArea', text);
    expect(reading).toMatchObject({ kind: 'refused', suggestion: null });
    expect(reading.kind === 'refused' ? reading.message : '').toContain('phần trăm');
  });

  test.each([
    ['coffeeArea', '12 người'],
    ['coffeeArea', '2,5 tỷ'],
    ['revenue', '500 triệu'],
    ['population', '1e3'],
    ['population', '1/2'],
  ])('%s: "%s"', (input, text) => {
    expect(read(input, text).kind).toBe('refused');
  });
});

describe('two readings: neither is taken before an answer', () => {
  test('1,180 where a whole number is expected', () => {
    expect(read('population', '1,180')).toEqual({ kind: 'ask', choices: [1180, 1.18] });
    expect(read('population', '1,180 người')).toEqual({ kind: 'ask', choices: [1180, 1.18] });
  });

  test('1,000 where a whole number is expected, although one is a whole number', () => {
    expect(read('population', '1,000', 1)).toEqual({ kind: 'ask', choices: [1000, 1] });
  });

  test('a suggestion that would itself be asked about is not offered', () => {
    expect(read('revenue', '–1,180')).toMatchObject({ kind: 'refused', suggestion: '-1,180' });
    expect(read('revenue', '–1,180', 900)).toMatchObject({ kind: 'refused', suggestion: null });
  });

  test('three decimals where two are allowed', () => {
    expect(read('coffeeArea', '1,185')).toEqual({ kind: 'ask', choices: [1185, 1.185] });
  });

  test('a comma whose reading lies far from the last number', () => {
    expect(read('revenue', '1,180', 900)).toEqual({ kind: 'ask', choices: [1180, 1.18] });
    expect(read('revenue', '1,180', 1.1)).toEqual(value(1.18));
  });

  test('a dot whose other reading lies near the last number', () => {
    expect(read('revenue', '1.180', 1.1)).toEqual({ kind: 'ask', choices: [1180, 1.18] });
    expect(read('revenue', '1.180', 1000)).toEqual(value(1180));
  });

  test('without a last number a dot is asked about where the value is implausible and the other is not', () => {
    expect(read('revenue', '1.180')).toEqual({ kind: 'ask', choices: [1180, 1.18] });
    expect(read('population', '1.180')).toEqual(value(1180));
  });

  test('a leading zero or other than three decimals has one reading', () => {
    expect(read('revenue', '0,180', 900)).toEqual(value(0.18));
    expect(read('revenue', '1,18', 900)).toEqual(value(1.18));
  });

  test('the answer counts for this text', () => {
    expect(read('population', '1,180', null, 1180)).toEqual(value(1180));
  });
});
