import { describe, expect, test } from 'vitest';
import { type LedgerMemory, remembered } from './ledger-memory.ts';

const AT = '2026-11-24T02:00:00.000Z';
const memory = (index: number, hash = `h${index}`): LedgerMemory => ({ index, hash, signature: null, noticed: null });
const receipt = (index: number, hash = `h${index}`, replayed = false) => ({
  ledger: { index, hash, signature: 'signed' },
  replayed,
});

describe('a workbook remembers the newest receipt', () => {
  test('from the first on', () => {
    expect(remembered(null, null, receipt(7), AT)).toEqual({ ...memory(7), signature: 'signed' });
    expect(remembered(memory(7), memory(7), receipt(9), AT)).toMatchObject({ index: 9, noticed: null });
  });

  test('and is not misled by a repeated receipt of an older entry', () => {
    expect(remembered(memory(9), memory(9), receipt(7, 'h7', true), AT)).toEqual(memory(9));
  });

  test('nor by two runs whose answers are noted in the other order', () => {
    expect(remembered(memory(7), memory(9), receipt(8), AT)).toEqual(memory(9));
  });
});

describe('it notices', () => {
  test.each([
    ['a new entry at a place that was taken', receipt(7, 'other')],
    ['a new entry before the remembered one', receipt(3)],
    ['another entry at the remembered place, repeated', receipt(7, 'other', true)],
  ])('%s', (_what, given) => {
    const { index, hash } = given.ledger;
    expect(remembered(memory(7), memory(7), given, AT)).toMatchObject({
      index,
      hash,
      noticed: { at: AT, was: { index: 7, hash: 'h7' }, is: { index, hash } },
    });
  });

  test('and keeps the first notice while the new history goes on', () => {
    const noticed = remembered(memory(7), memory(7), receipt(3), AT);
    const after = remembered(noticed, noticed, receipt(4), '2026-11-25T02:00:00.000Z');
    expect(after).toMatchObject({ index: 4, noticed: { at: AT, was: { index: 7 } } });
  });
});
