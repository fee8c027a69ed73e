/**
 * What a cell says, as a value that may be sent or as something that may not and is shown as "chưa gửi". Numbers of the
 * spreadsheet are taken as they are; text goes through the shared reader; dates, shares and errors are refused, and formulas but in
 * a person's own workbook, where a zero counts only if there is something behind it. What may be either of two numbers waits for the person's answer.
 */

import { doubtfulNumber, doubtfulReadings, type Expectation, otherReading } from '../../shared/doubt.ts';
import { malformedValue } from '../../shared/malformed.ts';
import { roundAsShown } from '../../shared/number-format.ts';
import { readQuantity } from '../../shared/quantity.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { Value } from '../../shared/values.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import type { CellReading } from '../rpc.ts';
import { isDateFormat, isShareFormat } from './cell-format.ts';
import { fingerprint } from './fingerprint.ts';
import { meansNotApplicable } from './not-applicable.ts';
import { CELL_WORDS } from './words.ts';

/** One cell as the platform gives it: `formula` is empty for a constant, `shown` is what the person sees. */
export interface CellContents {
  readonly value: unknown;
  readonly formula: string;
  readonly numberFormat: string;
  readonly shown: () => string;
  /** The formula names cells that are all still empty. */
  readonly restsOnBlanks: () => boolean;
}

/** How the cells of a workbook are to be taken. */
export interface Manner {
  /** A formula's result counts. Else the number itself must stand in the cell. */
  readonly takesFormulas: boolean;
  /** Numbers were typed by other marks than Vietnamese ones. */
  readonly isForeign: () => boolean;
  /** The number in doubt that the person has said is right. */
  readonly accepted: () => number | undefined;
  /** The latest earlier number of the same input; null where none is known. */
  readonly last: () => number | null;
}

const TEMPLATE: Manner = {
  takesFormulas: false,
  isForeign: () => false,
  accepted: () => undefined,
  last: () => null,
};

/** Of a computed number, beyond what any input takes: what lies behind them is binary noise, 0.1 + 0.2 is 0.3. */
const COMPUTED_DECIMALS = 9;

const BLANK: CellReading = { status: 'value', value: null, fromFormula: false };
const ERROR_VALUE = /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!|SPILL!)/;
const LOADING = /^(?:loading|đang tải)\s*(?:…|\.\.\.)$/i;
/** Fingerprints of what a flag's cell may say; the formulas of the tab “Kết quả” know the same ones. */
export const YES_WORDS = [fingerprint(YES), 'co', 'true'];
export const NO_WORDS = [fingerprint(NO), 'chua', 'không', 'khong', 'false'];

/** A number that the service would refuse never comes out as a value. */
export function readCell(cell: CellContents, input: InputDefinition, manner = TEMPLATE): CellReading {
  if (cell.formula === '') return readConstant(cell, input, manner);
  if (!manner.takesFormulas) return refusedFormula(cell, input);
  const { value } = cell;
  if (value === 0 && cell.restsOnBlanks()) return BLANK;
  const reading = readConstant({ ...cell, value: withoutNoise(value) }, input, manner);
  return reading.status === 'value' ? { ...reading, fromFormula: true } : reading;
}

/** A computed value as it counts. */
export function withoutNoise(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(COMPUTED_DECIMALS)) : value;
}

function readConstant(cell: CellContents, input: InputDefinition, manner: Manner): CellReading {
  const { value } = cell;
  if (value === '' || value === null || value === undefined) return BLANK;
  if (typeof value === 'string') return readText(value, input, manner);
  if (typeof value === 'boolean') return readBoolean(value, cell, input);
  if (typeof value !== 'number') return unsendable(cell.shown(), CELL_WORDS.date);
  if (isShareFormat(cell.numberFormat)) return unsendable(cell.shown(), CELL_WORDS.share(value));
  if (isDateFormat(cell.numberFormat)) return unsendable(cell.shown(), CELL_WORDS.date);
  const choices = doubtfulNumber(value, { ...expectation(input), last: manner.last() });
  if (choices !== null && manner.isForeign() && manner.accepted() !== value)
    return inDoubt(cell.shown(), choices, true);
  return checked(value, cell.shown, input);
}

/** Refused; its result is offered as the person would type it, to the decimals that the input takes. */
function refusedFormula(cell: CellContents, input: InputDefinition): CellReading {
  const shown = cell.shown();
  const refused = { status: 'unsendable', shown, message: CELL_WORDS.formula(shown) } as const;
  const { value, numberFormat } = cell;
  if (input.kind === 'flag') return typeof value === 'boolean' ? { ...refused, offer: value } : refused;
  if (typeof value !== 'number' || isShareFormat(numberFormat) || isDateFormat(numberFormat)) return refused;
  const offer = roundAsShown(value, input.decimals);
  return malformedValue(input, offer) === null ? { ...refused, offer } : refused;
}

function expectation({ decimals, plausibleUpTo }: InputDefinition): Expectation {
  return { decimals, plausibleUpTo, last: null };
}

function readText(text: string, input: InputDefinition, manner: Manner): CellReading {
  const trimmed = text.trim();
  if (trimmed === '') return BLANK;
  if (ERROR_VALUE.test(trimmed)) return unsendable(trimmed, CELL_WORDS.error(trimmed));
  if (LOADING.test(trimmed)) return unsendable(trimmed, CELL_WORDS.loading);
  if (meansNotApplicable(trimmed)) return { status: 'value', value: 'na', fromFormula: false };
  if (input.kind === 'flag') return readFlagText(trimmed);
  if (/^[-–—−]+$/.test(trimmed)) return unsendable(trimmed, CELL_WORDS.dash);
  const reading = readQuantity(trimmed, input.unit);
  if (!reading.ok) return unsendable(trimmed, CELL_WORDS.text(trimmed, reading.problem, reading.suggestion));
  const { value } = reading;
  const other = otherReading(trimmed, value);
  const foreign = other !== null && manner.isForeign();
  // A cell cannot ask "1.180 hay 1,18?", so what would need an answer is not taken.
  const choices = foreign
    ? ([Math.max(value, other), Math.min(value, other)] as const)
    : doubtfulReadings(trimmed, value, expectation(input));
  if (choices !== null) return inDoubt(trimmed, choices, foreign);
  return checked(value, () => trimmed, input);
}

/** @param foreign the spreadsheet's marks are what makes it doubtful. */
function inDoubt(shown: string, choices: readonly [number, number], foreign: boolean): CellReading {
  const words = foreign ? CELL_WORDS.doubtfulHere : CELL_WORDS.doubtful;
  return { status: 'unsendable', shown, message: words(shown, ...choices), choices };
}

function readFlagText(text: string): CellReading {
  const word = fingerprint(text);
  if (YES_WORDS.includes(word)) return { status: 'value', value: true, fromFormula: false };
  if (NO_WORDS.includes(word)) return { status: 'value', value: false, fromFormula: false };
  return unsendable(text, CELL_WORDS.flag(text));
}

function readBoolean(value: boolean, cell: CellContents, input: InputDefinition): CellReading {
  if (input.kind === 'flag') return { status: 'value', value, fromFormula: false };
  return unsendable(cell.shown(), CELL_WORDS.boolean);
}

/** The last gate: what the rules call malformed would have the whole report refused, so it stays here and is named. */
function checked(value: number, shown: () => string, input: InputDefinition): CellReading {
  const malformed = malformedValue(input, value);
  if (malformed !== null) return unsendable(shown(), malformed);
  return { status: 'value', value, fromFormula: false };
}

function unsendable(shown: string, message: string): CellReading {
  return { status: 'unsendable', shown, message };
}

/** What is written into a cell for a value that was entered elsewhere. */
export function cellTextOf(value: Value): string | number {
  if (value === null) return '';
  if (value === 'na') return NOT_APPLICABLE_WORD;
  if (typeof value === 'boolean') return value ? YES : NO;
  return value;
}

/** The value that goes on the wire: null for what cannot be sent. */
export function sendableValue(reading: CellReading | undefined): Value {
  return reading?.status === 'value' ? reading.value : null;
}
