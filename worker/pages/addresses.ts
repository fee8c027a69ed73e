/** The addresses of the pages, each with its state in it, so that what one sees can be sent. */
import type { Period } from '../../shared/periods.ts';
import type { Basis, ReportState } from '../../shared/wire.ts';
import { type Filter, filterQuery, NO_FILTER } from './overview/filter.ts';

/** Which figures are shown. */
export interface Shown {
  readonly period: Period;
  readonly basis: Basis;
}

export function overviewAddress({ period, basis }: Shown, filter: Filter = NO_FILTER): string {
  return `/?${new URLSearchParams([['period', period], ['basis', basis], ...filterQuery(filter)])}`;
}

/** The same figures as a report to print. */
export function paperAddress({ period, basis }: Shown, filter: Filter): string {
  return `/paper?${new URLSearchParams([['period', period], ['basis', basis], ...filterQuery(filter)])}`;
}

export function targetAddress(number: number, { period, basis }: Shown): string {
  return `/targets/${number}?${new URLSearchParams({ period, basis })}`;
}

/** One indicator on its target's page. */
export function indicatorAddress(
  { id, target }: { readonly id: string; readonly target: number },
  shown: Shown,
): string {
  return `${targetAddress(target, shown)}#${indicatorAnchor(id)}`;
}

/** Where an indicator's section is on the page. */
export function indicatorAnchor(id: string): string {
  return `indicator-${id}`;
}

export function unitAddress(unit: string): string {
  return `/units/${encodeURIComponent(unit)}`;
}

export const UNITS_ADDRESS = '/units';

/** A unit's report of a period; at the row of an input where one is named. */
export function reportAddress(unit: string, period: Period, input?: string): string {
  return `${unitAddress(unit)}/${period}${input === undefined ? '' : `#${inputAnchor(input)}`}`;
}

/** Where an input's row is on the page of a report. */
export function inputAnchor(input: string): string {
  return `input-${input}`;
}

/** A report with some of its rows alone. */
export function rowsAddress(unit: string, period: Period, rows: string): string {
  return `${reportAddress(unit, period)}?${new URLSearchParams({ rows })}`;
}

/** A report after a reviewer's word on it, which it then confirms: the revision that was made says whether it still stands so. */
export function reviewedAddress(unit: string, period: Period, state: ReportState, revision: number): string {
  return `${reportAddress(unit, period)}?${new URLSearchParams({ done: `${state}-${revision}` })}`;
}

/** A report's revisions, newest first, or those before one. */
export function historyAddress(unit: string, period: Period, before?: number): string {
  const query = before === undefined ? '' : `?${new URLSearchParams({ before: String(before) })}`;
  return `${reportAddress(unit, period)}/history${query}`;
}

/** Where a reviewer's word on a report is sent to. */
export function reviewAddress(unit: string, period: Period, act: 'accept' | 'return'): string {
  return `${reportAddress(unit, period)}/${act}`;
}

export function periodAddress(period: Period): string {
  return `/periods/${period}`;
}

export const ADMIN_ADDRESS = '/admin';

/** The licences of other people's work in the service and the add-in: a file beside the pages' script. */
export const NOTICES_ADDRESS = '/third-party.txt';
