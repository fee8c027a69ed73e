/** Ways of writing a number that are not Vietnamese, each with the one reading that is left of it, if one is. */
import { SPACES } from './number-characters.ts';
import { type ReadingProblem, type Refusal, refusal } from './reading.ts';

interface Slip {
  readonly pattern: RegExp;
  readonly problem: ReadingProblem;
  /** What was meant, as Vietnamese writes it; absent where nobody can tell. */
  readonly meant?: (text: string) => string;
}

/** The first that fits counts. */
const SLIPS: readonly Slip[] = [
  // 007, 08, 00,5
  { pattern: /^0\d+(?:,\d+)?$/, problem: 'leading-zero', meant: withoutZeros },
  // 00.180, 01.180: grouping behind a leading zero has no reading
  { pattern: /^0\d[\d.,]*$/, problem: 'leading-zero' },
  // 1.18, 0.285, 1180.5: a dot that does not group three digits
  { pattern: /^(?:0|[1-9]\d*)\.\d+$/, problem: 'decimal-point', meant: withMarksSwapped },
  // 1 180.5; where three digits follow the dot it may as well group them
  {
    pattern: new RegExp(`^[1-9]\\d{0,2}([${SPACES}])\\d{3}(?:\\1\\d{3})*\\.(?:\\d{1,2}|\\d{4,})$`),
    problem: 'decimal-point',
    meant: withMarksSwapped,
  },
  // 1,180.5 and 1,180,000.25: English grouping
  { pattern: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/, problem: 'grouping', meant: withMarksSwapped },
  // 1,180,000
  { pattern: /^[1-9]\d{0,2}(?:,\d{3}){2,}$/, problem: 'grouping', meant: withMarksSwapped },
  // 1.180.5, 1,2,3, 12 34
  { pattern: new RegExp(`^\\d[\\d.,${SPACES}]*\\d$`), problem: 'grouping' },
];

/** Why digits and marks that spell no Vietnamese number were refused. `text` has no sign. */
export function refuseSlip(text: string): Refusal {
  const slip = SLIPS.find(({ pattern }) => pattern.test(text));
  return slip === undefined ? refusal('format') : refusal(slip.problem, slip.meant?.(text));
}

function withoutZeros(text: string): string {
  return text.replace(/0+(?=\d)/, '');
}

/** English marks made Vietnamese. */
function withMarksSwapped(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
}
