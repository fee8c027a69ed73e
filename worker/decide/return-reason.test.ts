import { describe, expect, test } from 'vitest';
import { composeReason } from './return-reason.ts';

const POOR = { label: 'Hộ nghèo', note: 'kiểm tra lại số hộ' };
const PEOPLE = { label: 'Dân số', note: 'thiếu giải trình' };
const composed = (general: string, ...notes: { label: string; note: string }[]) => composeReason({ general, notes });

describe('the words of a return', () => {
  test('are the general ones as they were typed, where there are no others', () => {
    expect(composed('  Đề nghị rà soát\r\ntoàn bộ.  ')).toEqual({ ok: true, reason: 'Đề nghị rà soát\ntoàn bộ.' });
  });

  test('name the input of a note', () => {
    expect(composed('', POOR)).toEqual({ ok: true, reason: 'Hộ nghèo: kiểm tra lại số hộ' });
  });

  test('stay apart where line breaks are not shown', () => {
    const found = composed('Đề nghị rà soát', POOR, { label: 'Thôn, bản', note: '  ' }, PEOPLE);
    expect(found.reason.replaceAll('\n', ' ')).toBe(
      'Đề nghị rà soát – Hộ nghèo: kiểm tra lại số hộ – Dân số: thiếu giải trình',
    );
  });

  test('keep a note on one line', () => {
    expect(composed('', { label: 'Dân số', note: 'sai\r\n– Hộ nghèo: đúng' }).reason).toBe(
      'Dân số: sai – Hộ nghèo: đúng',
    );
  });

  test.each(['', '  \r\n ', 'ab', '🇻🇳', '😀😀'])('are too few in %j', (general) => {
    expect(composed(general)).toMatchObject({ ok: false, why: 'too-short' });
  });

  test('may be 500 characters together, and not one more', () => {
    const label = 'Dân số';
    const room = 500 - `${label}: `.length;
    expect(composed('', { label, note: 'x'.repeat(room) })).toMatchObject({ ok: true });
    expect(composed('', { label, note: 'x'.repeat(room + 1) })).toMatchObject({ ok: false, why: 'too-long' });
    expect(composed('x'.repeat(490), PEOPLE)).toMatchObject({ ok: false, why: 'too-long' });
  });

  test('stay what they are, whatever they look like', () => {
    const hostile = '=HYPERLINK("//x")<b>&\u202Eabc';
    expect(composed(hostile)).toEqual({ ok: true, reason: hostile });
  });
});
