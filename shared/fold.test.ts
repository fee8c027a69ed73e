import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Tỷ Đồng', 'ty dong'],
  ['Tỷ Đồng'.normalize('NFD'), 'ty dong'],
  ['đường', 'duong'],
  ['M²', 'm²'],
])('%s is read as %s', (text, folded) => expect(fold(text)).toBe(folded));
