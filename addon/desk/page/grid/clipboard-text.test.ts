import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBlock, parseBlock } from './clipboard-text.ts';

describe('a block on the clipboard', () => {
  it('is rows and columns as a spreadsheet writes them', () => {
    expect(parseBlock('1.180\t2,5\n\tcó\n')).toEqual([
      ['1.180', '2,5'],
      ['', 'có'],
    ]);
    expect(parseBlock('a\r\nb\r\n')).toEqual([['a'], ['b']]);
  });

  it('keeps a tab, a line end and quotes inside a quoted field', () => {
    expect(parseBlock('"a\tb"\t"nói ""được"""\n"hai\ndòng"\t3')).toEqual([
      ['a\tb', 'nói "được"'],
      ['hai\ndòng', '3'],
    ]);
  });

  it('takes quotes that are no quoting as text', () => {
    expect(parseBlock('"x" và "y"\t5"')).toEqual([['"x" và "y"', '5"']]);
    expect(parseBlock('"mở')).toEqual([['"mở']]);
  });

  it('is one cell for one word, and one empty cell for nothing', () => {
    expect(parseBlock('38')).toEqual([['38']]);
    expect(parseBlock('')).toEqual([['']]);
  });

  it('reads back what it wrote, whatever the cells hold', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''));
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseBlock(`${formatBlock(rows)}\n`)).toEqual(rows);
      }),
    );
  });
});
