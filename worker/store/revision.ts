/** One revision of a report, apart from how it is stored. */
import type { Period } from '../../shared/periods.ts';
import type { Reasons, Values } from '../../shared/values.ts';
import type { ReportState } from '../../shared/wire.ts';

export interface Revision {
  readonly unit: string;
  readonly period: Period;
  readonly revision: number;
  readonly state: ReportState;
  readonly sheet: string;
  readonly values: Values;
  readonly reasons: Reasons;
  readonly contentHash: string;
  readonly at: string;
  readonly by: string;
  /** Why it was returned; null for every other state. */
  readonly reason: string | null;
  readonly ledgerIndex: number;
}
