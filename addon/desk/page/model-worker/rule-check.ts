/** Decides whether a rule's formula holds, as a spreadsheet computes it. */

import type { Area, CellValue } from '../../stand-in/model/types.ts';
import { type Formula, parseFormula } from './rule-formula.ts';

/** The values of an area, row by row. */
export type ReadValues = (area: Area) => readonly CellValue[];

/** Null: the formula has something that is not understood; an error in it is a rule that does not hold. */
export function formulaHolds(source: string, read: ReadValues): boolean | null {
  const formula = parseFormula(source);
  if (formula === null || !isUnderstood(formula)) return null;
  const result = compute(formula, read);
  return result !== FAILED && truth(result) === true;
}

const FAILED = Symbol('error');

type Result = CellValue | typeof FAILED;
type Compute = (arg: Formula) => Result;
type FunctionOf = (
  args: readonly Formula[],
  one: Compute,
  all: (args: readonly Formula[]) => readonly Result[],
) => Result;

const FUNCTIONS: Readonly<Record<string, FunctionOf>> = {
  IF: (args, one) => chosen(args, one),
  AND: (args, _one, all) => every(all(args), (values) => values.every(Boolean)),
  OR: (args, _one, all) => every(all(args), (values) => values.some(Boolean)),
  NOT: (args, one) => mapped(truthOf(first(args, one)), (value) => !value),
  ISNUMBER: (args, one) => isNumber(first(args, one)),
  ISTEXT: (args, one) => typeof first(args, one) === 'string',
  ISBLANK: (args, one) => first(args, one) === null,
  TRIM: (args, one) => mapped(textOf(first(args, one)), (text) => text.trim().replace(/ +/g, ' ')),
  SUBSTITUTE: (args, one) => substituted(args.map((arg) => textOf(one(arg)))),
  UNICHAR: (args, one) => mapped(numberOf(first(args, one)), (code) => String.fromCodePoint(code)),
  LOWER: (args, one) => mapped(textOf(first(args, one)), (text) => text.toLowerCase()),
  UPPER: (args, one) => mapped(textOf(first(args, one)), (text) => text.toUpperCase()),
  LEN: (args, one) => mapped(textOf(first(args, one)), (text) => text.length),
  ABS: (args, one) => mapped(numberOf(first(args, one)), Math.abs),
  INT: (args, one) => mapped(numberOf(first(args, one)), Math.floor),
  ROUND: (args, one) => rounded(numberOf(first(args, one)), args[1] === undefined ? 0 : numberOf(one(args[1]))),
  COUNT: (args, _one, all) => all(args).filter(isNumber).length,
  COUNTA: (args, _one, all) => all(args).filter((value) => value !== null).length,
  SUM: (args, _one, all) => numbers(all(args), (list) => list.reduce((sum, value) => sum + value, 0)),
  MAX: (args, _one, all) => numbers(all(args), (list) => (list.length === 0 ? 0 : Math.max(...list))),
  MIN: (args, _one, all) => numbers(all(args), (list) => (list.length === 0 ? 0 : Math.min(...list))),
};

function isUnderstood(formula: Formula): boolean {
  switch (formula.kind) {
    case 'call':
      return Object.hasOwn(FUNCTIONS, formula.name) && formula.args.every(isUnderstood);
    case 'operation':
      return isUnderstood(formula.left) && isUnderstood(formula.right);
    case 'negated':
      return isUnderstood(formula.operand);
    default:
      return true;
  }
}

function compute(formula: Formula, read: ReadValues): Result {
  const one: Compute = (arg) => compute(arg, read);
  switch (formula.kind) {
    case 'literal':
      return formula.value;
    case 'range':
      return formula.area.rows * formula.area.columns === 1 ? (read(formula.area)[0] ?? null) : FAILED;
    case 'negated':
      return mapped(numberOf(one(formula.operand)), (value) => -value);
    case 'operation':
      return operated(formula.operator, one(formula.left), one(formula.right));
    case 'call': {
      const all = (args: readonly Formula[]) =>
        args.flatMap((arg): readonly Result[] => (arg.kind === 'range' ? read(arg.area) : [one(arg)]));
      const known = FUNCTIONS[formula.name];
      return known === undefined ? FAILED : known(formula.args, one, all);
    }
  }
}

function operated(operator: string, left: Result, right: Result): Result {
  if (left === FAILED || right === FAILED) return FAILED;
  if (operator === '&') return String(textOf(left)) + String(textOf(right));
  const order = compared(left, right);
  const comparisons: Readonly<Record<string, boolean>> = {
    '=': order === 0,
    '<>': order !== 0,
    '<': order < 0,
    '>': order > 0,
    '<=': order <= 0,
    '>=': order >= 0,
  };
  return comparisons[operator] ?? calculated(operator, numberOf(left), numberOf(right));
}

function calculated(operator: string, left: number | typeof FAILED, right: number | typeof FAILED): Result {
  if (left === FAILED || right === FAILED) return FAILED;
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return right === 0 ? FAILED : left / right;
}

/** Numbers come before texts, texts before truth values; text without case; an empty cell is what it is compared with. */
function compared(left: CellValue, right: CellValue): number {
  const [a, b] = [plain(left, right), plain(right, left)];
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  return a < b ? -1 : Number(a > b);
}

function plain(value: CellValue, other: CellValue): string | number | boolean {
  if (value === null) return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  if (value instanceof Date) return value.getTime();
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function rank(value: string | number | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function chosen(args: readonly Formula[], one: Compute): Result {
  const [test, yes, no] = args;
  const truthful = test === undefined ? FAILED : truthOf(one(test));
  if (truthful === FAILED) return FAILED;
  const branch = truthful ? yes : no;
  return branch === undefined ? truthful : one(branch);
}

function first(args: readonly Formula[], one: Compute): Result {
  const [arg] = args;
  return arg === undefined ? FAILED : one(arg);
}

function mapped<T extends string | number | boolean>(value: T | typeof FAILED, make: (value: T) => Result): Result {
  return value === FAILED ? FAILED : make(value);
}

function substituted([text = '', before = '', after = '']: readonly (string | typeof FAILED)[]): Result {
  if (text === FAILED || before === FAILED || after === FAILED) return FAILED;
  return before === '' ? text : text.replaceAll(before, () => after);
}

function every(values: readonly Result[], decide: (values: readonly boolean[]) => boolean): Result {
  const truths = values.filter((value) => value !== null).map(truthOf);
  const known = truths.filter((value) => value !== FAILED);
  return known.length < truths.length ? FAILED : decide(known);
}

function numbers(values: readonly Result[], make: (list: readonly number[]) => number): Result {
  return values.includes(FAILED) ? FAILED : make(values.filter((value) => typeof value === 'number'));
}

/** Half away from zero, on the figure as it is written: 1,005 to two digits is 1,01. */
function rounded(value: number | typeof FAILED, digits: number | typeof FAILED): Result {
  if (value === FAILED || digits === FAILED) return FAILED;
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  const whole = Number.isNaN(shifted) ? Math.abs(value) : Number(`${Math.round(shifted)}e${-digits}`);
  return value < 0 ? -whole : whole;
}

function truth(value: CellValue): boolean | null {
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' ? value !== 0 : value === null ? false : null;
}

function truthOf(value: Result): boolean | typeof FAILED {
  return value === FAILED ? FAILED : (truth(value) ?? FAILED);
}

function textOf(value: Result): string | typeof FAILED {
  if (value === FAILED) return FAILED;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : String(value);
}

function numberOf(value: Result): number | typeof FAILED {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  return value === null ? 0 : FAILED;
}

/** A date is a number to a spreadsheet. */
function isNumber(value: Result): boolean {
  return typeof value === 'number' || value instanceof Date;
}
