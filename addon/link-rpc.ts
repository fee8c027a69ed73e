/**
 * What the dialog "Liên kết bảng tính có sẵn" and the script say to each other through `google.script.run`: JSON-like values
 * alone. Rows and columns count from 1. The names of `LinkServer` are the script's global functions.
 */
import type { Period } from '../shared/periods.ts';

/** Cells that are one for the eye; the text stands in the first of them. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A tab of a person's own workbook as she sees it. */
export interface LinkTab {
  /** The sheet's id, which a new name does not change. */
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Displayed texts, `texts[0]` is row 1; cut where a tab is larger than the dialog takes. */
  readonly texts: readonly (readonly string[])[];
  /** Which cells hold a formula, in the same shape. */
  readonly formulas: readonly (readonly boolean[])[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * Where a tab's figures are: the row of each input found there, the column of each period. Where inputs of one tab have columns of their
 * own, it is a table more, with the same id; no input's cell of one period may be in two.
 */
export interface LinkedTab {
  readonly id: number;
  /** The column whose texts the rows are recognised by. */
  readonly labelColumn: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<Period, number>>;
}

export interface LinkOpening {
  readonly name: string;
  /** The spreadsheet's locale, which decides how a typed number was read. */
  readonly locale: string;
  readonly account: string;
  /** The unit that the workbook is linked for; null before the first time. */
  readonly unit: string | null;
  readonly tabs: readonly LinkTab[];
  /** What is linked now, found by metadata and labels; empty before the first time. */
  readonly linked: readonly LinkedTab[];
  /** Whether the linked cells carry our validation and formats. */
  readonly marked: boolean;
  /** Whether the workbook has our tab "Tổng hợp". */
  readonly summary?: boolean;
}

export interface LinkRequest {
  readonly unit: string;
  readonly tabs: readonly LinkedTab[];
  /** Validation and conditional formats on the linked cells, which the person was asked about. */
  readonly marked: boolean;
  /** A new tab "Tổng hợp", which the person was asked about. Left out: what is there of ours stays, and none is made. */
  readonly summary?: boolean;
}

export type LinkAnswer =
  | { readonly ok: true; readonly message: string }
  /** Nothing was linked; the message says what was read and what to do. */
  | { readonly ok: false; readonly message: string };

/** The script's functions that the dialog may call. */
export interface LinkServer {
  linkOpen(): LinkOpening;
  /** Links rows and columns anew, whatever was linked before. Touches nothing of the sheet but metadata, and marks if asked. */
  linkBind(request: LinkRequest): LinkAnswer;
  /** Takes everything of ours off the workbook: metadata, validation, formats, memory, triggers of this account. */
  linkRelease(): LinkAnswer;
  /** Opens the sidebar beside the grid, in place of one that is open. */
  menuOpen(): void;
}
