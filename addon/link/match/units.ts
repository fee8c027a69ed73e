/** Units of measure as offices write them: which quantity they count, in what scale, or that they are a share. */
import { plainWords } from './syllables.ts';

export type UnitReading =
  /** A share or a rate: never an input's own figure. */
  | { readonly kind: 'ratio' }
  /** `quantity` is a name of ours, or the unit's own words where the table below has none; `scale` in the quantity's first unit. */
  | { readonly kind: 'amount'; readonly quantity: string; readonly scale: number };

/**
 * How a row's unit stands to an input's: `same` and `kin` speak for it ("lượt" and "người"), `scaled` is the same quantity in
 * another scale ("triệu đồng" for "tỷ đồng"), `other` and `ratio` against it.
 */
export type UnitFit = 'same' | 'kin' | 'unknown' | 'scaled' | 'other' | 'ratio';

/** Quantities with their spellings, folded. */
const QUANTITIES: Readonly<Record<string, readonly string[]>> = {
  money: ['dong', 'd', 'vnd'],
  area: ['ha', 'hec ta', 'hecta'],
  mass: ['tan'],
  person: [
    'nguoi',
    'khau',
    'nhan khau',
    'lao dong',
    'ld',
    'dang vien',
    'dong chi',
    'd c',
    'can bo',
    'cbcc',
    'hoc sinh',
    'nguoi dan',
  ],
  visit: ['luot', 'luot nguoi', 'luot khach', 'khach', 'nguoi luot', 'luot nguoi khach'],
  household: ['ho', 'ho gia dinh', 'gia dinh', 'gd'],
  village: ['ban', 'thon', 'thon ban', 'ban thon', 'ban tieu khu', 'thon ban tieu khu', 'to dan pho'],
  neighbourhood: ['khu', 'khu dan cu', 'kdc', 'ban khu'],
  school: ['truong', 'truong hoc'],
  cell: ['chi bo', 'chi bo truc thuoc'],
  body: [
    'don vi',
    'dv hc',
    'dn',
    'doanh nghiep',
    'htx',
    'dn htx',
    'hop tac xa',
    'co so',
    'co quan',
    'cq',
    'cq dv',
    'co quan don vi',
    'cong ti',
  ],
  organisation: ['to chuc', 'doan the', 'hoi'],
  dossier: ['ho so', 'hs', 'bo ho so'],
  procedure: ['thu tuc', 'tthc', 'dich vu', 'dvc', 'thu tuc hanh chinh'],
  incident: ['vu', 'vu viec', 'cuoc', 'don', 'don thu', 'vu an'],
  criterion: ['tieu chi', 'tc dat', 'chi tieu'],
  yesNo: ['co khong', 'co chua', 'dat chua dat', 'dat khong dat', 'dat', 'xa'],
};

const SCALED: Readonly<Record<string, readonly [quantity: string, scale: number]>> = {
  'ti dong': ['money', 1e9],
  ti: ['money', 1e9],
  'ti d': ['money', 1e9],
  'trieu dong': ['money', 1e6],
  'tr dong': ['money', 1e6],
  'tr d': ['money', 1e6],
  trd: ['money', 1e6],
  trieu: ['money', 1e6],
  'trieu d': ['money', 1e6],
  'nghin dong': ['money', 1e3],
  'ngan dong': ['money', 1e3],
  '1000 dong': ['money', 1e3],
  '1 000 dong': ['money', 1e3],
  '1000d': ['money', 1e3],
  m2: ['area', 1e-4],
  km2: ['area', 100],
  'nghin ha': ['area', 1e3],
  '1000 ha': ['area', 1e3],
  kg: ['mass', 1e-3],
  ta: ['mass', 0.1],
  'nghin tan': ['mass', 1e3],
  'nghin nguoi': ['person', 1e3],
  '1000 nguoi': ['person', 1e3],
  'nghin luot': ['visit', 1e3],
  'nghin luot nguoi': ['visit', 1e3],
  'nghin ho': ['household', 1e3],
};

/** Quantities that offices name alike: a visit is counted in people, a school or a cooperative is a "đơn vị". */
const KIN: readonly (readonly [string, string])[] = [
  ['person', 'visit'],
  ['village', 'neighbourhood'],
  ['body', 'organisation'],
  ['body', 'school'],
  ['body', 'cell'],
  ['organisation', 'cell'],
  ['dossier', 'procedure'],
  ['village', 'body'],
  ['neighbourhood', 'body'],
];

/** Words that stand where a unit should and say nothing, and abbreviations of several units: "CB" is a cell, and a cadre. */
const EMPTY = new Set(['', 'cai', 'so', 'so luong', 'lan', 'nt', 'tong so', 'tong', 'cb', 'dv', 'tc', 'tt', 'dc']);
/** The cell above, meant again. */
const DITTO = /^\s*(?:[-–—]?\s*nt\s*[-–—]?|["”″'’]{1,2}|\/\/|-\/\/-)\s*$/i;
const RATIO = /%|‰|\/(?!\s*c\b)|phần trăm|tỷ lệ|tỉ lệ/i;

/** Whether a cell repeats the unit above it. */
export function isDitto(text: string): boolean {
  return DITTO.test(text);
}

/** Reads a unit's text; null where it says nothing. */
export function readUnit(text: string): UnitReading | null {
  const words = plainWords(text);
  const known = Object.entries(QUANTITIES).find(([, spellings]) => spellings.includes(words));
  if (known !== undefined) return { kind: 'amount', quantity: known[0], scale: 1 };
  const scaled = SCALED[words];
  if (scaled !== undefined) return { kind: 'amount', quantity: scaled[0], scale: scaled[1] };
  if (RATIO.test(text.normalize('NFC'))) return alternatives(text) ?? { kind: 'ratio' };
  return EMPTY.has(words) ? null : { kind: 'amount', quantity: words, scale: 1 };
}

/** Whether a unit is one of the tables', not merely words where a unit may stand. */
export function isKnown(unit: UnitReading | null): boolean {
  return unit?.kind === 'ratio' || (unit?.kind === 'amount' && unit.quantity in QUANTITIES);
}

/** "thôn/bản", "DN/HTX": two names of one quantity, not a rate. */
function alternatives(text: string): UnitReading | null {
  const parts = text.split('/');
  if (parts.length < 2 || text.includes('%')) return null;
  const readings = parts.map(readUnit);
  const [first] = readings;
  if (first?.kind !== 'amount' || !(first.quantity in QUANTITIES)) return null;
  const alike = readings.every((one) => one?.kind === 'amount' && fitOf(one, first) !== 'other');
  return alike ? first : null;
}

/** How many of a row's unit make one of an input's of the same quantity: 1000 of "triệu đồng" one "tỷ đồng". */
export function scaleOf(row: UnitReading | null, input: UnitReading | null): number {
  if (row?.kind !== 'amount' || input?.kind !== 'amount') return 1;
  // Scales are powers of ten; a quotient of small ones is not exact.
  return Number((input.scale / row.scale).toPrecision(6));
}

/** How a row's unit fits an input's. */
export function fitOf(row: UnitReading | null, input: UnitReading | null): UnitFit {
  if (row?.kind === 'ratio') return input?.kind === 'ratio' ? 'same' : 'ratio';
  if (row === null || input === null || input.kind === 'ratio') return 'unknown';
  if (row.quantity === input.quantity) return row.scale === input.scale ? 'same' : 'scaled';
  const kin = KIN.some(([one, other]) => [one, other].every((name) => [row.quantity, input.quantity].includes(name)));
  if (!kin) return 'other';
  return row.scale === input.scale ? 'kin' : 'scaled';
}
