import { expect, test } from 'vitest';
import { type Plain, packedSource } from './packed-source.ts';

/** The value that the source stands for. */
function evaluated(data: Plain): unknown {
  const { declarations, expression } = packedSource(data);
  return new Function(`${declarations}return ${expression};`)();
}

test.each<[string, Plain]>([
  ['records of one shape and of others', [{ id: 'a', by: 'area' }, { id: 'b', by: 'area' }, { id: 'c' }]],
  ['records in records', { goal: { value: 1.5, strict: true }, formula: { kind: 'sum', input: null } }],
  [
    'keys in another order',
    [
      { a: 1, b: 2 },
      { b: 3, a: 4 },
    ],
  ],
  ['texts with quotes, line breaks and Vietnamese', ['“Hộ nghèo”\n\\', 'Hộ nghèo', 'Hộ nghèo', '</script>']],
  ['a text, a number, nothing', ['hộ', -0.5, null, false]],
  ['nothing but a text', 'quarter'],
])('%s come out as they went in', (_name, data) => {
  expect(evaluated(data)).toEqual(data);
});

test('writes each key of a shape and each repeated text once', () => {
  const records = Array.from({ length: 20 }, (_, index) => ({ plausibleUpTo: index, due: 'quarter' }));
  const { declarations, expression } = packedSource(records);
  const all = declarations + expression;
  expect(all.match(/plausibleUpTo/g)).toHaveLength(2);
  expect(all.match(/quarter/g)).toHaveLength(1);
  expect(evaluated(records)).toEqual(records);
});
