/** The messages between the page, which shows the workbook, and the worker, where the workbook and the script live. */

import type { Json } from '../server/json-delta.ts';
import type { BookEntry, Step } from '../server/wire.ts';
import type { MenuNode, RunOutcome } from '../stand-in/host.ts';
import type { Area, Cell, PersonOutcome, Position, SheetState } from '../stand-in/model/types.ts';
import type { PastedCell } from '../stand-in/person.ts';
import type { FormulaResult } from '../stand-in/workbook-model.ts';

/** What a person does to the workbook. Rows and columns count from 1. */
export type PersonAct =
  | { readonly kind: 'edit'; readonly sheetId: number; readonly at: Position; readonly typed: string }
  | {
      readonly kind: 'paste';
      readonly sheetId: number;
      readonly at: Position;
      readonly block: readonly (readonly (string | PastedCell)[])[];
    }
  | { readonly kind: 'fill'; readonly sheetId: number; readonly source: Area; readonly target: Area }
  | { readonly kind: 'clear'; readonly sheetId: number; readonly area: Area }
  | {
      readonly kind: 'cut';
      readonly sheetId: number;
      readonly area: Area;
      readonly toSheetId: number;
      readonly to: Position;
    }
  | {
      readonly kind: 'insert-rows' | 'insert-columns';
      readonly sheetId: number;
      readonly before: number;
      readonly count: number;
    }
  | {
      readonly kind: 'delete-rows' | 'delete-columns';
      readonly sheetId: number;
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly kind: 'move-rows';
      readonly sheetId: number;
      readonly at: number;
      readonly count: number;
      readonly before: number;
    }
  | {
      readonly kind: 'sort';
      readonly sheetId: number;
      readonly area: Area;
      readonly column: number;
      readonly ascending: boolean;
    }
  | { readonly kind: 'undo' | 'redo' };

export interface StartMessage {
  readonly kind: 'start';
  readonly book: BookEntry;
  /** The stored workbook, null for a new one. */
  readonly state: Json;
  readonly sequence: number;
  readonly code: string;
  readonly files: Readonly<Record<string, string>>;
}

export type ToWorker =
  | StartMessage
  | { readonly kind: 'act'; readonly id: number; readonly act: PersonAct }
  | { readonly kind: 'select'; readonly sheetId: number; readonly area: Area }
  /** Formula results that the grid computed from what it was drawn at `version`. */
  | { readonly kind: 'results'; readonly version: number; readonly results: readonly FormulaResult[] }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly functionName: string;
      readonly args: readonly unknown[];
      readonly via: 'sidebar' | 'menu';
    }
  | { readonly kind: 'network'; readonly on: boolean }
  | { readonly kind: 'whole'; readonly id: number; readonly sequence: number };

/** What changed in the workbook since the last drawing. */
export interface Drawing {
  readonly version: number;
  /** Sheets to be drawn again as they are now. */
  readonly sheets: readonly SheetState[];
  /** All sheets in tab order, where that changed. */
  readonly order: readonly number[] | null;
  readonly cells: readonly {
    readonly sheetId: number;
    readonly area: Area;
    readonly after: readonly (readonly Cell[])[];
  }[];
  /** Where a script put the person's selection. */
  readonly selection: { readonly sheetId: number; readonly area: Area } | null;
}

/** A page that the script shows. */
export interface Shown {
  readonly title: string;
  readonly content: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** A question that the script asks and waits for; the answer goes through the server. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
  readonly prompt: boolean;
}

export type FromWorker =
  | {
      readonly kind: 'ready';
      readonly locale: string;
      readonly timeZone: string;
      readonly drawing: Drawing;
    }
  | { readonly kind: 'draw'; readonly drawing: Drawing }
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'menu'; readonly nodes: readonly MenuNode[] }
  | { readonly kind: 'acted'; readonly id: number; readonly outcome: PersonOutcome }
  | { readonly kind: 'ran'; readonly id: number; readonly outcome: RunOutcome }
  | {
      readonly kind: 'whole';
      readonly id: number;
      readonly whole: { readonly sequence: number; readonly state: Json };
    }
  | { readonly kind: 'sidebar'; readonly shown: Shown }
  | { readonly kind: 'dialog'; readonly shown: Shown }
  | { readonly kind: 'toast'; readonly text: string }
  | { readonly kind: 'ask'; readonly question: Question }
  /** Script runs waiting or under way. */
  | { readonly kind: 'busy'; readonly runs: number }
  | { readonly kind: 'failed'; readonly functionName: string; readonly message: string };
