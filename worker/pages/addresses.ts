/** The addresses of the pages, each with its state in it, so that what one sees can be sent. */
import type { Period } from '../../shared/periods.ts';
import type { Basis } from '../../shared/wire.ts';
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

/** A unit's report of a period. */
export function reportAddress(unit: string, period: Period): string {
  return `${unitAddress(unit)}/${period}`;
}

export function periodAddress(period: Period): string {
  return `/periods/${period}`;
}

export const ADMIN_ADDRESS = '/admin';
