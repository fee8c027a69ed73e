/** What a heading's text says of its column: which quarter and year, and whether figures under it are done, planned or compared. */
import type { Quarter } from '../../../shared/periods.ts';
import { plainWords } from './syllables.ts';

/** `actual` is what we look for; `samePeriod` is last year's figure beside it. */
type HeadingKind = 'actual' | 'plan' | 'compare' | 'samePeriod' | 'remark';

/** `sum`: from 1 January; `own`: the quarter's own months. Null where the words leave it open. */
type Reach = 'sum' | 'own' | null;

export interface HeadingFacts {
  readonly kind: HeadingKind | null;
  readonly quarter: Quarter | null;
  readonly year: number | null;
  readonly reach: Reach;
  /** An estimate before the period's end ("Ước TH"). */
  readonly estimate: boolean;
}

const KINDS: readonly (readonly [HeadingKind, RegExp])[] = [
  [
    'remark',
    /\bghi chu|\bdon vi (?:chu tri|phu trach|thuc hien)|\bco quan (?:chu tri|phu trach)|\bnguoi phu trach|\bnguon so lieu/,
  ],
  [
    'compare',
    /%|±|\+\/-|\bso sanh|\bss\b|\bso voi|\b(?:th|thuc hien|luy ke|lk|uoc)\s?\/\s?(?:kh|ke hoach|ck|cung ki)|\bti le|\btang\b|\bgiam\b|\bchenh lech|\btoc do|\bht kh\b|\bhoan thanh (?:kh|ke hoach)|\bdat (?:so|ke hoach|kh)|\bcon thieu|\bcon lai\b|\bdanh gia\b|\bxep loai\b/,
  ],
  ['samePeriod', /\bcung ki|\bck\b|\bnam truoc|\bki truoc|\bquy truoc|\bqui truoc/],
  ['actual', /\bthuc hien (?:cac )?(?:ke hoach|chi tieu|nghi quyet|nhiem vu)/],
  [
    'plan',
    /\bke hoach|\bkh\b|\bmuc tieu|\bchi tieu\b.*\b(?:giao|nam|den|nghi quyet)|\bnghi quyet|\bnq\b|\bphan dau|\bdu toan|\bdt giao|\bgiao\b|\bdu kien|\bdang ki|\bdinh huong|\bnhiem ki|\bgiai doan/,
  ],
  [
    'actual',
    /\bthuc hien|\bth\b|\bket qua|\bkq\b|\buoc\b|\buth\b|\bso lieu|\bthuc te|\bdat duoc|\bso luong|\bluy ke|\blk\b|\bcong don|\bgia tri\b/,
  ],
];

const ROMAN: Readonly<Record<string, Quarter>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '01': 1,
  '02': 2,
  '03': 3,
  '04': 4,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  mot: 1,
  nhat: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
};
const MONTHS: Readonly<Record<string, Quarter>> = { '3': 1, '6': 2, '9': 3, '12': 4, ba: 1, sau: 2, chin: 3 };

const SPAN = /(?:19|20)\d\d\s*[-–—]+\s*(?:(?:19|20)\d\d|\d\d\b)|\bgiai doan\b.*|\bnhiem ki\b.*/;
const QUARTER = /\bq(?:u[iy])?\s*[./-]?\s*(iv|i{1,3}|0?[1-4]|mot|nhat|hai|ba|bon|tu)\b/;
const MONTHS_SUM = /(?<![\d/])0?(3|6|9|12|ba|sau|chin)\s*(?:thang|t(?=\b|[/-]|nam|dau|20\d\d))(?!\s*cuoi)/;
const TO_MONTH =
  /(?:het|den|tinh den|toi|cuoi)\s*(?:ngay\s*)?(?:3[01]\s*[/.-]\s*|(?:het\s*)?(?:thang|t)\s*)0?(3|6|9|12)(?!\d)/;
const AT_DATE = /\b3[01]\s*[/.-]\s*0?(3|6|9|12)\b/;
const WHOLE_YEAR = /\bca nam\b|\bnam bao cao\b|\btron nam\b/;
const YEAR = /(?<!\d)(20[2-4]\d)(?!\d)/;
const SHORT_YEAR = /(?:q(?:u[iy])?\s*[./]?\s*(?:iv|i{1,3}|[1-4])|[369]\s*t(?:hang)?|th|kh)\s*[/.'-]\s*([2-4]\d)(?!\d)/;
const HALF_AFTER = /\b0?[36]\s*thang cuoi/;

/** Text as patterns read it: without marks and case, punctuation kept. */
function plainHeading(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\bky\b/g, 'ki')
    .replace(/\bty\b/g, 'ti')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads one heading, whatever stands above or below it. */
export function readHeading(text: string): HeadingFacts {
  const plain = plainHeading(text);
  const spanless = plain.replace(SPAN, ' ');
  const quarter = quarterIn(spanless);
  return {
    kind: kindOf(plain),
    quarter,
    year: yearIn(spanless),
    reach: reachOf(spanless, quarter),
    estimate: /\buoc\b|\buth\b|\bu\.? ?th\b/.test(plain),
  };
}

function kindOf(plain: string): HeadingKind | null {
  return KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

function quarterIn(plain: string): Quarter | null {
  const months = (MONTHS_SUM.exec(plain) ?? TO_MONTH.exec(plain) ?? AT_DATE.exec(plain))?.[1];
  if (months !== undefined) return MONTHS[months] ?? null;
  const quarter = QUARTER.exec(plain)?.[1];
  if (quarter !== undefined) return ROMAN[quarter] ?? null;
  return WHOLE_YEAR.test(plain) ? 4 : null;
}

function yearIn(plain: string): number | null {
  const year = YEAR.exec(plain)?.[1];
  if (year !== undefined) return Number(year);
  const short = SHORT_YEAR.exec(plain)?.[1];
  return short === undefined ? null : 2000 + Number(short);
}

function reachOf(plain: string, quarter: Quarter | null): Reach {
  if (/\bluy ke|\blk\b|\bcong don|\btu dau nam|\bca nam\b/.test(plain)) return 'sum';
  if (/\btrong (?:qui|quy|ki)\b|\brieng\b|\bphat sinh (?:qui|quy|trong)/.test(plain) || HALF_AFTER.test(plain))
    return 'own';
  if (MONTHS_SUM.test(plain) || TO_MONTH.test(plain)) return 'sum';
  return quarter !== null && quarter > 1 && QUARTER.test(plain) ? 'own' : null;
}

/** What stands over the column of labels. */
export function isLabelHeading(text: string): boolean {
  return /^(?:ten )?(?:cac )?(?:he thong )?(?:chi tieu|noi dung|danh muc|hang muc|tieu chi|linh vuc|chi tieu nhiem vu|ten chi tieu|muc tieu nhiem vu|dien giai)(?: |$)(?!.*(?:giao|nam \d|20\d\d))/.test(
    plainWords(text),
  );
}

/** What stands over the column of units. */
export function isUnitHeading(text: string): boolean {
  return /^(?:dvt|don vi tinh|don vi|dv tinh|d vi tinh|don vi do)$/.test(plainWords(text));
}

/** What stands over the column of row numbers. */
export function isNumberHeading(text: string): boolean {
  return /^(?:tt|stt|so tt|so thu tu|ma so|muc)$/.test(plainWords(text));
}
