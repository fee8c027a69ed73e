/**
 * Reads the formulas of validation rules. The grid computes formulas too late for a rule that must refuse before anything
 * is written; rules are small, and what is not understood here decides nothing.
 */

import { columnNumber } from '../../stand-in/model/a1.ts';
import type { Area } from '../../stand-in/model/types.ts';

export type Formula =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'range'; readonly area: Area }
  | { readonly kind: 'negated'; readonly operand: Formula }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] };

const TOKEN =
  /\s*(?:(?<text>"(?:[^"]|"")*")|(?<number>\d+(?:\.\d+)?)|(?<range>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z0-9(])|(?<name>[A-Z][A-Z0-9.]*)|(?<sign><=|>=|<>|[-+*/&=<>();,%]))/giy;

const STRENGTH: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
};

interface Token {
  readonly kind: 'text' | 'number' | 'range' | 'name' | 'sign' | 'end';
  readonly text: string;
}

/** Null: not a formula, or one with something that is not understood (another sheet's cells, an array). */
export function parseFormula(source: string): Formula | null {
  const tokens = source.startsWith('=') ? tokenize(source.slice(1)) : null;
  if (tokens === null) return null;
  const reader = createReader(tokens);
  const formula = expression(reader, 0);
  return reader.peek().kind === 'end' ? formula : null;
}

type Reader = ReturnType<typeof createReader>;

function createReader(tokens: readonly Token[]) {
  let at = 0;
  const peek = (): Token => tokens[at] ?? { kind: 'end', text: '' };
  return {
    peek,
    next(): Token {
      const token = peek();
      at += 1;
      return token;
    },
    /** Takes the sign if it is the next one. */
    take(sign: string): boolean {
      const found = peek().kind === 'sign' && peek().text === sign;
      if (found) at += 1;
      return found;
    },
  };
}

function tokenize(source: string): Token[] | null {
  const tokens: Token[] = [];
  const rest = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < rest.length) {
    const groups = TOKEN.exec(rest)?.groups;
    if (groups === undefined) return null;
    for (const kind of ['text', 'number', 'range', 'name', 'sign'] as const) {
      const text = groups[kind];
      if (text !== undefined) tokens.push({ kind, text });
    }
  }
  return tokens;
}

function expression(reader: Reader, floor: number): Formula | null {
  let left = operand(reader);
  while (left !== null) {
    const { kind, text } = reader.peek();
    const strength = kind === 'sign' ? (STRENGTH[text] ?? 0) : 0;
    if (strength <= floor) return left;
    reader.next();
    const right = expression(reader, strength);
    if (right === null) return null;
    left = { kind: 'operation', operator: text, left, right };
  }
  return null;
}

function operand(reader: Reader): Formula | null {
  const { kind, text } = reader.next();
  if (kind === 'text') return { kind: 'literal', value: text.slice(1, -1).replaceAll('""', '"') };
  if (kind === 'number') return { kind: 'literal', value: Number(text) };
  if (kind === 'range') return { kind: 'range', area: areaOf(text) };
  if (kind === 'name') return named(reader, text.toUpperCase());
  if (text === '-') {
    const inner = operand(reader);
    return inner === null ? null : { kind: 'negated', operand: inner };
  }
  if (text !== '(') return null;
  const inner = expression(reader, 0);
  return reader.take(')') ? inner : null;
}

function named(reader: Reader, name: string): Formula | null {
  if (!reader.take('('))
    return name === 'TRUE' || name === 'FALSE' ? { kind: 'literal', value: name === 'TRUE' } : null;
  const args: Formula[] = [];
  if (reader.take(')')) return { kind: 'call', name, args };
  do {
    const arg = expression(reader, 0);
    if (arg === null) return null;
    args.push(arg);
  } while (reader.take(';') || reader.take(','));
  return reader.take(')') ? { kind: 'call', name, args } : null;
}

function areaOf(text: string): Area {
  const [first = '', last = first] = text.replaceAll('$', '').toUpperCase().split(':');
  const [from, to] = [cellOf(first), cellOf(last)];
  const row = Math.min(from.row, to.row);
  const column = Math.min(from.column, to.column);
  return {
    row,
    column,
    rows: Math.abs(from.row - to.row) + 1,
    columns: Math.abs(from.column - to.column) + 1,
  };
}

function cellOf(text: string): { readonly row: number; readonly column: number } {
  const digits = text.search(/\d/);
  return { row: Number(text.slice(digits)), column: columnNumber(text.slice(0, digits)) };
}
