/** What texts are made of: the parts of numbers, right ones and wrong ones, and characters that should not be there. */
import { GROUPING_SPACES } from './spellings.ts';

/** At least one, so that there is always one to draw. */
export type Items = readonly [string, ...string[]];

export const DIGITS: Items = ['0', ...'0123456789'];
export const SIGNS: Items = ['', '', '', '-', '+', '−', '–', '—', '－', '＋', '±', '- ', '--', '+-'];
export const GROUP_MARKS: Items = [
  '',
  '',
  '.',
  '.',
  ',',
  "'",
  '’',
  '_',
  '．',
  '\u2007',
  '\u3000',
  '\t',
  ...GROUPING_SPACES,
];
export const DECIMAL_MARKS: Items = [',', ',', ',', '.', '，', '．', '٫', '،', '、', ', ', ' ,', ';', '·'];
export const PERCENTS: Items = ['%', ' %', '\u00a0%', '％', ' ％', '٪', '﹪', '  %', '%%', '\t%', '% ', '‰', '\u2009%'];

/** Units and magnitudes. */
export const WORDS: Items = ['ha', ...'người|hộ|lượt|m²|tỷ đồng|tỷ|tỉ|triệu|tr|nghìn|ngàn|trăm|vạn|k'.split('|')];

/** What may stand around a number: all white space of Unicode and ECMAScript, and invisible characters that are none. */
export const OUTER: Items = [
  '   ',
  ...'\t\n\v\f\r\u0020\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200d\u2060\u00ad',
];

/** Zero widths, marks and isolates of writing direction, combining marks, a variation selector, NUL. */
export const INVISIBLE: Items = [
  '\0',
  ...'\u200b\u200c\u200d\u2060\u00ad\u034f',
  ...'\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  ...'\u0301\u0323\u20e3\ufe0f',
];

export const NOISE: Items = ['.', ...'0123456789.,-+% eExk/=()_\'"²³Ⅻ①½．，１０', ...GROUPING_SPACES];
export const FIXED: Items = ['', ...' |-|Infinity|NaN|1e3|0x10|=1+1|1/2|5-6|không|1.180 hoặc 1,18|null'.split('|')];

/** The zeros of scripts whose ten digits follow each other: Arabic, Persian, Devanagari, Thai, Khmer, Burmese, full-width, bold. */
export const ZEROS = [0x660, 0x6f0, 0x966, 0xe50, 0x17e0, 0x1040, 0xff10, 0x1d7ce] as const;
