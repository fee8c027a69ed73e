/** What a cell of an export can be. Writers turn cells into their format, and decide nothing about what is said. */
import { neutralText } from './neutral-text.ts';

/** `decimals` is how many a number is shown with, where the format tells value from display. A moment is ISO 8601. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'moment'; readonly iso: string };

export const EMPTY: Cell = { kind: 'empty' };

/** The one way for text into an export; empty where there is none. */
export function text(content: string | null): Cell {
  return content === null || content === '' ? EMPTY : { kind: 'text', text: neutralText(content) };
}

export function number(value: number, decimals: number): Cell {
  return { kind: 'number', value, decimals };
}

export function count(value: number): Cell {
  return number(value, 0);
}

export function moment(iso: string | null): Cell {
  return iso === null ? EMPTY : { kind: 'moment', iso };
}
