/**
 * What the sidebar and the script say to each other through `google.script.run`. JSON-like values alone: no `undefined`
 * inside, no Date. The names of `SidebarServer` are the script's global functions.
 */
import type { AuditFinding } from '../shared/audit.ts';
import type { Period } from '../shared/periods.ts';
import type { Resolution } from '../shared/resolution/schema.ts';
import type { Reasons, Value } from '../shared/values.ts';
import type { Finding, ReportState } from '../shared/wire.ts';

/**
 * What one input cell holds: a value that can be sent, or something that cannot and is never sent ("chưa gửi"). `choices`: it may be
 * either of two numbers, the larger first, and is sent once the person has committed one of them. `absent`: the workbook has no cell
 * for it, so that it is null on the wire and nothing can be written.
 */
export type CellReading =
  | { readonly status: 'value'; readonly value: Value; readonly fromFormula: boolean }
  | {
      readonly status: 'unsendable';
      readonly shown: string;
      readonly message: string;
      /** A formula's result, where it could stand in the formula's place. */
      readonly offer?: number | boolean;
      readonly choices?: readonly [number, number];
    }
  | { readonly status: 'absent' };

/** All input cells of one period, by input id. */
export type PeriodReadings = Readonly<Record<string, CellReading>>;

/** Where the cursor is, if it is on an input's cell. */
export interface Selection {
  readonly period: Period;
  readonly input: string;
}

/** What the workbook knows of one period's report on the Worker. Times are ISO 8601 UTC. */
export interface PeriodSync {
  readonly period: Period;
  /** The last revision that this workbook sent or accepted as its own; null before the first. */
  readonly revision: number | null;
  readonly state: ReportState | 'none';
  readonly savedAt: string | null;
  /** True while the sheet differs from what the Worker has acknowledged. */
  readonly waiting: boolean;
  /** The inputs whose value or reason the Worker does not have yet. */
  readonly differing: readonly string[];
  /** Inputs that one action kept as they were in the period before, and that nobody has confirmed since. */
  readonly unconfirmed: readonly string[];
  /** Why the last try failed, in words for the person; null when it did not. */
  readonly trouble: { readonly code: string; readonly message: string; readonly retryAt: string | null } | null;
  /** The reviewer's words; they stay until the report is submitted again. */
  readonly returnReason: string | null;
  readonly reasons: Reasons;
}

/** One other person's newer report of the same period, to choose from per input. */
export interface Conflict {
  readonly period: Period;
  /** Of the other report. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  readonly differences: readonly { readonly input: string; readonly mine: Value; readonly theirs: Value }[];
}

export interface WorkbookState {
  /** Null while the workbook is not set up for a unit. */
  readonly unit: string | null;
  readonly spreadsheet: string;
  readonly name: string;
  readonly locale: string;
  /** True where the workbook says "Số liệu minh họa". */
  readonly sample: boolean;
  /** The account that the script runs as; empty where the platform does not say. */
  readonly account: string;
  readonly workerUrl: string;
  /** Set where this workbook is a copy of another: nothing is sent. */
  readonly copyOf: string | null;
}

/** The server's ledger did not go on from a receipt that this workbook had: entry `was` by index, entry `is` came. ISO 8601 UTC. */
export interface LedgerNotice {
  readonly at: string;
  readonly was: number;
  readonly is: number;
}

/** Opening: everything that the sidebar needs to draw itself. */
export interface OpeningState {
  readonly workbook: WorkbookState;
  readonly selection: Selection | null;
  /** The whole workbook's inputs, every period of the term. */
  readonly readings: Readonly<Record<string, PeriodReadings>>;
  readonly syncs: readonly PeriodSync[];
  readonly conflicts: readonly Conflict[];
  readonly ledger: LedgerNotice | null;
  /** The resolution as the script has it: the sidebar's page carries none of its own. */
  readonly resolution: Resolution;
  /** What the resolution's text implies by its own figures. */
  readonly audit: readonly AuditFinding[];
  /** Of each period's cells. */
  readonly digests: Readonly<Record<string, string>>;
}

/** The regular question of an open sidebar. */
export interface PulseRequest {
  /** The digest of the period's cells as the sidebar shows them; null where they are to be told in any case. */
  readonly seen: string | null;
  /** The period shown, whose cells are read afresh. */
  readonly period: Period | null;
  /**
   * True where the Worker's summary names another revision or state of this unit's report than the last answer did: the script
   * then asks the Worker what became of it (returned, accepted, somebody else's), and brings the tab "Tổng hợp" up to date.
   */
  readonly refresh?: boolean;
  /** True where the tab "Tổng hợp" has not been brought up to date for a while. */
  readonly summary?: boolean;
}

/** What the sheet said when the script last told of it. The sidebar hands it back as it is. */
export interface Glance {
  /** The sheets that were read, by their ids, with a digest of what stood there. */
  readonly sheets: readonly (readonly [number, string])[];
  /** The sheet with the cursor, and where the inputs and periods of its tables are. */
  readonly cursor: number | null;
  readonly layouts: readonly {
    readonly rows: Readonly<Record<string, number>>;
    readonly columns: Readonly<Record<string, number>>;
  }[];
  /** When the workbook's memory was last read afresh, milliseconds. */
  readonly freshAt: number;
  /** The newest change that was noted in it by then. */
  readonly version: number;
}

export interface GlanceRequest extends PulseRequest {
  readonly glance: Glance;
}

/** `pulse` is null where nothing has changed but, perhaps, the cursor's place. */
export interface GlanceAnswer {
  readonly selection: Selection | null;
  readonly pulse: PulseAnswer | null;
}

export interface PulseAnswer {
  readonly selection: Selection | null;
  /** Of the cells of the period asked for, as they stand in the sheet; null where none were read. */
  readonly digest: string | null;
  /** Those cells, read afresh; null where they are what the asker has seen. */
  readonly readings: PeriodReadings | null;
  readonly syncs: readonly PeriodSync[];
  readonly conflicts: readonly Conflict[];
  readonly ledger: LedgerNotice | null;
  /** For the next question, and for how many milliseconds it will do; only answers to questions have them. */
  readonly glance?: Glance;
  readonly goodForMs?: number;
}

/** A value that the person entered in the sidebar's field; it is written into the sheet's cell. */
export interface CommitRequest {
  readonly period: Period;
  readonly input: string;
  readonly value: Value;
}

/** What a cell held before the sidebar wrote into it: enough to put it back as it was. */
export type CellContent =
  /** `kept`: it was unconfirmed. */
  | { readonly kind: 'value'; readonly value: Value; readonly kept: boolean }
  | { readonly kind: 'formula'; readonly formula: string; readonly numberFormat: string }
  | { readonly kind: 'other'; readonly content: string | number | boolean; readonly numberFormat: string }
  /** Milliseconds since 1970. */
  | { readonly kind: 'date'; readonly at: number; readonly numberFormat: string };

/** One writing of the sidebar's. It can be taken back from the cells that still hold what was written. */
export interface Writing {
  readonly period: Period;
  readonly cells: readonly { readonly input: string; readonly wrote: Value; readonly before: CellContent }[];
}

/** `writing` is null where nothing was written; `left` are the inputs that were left as they are, since they were not as asked for. */
export interface WriteAnswer extends PulseAnswer {
  readonly writing: Writing | null;
  readonly left: readonly string[];
}

/** Levels that stay as they were in the period before, with the values that the person looked at. */
export interface KeepRequest {
  readonly period: Period;
  readonly values: Readonly<Record<string, Value>>;
}

/** `confirm`: the unconfirmed inputs that the person confirms with the submission; any other unconfirmed one refuses it. */
export interface SubmitRequest {
  readonly period: Period;
  readonly confirm: readonly string[];
}

/** What else is open in another period, as its tab was read just now: cells not sent, errors, a conflict. */
export interface OpenElsewhere {
  readonly period: Period;
  readonly unsent: number;
  readonly errors: number;
  readonly conflict: boolean;
}

/** The last check of a submission: the whole sheet read afresh, and the stored report read back. */
export interface SubmitCheck {
  readonly tabs: number;
  readonly cells: number;
  /** The period's values in the sheet, and how many of them the Worker's report has alike; null where it could not be read back. */
  readonly values: number;
  readonly alike: number | null;
  readonly elsewhere: readonly OpenElsewhere[];
}

/** `refused` carries what still stands in the way; nothing was submitted then. */
export type SubmitAnswer =
  | { readonly ok: true; readonly check: SubmitCheck; readonly pulse: PulseAnswer }
  | {
      readonly ok: false;
      readonly message: string;
      readonly findings: readonly Finding[];
      readonly pulse: PulseAnswer;
    };

/**
 * A row or column that does not stand as it was bound: its mark (developer metadata) and its label or heading disagree, so nothing of
 * its periods is read or sent. Rows and columns count from 1.
 */
export interface Displaced {
  /** Names the tab in `sidebarRebind`. */
  readonly tab: string;
  readonly tabName: string;
  readonly line: 'row' | 'column';
  /** The input of a row, the period of a column. */
  readonly id: string;
  /** The label or heading that it was bound by, as it was written. */
  readonly label: string;
  /**
   * `moved`: the label stands elsewhere than the mark (sorted, cut and pasted) or has none. `renamed`: the label is nowhere, the mark
   * is. `gone`: neither is there (deleted). `double`: the label or the mark is there more than once (a row was duplicated).
   */
  readonly why: 'moved' | 'renamed' | 'gone' | 'double';
  /** Where its mark is; null where there is none, or more than one. */
  readonly before: number | null;
  /** Where its label stands; null where nowhere, or in several places. */
  readonly now: number | null;
  /** Where it may be: the label's places first, then the mark's, with what is written there. Empty where only an undo helps. */
  readonly places: readonly { readonly at: number; readonly text: string }[];
}

/** `missingTabs`: names of bound tabs that were deleted; only an undo or a new linking brings them back. */
export interface DisplacedAnswer {
  readonly displaced: readonly Displaced[];
  readonly missingTabs: readonly string[];
}

/** Where the person says that rows and columns are. `at` null: it has no row or column any more, and its cells count as absent. */
export interface RebindRequest {
  readonly places: readonly (Pick<Displaced, 'tab' | 'line' | 'id'> & { readonly at: number | null })[];
}

/** An ID token for the sidebar's own reading of the Worker, kept in memory alone. `expiresAt` is ISO 8601 UTC. */
export interface TokenAnswer {
  readonly token: string;
  readonly expiresAt: string;
}

/** The script's functions that the sidebar may call. */
export interface SidebarServer {
  sidebarOpen(): OpeningState;
  sidebarPulse(request: PulseRequest): PulseAnswer;
  /** The same question where a glance will do: answered in full only if something has changed. */
  sidebarGlance(request: GlanceRequest): GlanceAnswer;
  /** Writes the value into its cell, marks the period, sends. */
  sidebarCommit(request: CommitRequest): WriteAnswer;
  /** Writes the values of the period before into cells that are empty, all in one, and marks them as unconfirmed. */
  sidebarKeep(request: KeepRequest): WriteAnswer;
  /** The person has looked at values that were kept, and they hold. */
  sidebarConfirm(request: { readonly period: Period; readonly inputs: readonly string[] }): PulseAnswer;
  /** Takes a writing back; its answer's `writing` is null. */
  sidebarUndo(request: Writing): WriteAnswer;
  /** Stores the reason for a warning (empty text removes it), marks the period, sends. */
  sidebarReason(request: { readonly period: Period; readonly input: string; readonly reason: string }): PulseAnswer;
  /** Reads the whole sheet afresh, submits the period, and compares what was stored with what was read. */
  sidebarSubmit(request: SubmitRequest): SubmitAnswer;
  /** Puts the cursor into the input's cell. */
  sidebarJump(request: Selection): PulseAnswer;
  sidebarToken(): TokenAnswer;
  /** Sets the workbook up for a unit: its tabs, formats, triggers. `sample`: it says "Số liệu minh họa" from then on. */
  sidebarSetUp(request: { readonly unit: string; readonly sample?: boolean }): OpeningState;
  /** A person has seen the notice of another ledger, and told whom it concerns. */
  sidebarLedgerSeen(request: { readonly period: Period }): PulseAnswer;
  /** Settles a conflict with that revision: for each input named, whose value stands. Where the other report is a newer one by now, nothing is settled: the answer has it. */
  sidebarSettle(request: {
    readonly period: Period;
    readonly revision: number;
    readonly keep: Readonly<Record<string, 'mine' | 'theirs'>>;
  }): PulseAnswer;
  /** What does not stand where it was bound. Worth asking while a period's trouble has the code `layout`. */
  sidebarDisplaced(): DisplacedAnswer;
  /** Binds what is listed where it is said to be, leaves the rest, reads everything again and goes on sending. */
  sidebarRebind(request: RebindRequest): OpeningState;
}
