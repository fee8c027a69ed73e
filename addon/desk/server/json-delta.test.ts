import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, diffJson, type Json } from './json-delta.ts';

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

describe('the difference of two documents', () => {
  it('turns the one into the other, whatever they are', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        expect(applyChanges(from, diffJson(from, to))).toEqual({ ok: true, value: to });
      }),
    );
  });

  it('is nothing for equal ones', () => {
    fc.assert(fc.property(json, (value) => diffJson(value, structuredClone(value)).length === 0));
  });

  it('leaves the first document as it was', () => {
    const from = { grid: [[1, 2], [3]] };
    applyChanges(from, diffJson(from, { grid: [[1], [3, 4]] }));
    expect(from).toEqual({ grid: [[1, 2], [3]] });
  });

  it('is one small change for one cell of a big sheet', () => {
    const from = { sheets: [{ grid: Array.from({ length: 1000 }, (_, row) => [row, { value: row }]) }] };
    const to = structuredClone(from);
    to.sheets[0]!.grid[500]![1] = { value: 41.5 };
    expect(diffJson(from, to)).toEqual([{ path: ['sheets', 0, 'grid', 500, 1, 'value'], set: 41.5 }]);
  });

  it('sends an inserted row, not all that lie below it', () => {
    const rows = Array.from({ length: 100 }, (_, row) => [row]);
    const to = [...rows.slice(0, 40), ['new'], ...rows.slice(40)];
    expect(diffJson(rows, to)).toEqual([{ path: [], splice: [40, 0, [['new']]] }]);
  });

  it('keeps null apart from a key that is not there', () => {
    expect(diffJson({ a: null }, {})).toEqual([{ path: ['a'], drop: true }]);
    expect(applyChanges({}, [{ path: ['a'], set: null }])).toEqual({ ok: true, value: { a: null } });
  });

  it('does NOT reach a prototype through a key', () => {
    const applied = applyChanges({}, [{ path: ['__proto__', 'polluted'], set: true }]);
    expect(applied.ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('is refused where its path is not in the document', () => {
    expect(applyChanges({ a: [1] }, [{ path: ['a', 3], set: 1 }])).toEqual({ ok: false, path: ['a', 3] });
    expect(applyChanges({ a: [1] }, [{ path: ['a'], splice: [1, 1, []] }])).toEqual({ ok: false, path: ['a'] });
  });
});
