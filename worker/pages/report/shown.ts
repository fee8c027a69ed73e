/** A report as the pages of the units get it: plain data, whatever it is stored in. */
import type { Period } from '../../../shared/periods.ts';
import type { Reasons, Values } from '../../../shared/values.ts';
import type { Finding, ReportState, Via } from '../../../shared/wire.ts';

/** One revision of a report. */
export interface ShownRevision {
  readonly revision: number;
  readonly state: ReportState;
  readonly sheet: string;
  readonly values: Values;
  readonly reasons: Reasons;
  readonly contentHash: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The e-mail address under which it was made. */
  readonly by: string;
  /** Why it was returned; null for every other state. */
  readonly reason: string | null;
}

/** How a revision came from its workbook. */
export interface Sending {
  readonly via: Via;
  /** Who edited the cells, as far as the platform names them; null where it does not. */
  readonly editors: readonly string[] | null;
  /** The inputs that were read from a formula. */
  readonly formulas: readonly string[];
}

/** A revision with what is known of it beside its content. */
export interface DescribedRevision extends ShownRevision {
  /** Null for what a reviewer made, and where nobody wrote it down. */
  readonly sending: Sending | null;
  /** By the rules and the other periods' reports of today. */
  readonly findings: readonly Finding[];
}

/** What the unit reported for another period; `values` undefined where it has no report. */
export interface Earlier {
  readonly period: Period;
  readonly values: Values | undefined;
}

/** The report of a period with what it is read beside. */
export interface ReportView {
  readonly current: DescribedRevision;
  /** The newest revision that a workbook sent: the current one, or what the reviewer then returned or accepted. */
  readonly sent: DescribedRevision;
  /** What changes are shown against: what was submitted or accepted before, else the revision before; null for the first. */
  readonly reference: ShownRevision | null;
  /** The newest return, where it is not the current revision. */
  readonly lastReturn: ShownRevision | null;
  /** The period before, and the same one a year before; null where that is before the baseline. */
  readonly before: Earlier | null;
  readonly yearBefore: Earlier | null;
}
