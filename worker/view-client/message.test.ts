import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LiveMessageSchema } from '../../shared/wire.ts';
import { concerns, readMessage } from './message.ts';

const MESSAGE = { type: 'summary', period: '2026-Q2', sequence: 17 };

describe('a live message', () => {
  it('is read', () => {
    expect(readMessage(JSON.stringify(MESSAGE))).toEqual(MESSAGE);
  });

  it('of another kind is passed over, as is what is no message', () => {
    for (const data of ['', '{', 'null', '[]', '"summary"', JSON.stringify({ ...MESSAGE, type: 'hello' })]) {
      expect(readMessage(data)).toBeNull();
    }
    expect(readMessage(new ArrayBuffer(2))).toBeNull();
  });

  it('is taken exactly where the schema of the wire takes it', () => {
    const field = fc.oneof(fc.constantFrom('summary', '2026-Q2', '2026-Q5', 17), fc.jsonValue());
    fc.assert(
      fc.property(fc.record({ type: field, period: field, sequence: fc.oneof(fc.nat(), field) }), (message) => {
        const sent = JSON.parse(JSON.stringify(message));
        expect(readMessage(JSON.stringify(sent)) !== null).toBe(v.is(LiveMessageSchema, sent));
      }),
    );
  });
});

describe('a change', () => {
  it('of the shown period or an earlier one concerns the page, a later one does not', () => {
    expect(concerns('2026-Q2', '2026-Q2')).toBe(true);
    expect(concerns('2025-Q4', '2026-Q2')).toBe(true);
    expect(concerns('2026-Q3', '2026-Q2')).toBe(false);
  });
});
