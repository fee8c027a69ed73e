/** What the sidebar knows, as one plain value. Everything it shows is derived from this. */
import type { AuditFinding } from '../../../shared/audit.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Value } from '../../../shared/values.ts';
import type { Finding, Summary } from '../../../shared/wire.ts';
import type { ScriptTrouble } from '../../page/script-calls.ts';
import type {
  Conflict,
  DisplacedAnswer,
  LedgerNotice,
  PeriodReadings,
  PeriodSync,
  Selection,
  SubmitCheck,
  WorkbookState,
  Writing,
} from '../../rpc.ts';

/** What the person has typed into a cell's field and not yet committed; `chosen` is the answer where a text has two readings. */
export interface Draft {
  readonly text: string;
  readonly chosen: number | null;
}

/**
 * A committed value on its way into the sheet's cell. `written` stays until an answer that was asked for after `at`
 * has arrived: an older one may still carry the cell as it was before.
 */
export interface PendingValue {
  readonly value: Value;
  readonly sequence: number;
  readonly status: 'writing' | 'failed' | 'written';
  readonly at: number;
}

/** A reason as typed. As with values, what was saved stays until a newer answer confirms it. */
export interface ReasonDraft {
  readonly text: string;
  readonly status: 'typing' | 'sending' | 'failed' | 'saved';
  readonly at: number;
  /** What the script said of a failure. */
  readonly why?: string;
}

/** How the sidebar reads the commune's figures: from the Worker, or not, and why. */
export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'polling' }
  | { readonly kind: 'down'; readonly why: 'network' | 'unregistered' | 'forbidden' | 'token' };

/** `asking`: values that were only kept are to be confirmed first. */
type Submission =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' | 'sending'; readonly period: Period }
  | { readonly kind: 'done'; readonly period: Period; readonly check: SubmitCheck }
  | {
      readonly kind: 'refused';
      readonly period: Period;
      readonly message: string;
      readonly findings: readonly Finding[];
    };

/**
 * What the sidebar wrote last, and how far taking it back is. `sequence` tells the last of several that were on their way at once;
 * `left` are the inputs that did not take it: their cells were other than when they were shown.
 */
export type LastWriting =
  | { readonly kind: 'none'; readonly sequence: number }
  | { readonly kind: 'writing'; readonly sequence: number; readonly cell: Selection }
  | {
      readonly kind: 'written' | 'undoing' | 'undo-failed';
      readonly sequence: number;
      readonly writing: Writing;
      readonly left: readonly string[];
    }
  | { readonly kind: 'undone' | 'not-written'; readonly sequence: number; readonly left: readonly string[] };

/** What stands in the middle: the field, or a list that the person has opened. */
export type Panel = 'field' | 'keep' | 'conflict' | 'displaced';

/** Rows and columns that left their place, as they are asked about, listed and bound again. */
export type Displacement =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'listed' | 'binding'; readonly answer: DisplacedAnswer }
  | { readonly kind: 'not-bound'; readonly answer: DisplacedAnswer; readonly message: string };

export type Keeping = { readonly kind: 'idle' | 'sending' } | { readonly kind: 'failed'; readonly message: string };

type SetUp =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly unit: string }
  | { readonly kind: 'failed'; readonly message: string };

type Settling = 'idle' | 'sending' | 'failed';

export interface SidebarState {
  readonly workbook: WorkbookState | null;
  /** By period: the cells as the script last read them. */
  readonly readings: Readonly<Record<string, PeriodReadings>>;
  /** By period: the digest of the cells that `readings` shows, and when the newest answer applied to it was asked for. */
  readonly seen: Readonly<Record<string, { readonly digest: string | null; readonly askedAt: number }>>;
  readonly syncs: Readonly<Record<string, PeriodSync>>;
  readonly conflicts: readonly Conflict[];
  readonly audit: readonly AuditFinding[];
  /** The server's ledger is not the one that this workbook has receipts of. */
  readonly ledger: LedgerNotice | null;
  /** The cell whose field is shown. */
  readonly at: Selection | null;
  /** Where the grid's cursor was when last followed. */
  readonly grid: Selection | null;
  /** While a jump is under way, and until an answer asked for after `movedAt`, the grid's cursor is not followed. */
  readonly jumping: boolean;
  readonly movedAt: number;
  /** Whether the field holds the keyboard. */
  readonly typing: boolean;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly pending: Readonly<Record<string, PendingValue>>;
  readonly reasons: Readonly<Record<string, ReasonDraft>>;
  /** The newest answer's time of asking, whatever it was about: older ones do not change the sync state. */
  readonly syncedAt: number;
  readonly summaries: Readonly<Record<string, Summary>>;
  readonly link: Link;
  /** The address in the ID token, to compare with the account that the script names. */
  readonly tokenAccount: string | null;
  /** The last failed question to the script; null once one has been answered. */
  readonly trouble: ScriptTrouble | null;
  readonly submission: Submission;
  readonly setUp: SetUp;
  readonly settling: Settling;
  readonly panel: Panel;
  readonly last: LastWriting;
  readonly keeping: Keeping;
  readonly displacement: Displacement;
  /** Cells that the person has confirmed here: when the script's answer to it came, 0 until then. */
  readonly confirmed: Readonly<Record<string, number>>;
}

export const INITIAL: SidebarState = {
  workbook: null,
  readings: {},
  seen: {},
  syncs: {},
  conflicts: [],
  audit: [],
  ledger: null,
  at: null,
  grid: null,
  jumping: false,
  movedAt: 0,
  typing: false,
  drafts: {},
  pending: {},
  reasons: {},
  syncedAt: 0,
  summaries: {},
  link: { kind: 'connecting' },
  tokenAccount: null,
  trouble: null,
  submission: { kind: 'idle' },
  setUp: { kind: 'idle' },
  settling: 'idle',
  panel: 'field',
  last: { kind: 'none', sequence: 0 },
  keeping: { kind: 'idle' },
  displacement: { kind: 'asking' },
  confirmed: {},
};

/** The key of one cell in the records above. */
export function keyOf(cell: Selection): string {
  return `${cell.period}/${cell.input}`;
}

export function sameCell(one: Selection | null, other: Selection | null): boolean {
  return one === other || (one !== null && other !== null && one.period === other.period && one.input === other.input);
}

/** A record without one of its keys. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _dropped, ...rest } = record;
  return rest;
}
