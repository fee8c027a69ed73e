import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberText } from '../test/oracle/number-texts.ts';
import { chanceFrom } from '../test/oracle/random.ts';
import { readNumber } from './numbers.ts';
import { readQuantity } from './quantity.ts';

describe('a field that knows its unit takes it off', () => {
  test.each([
    ['12 ha', 'ha', 12],
    ['12 HA', 'ha', 12],
    ['１．１８０ ha', 'ha', 1180],
    ['1.180ha', 'ha', 1180],
    ['  -3,2 ha ', 'ha', -3.2],
    ['12 m²', 'm²', 12],
    ['2,5 tỷ', 'tỷ đồng', 2.5],
    ['2,5 tỷ', 'tỉ đồng', 2.5],
    ['2,5 tỉ  đồng', 'tỷ đồng', 2.5],
    ['2,5 Tỷ Đồng'.normalize('NFD'), 'tỷ đồng', 2.5],
    ['38', 'hộ', 38],
    ['28,5%', '%', 28.5],
    ['28,5 ％ ', '%', 28.5],
  ])('%j in %s is %d', (text, unit, value) => {
    expect(readQuantity(text, unit)).toEqual({ ok: true, value });
  });
});

describe('a field that knows its unit refuses', () => {
  test.each([
    ['5%', 'ha', 'unit', undefined],
    ['5 ％\n', 'ha', 'unit', undefined],
    ['5 triệu đồng', 'tỷ đồng', 'unit', undefined],
    ['500 đồng', 'tỷ đồng', 'unit', undefined],
    ['500 đồng', 'nghìn đồng', 'unit', undefined],
    ['12 ha', 'hộ', 'unit', '12'],
    ['1.18 ha', 'ha', 'decimal-point', '1,18'],
    ['1.18', 'tỷ đồng', 'decimal-point', '1,18'],
    ['5%ha', 'ha', 'format', undefined],
    ['', 'ha', 'empty', undefined],
  ])('%j in %s as %s, suggestion %j', (text, unit, problem, suggestion) => {
    expect(readQuantity(text, unit)).toEqual({
      ok: false,
      problem,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  });
});

test('with its own unit behind it a number is read as it is without, and with another one never', () => {
  const units = fc.constantFrom('ha', 'hộ', 'người', 'tỷ đồng', 'm²');
  fc.assert(
    fc.property(fc.nat(), units, units, fc.constantFrom('', ' ', '\u00a0'), (seed, unit, other, space) => {
      const text = numberText(chanceFrom(seed)).trim();
      fc.pre(/^[^%％]*[0-9]$/.test(text));
      const bare = readNumber(text);
      if (bare.ok) expect(readQuantity(`${text}${space}${unit}`, unit)).toEqual(bare);
      if (other !== unit) expect(readQuantity(`${text}${space}${other}`, unit).ok).toBe(false);
    }),
  );
});

test('every refusal has a problem, and its suggestion, if there is one, is read', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom('ha', '%', 'tỷ đồng'), (seed, unit) => {
      const reading = readQuantity(numberText(chanceFrom(seed)), unit);
      fc.pre(!reading.ok);
      expect(reading.problem).not.toBe('');
      if (reading.suggestion !== undefined) expect(readQuantity(reading.suggestion, unit).ok).toBe(true);
    }),
  );
});
