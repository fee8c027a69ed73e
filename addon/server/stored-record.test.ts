import { describe, expect, test } from 'vitest';
import { NO_RECORD, type PeriodRecord } from './records.ts';
import { sameReasons } from './report-content.ts';
import { periodFromText, textOfPeriod } from './stored-record.ts';
import { utf8Length } from './utf8.ts';

const LONG = 'Đã rà soát lại với từng bản, số liệu đúng. '.repeat(11);
const inputs = Array.from({ length: 49 }, (_, index) => `input-${index}`);
const all = (text: string) => Object.fromEntries(inputs.map((input) => [input, text]));
const stored = (record: PeriodRecord) => ({ record, ledger: null });

describe('a stored record', () => {
  test('comes back as it was, with the reasons that stand beside it', () => {
    const record = { ...NO_RECORD, revision: 3, reasons: all(LONG), sentReasons: all(LONG), values: { a: 1 } };
    const back = periodFromText(textOfPeriod(stored(record)), record.reasons);
    expect(back).toEqual(stored(record));
  });

  test('does not carry the reasons: it fits into one property with 49 of the longest', () => {
    const record = { ...NO_RECORD, values: Object.fromEntries(inputs.map((input) => [input, 12_345.67])) };
    const text = textOfPeriod(stored({ ...record, reasons: all(LONG), sentReasons: all(LONG) }));
    expect(utf8Length(text)).toBeLessThan(4_000);
  });

  test('knows that a reason is another one than was sent, and that it is the same again', () => {
    const sent = { ...NO_RECORD, reasons: { a: 'cũ' }, sentReasons: { a: 'cũ' } };
    const changed = periodFromText(textOfPeriod(stored({ ...sent, reasons: { a: 'mới' } })), { a: 'mới' })?.record;
    expect(changed && sameReasons(changed.reasons, changed.sentReasons)).toBe(false);
    const again = { ...(changed ?? NO_RECORD), reasons: { a: 'cũ' } };
    expect(periodFromText(textOfPeriod(stored(again)), again.reasons)?.record).toEqual(sent);
  });

  test('of an earlier version, with the reasons inside, is read', () => {
    const record = { ...NO_RECORD, reasons: { a: 'vì' }, sentReasons: { a: 'vì' } };
    expect(periodFromText(JSON.stringify(record), {})?.record).toEqual(record);
  });

  test.each(['', 'null', '[]', '"x"', '{"revision":"1"}'])('that says %j is none', (text) => {
    expect(periodFromText(text, {})).toBeNull();
  });
});
