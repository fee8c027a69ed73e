/** What is still to do in the period shown: each item names a cell to go to. */

import { type Completeness, completenessOf } from '../../../shared/completeness.ts';
import { formatValue } from '../../../shared/display.ts';
import type { Period } from '../../../shared/periods.ts';
import type { Plan } from '../../../shared/plan.ts';
import { type Values, valueIn } from '../../../shared/values.ts';
import type { Finding } from '../../../shared/wire.ts';
import type { Selection } from '../../rpc.ts';
import { AGENDA_WORDS } from '../words.ts';
import type { PeriodJudgement } from './judge.ts';
import { keyOf, type SidebarState } from './state.ts';

export type AgendaKind = 'error' | 'unsent' | 'reason' | 'unconfirmed' | 'missing';

export interface AgendaItem {
  readonly kind: AgendaKind;
  readonly input: string;
  readonly text: string;
}

interface Progress extends Completeness {
  readonly errors: number;
  readonly reasons: number;
}

export interface Agenda {
  readonly items: readonly AgendaItem[];
  /** How many of them stand in the way of a submission: what was only kept is asked about then. */
  readonly blocking: number;
  readonly progress: Progress;
}

export interface AgendaSource {
  readonly plan: Plan;
  readonly unit: string;
  readonly period: Period;
  readonly values: Values;
  readonly judgement: PeriodJudgement;
  /** Cells whose content cannot be sent. */
  readonly unsendable: readonly { readonly input: string; readonly shown: string }[];
  /** Fields that were left with a text that is no value. */
  readonly left: readonly LeftText[];
  /** Inputs whose value was only kept from the period before. */
  readonly unconfirmed: readonly string[];
}

export interface LeftText {
  readonly input: string;
  readonly text: string;
}

export const NO_AGENDA: Agenda = {
  items: [],
  blocking: 0,
  progress: { entered: 0, expected: 0, errors: 0, reasons: 0 },
};

export function agendaOf(source: AgendaSource): Agenda {
  const { plan, judgement } = source;
  const unsent = unsentItems(source);
  const taken = new Set(unsent.map((item) => item.input));
  const items = [
    ...judgement.blocking.filter((finding) => finding.severity === 'error' && finding.code !== 'required').map(toError),
    ...unsent,
    ...judgement.blocking.filter((finding) => finding.severity === 'warning').map(toReason),
    ...unconfirmedItems(source),
    ...judgement.missing.filter((finding) => !taken.has(finding.input)).map(toMissing(plan)),
  ];
  const blocking = items.filter((item) => item.kind !== 'unconfirmed').length;
  return { items, blocking, progress: progressOf(source, items) };
}

/** The texts in fields of a period other than the one that is open. */
export function leftTexts(drafts: SidebarState['drafts'], period: Period, at: Selection | null): readonly LeftText[] {
  const here = at === null ? null : keyOf(at);
  return Object.entries(drafts).flatMap(([key, draft]) =>
    key === here || !key.startsWith(`${period}/`) ? [] : [{ input: key.slice(period.length + 1), text: draft.text }],
  );
}

function unsentItems({ plan, unsendable, left }: AgendaSource): readonly AgendaItem[] {
  const typed = new Set(left.map(({ input }) => input));
  return [
    ...unsendable
      .filter(({ input }) => !typed.has(input))
      .map(({ input, shown }) => unsent(input, AGENDA_WORDS.unsendable(nameOf(plan, input), shown))),
    ...left.map(({ input, text }) => unsent(input, AGENDA_WORDS.draft(nameOf(plan, input), text))),
  ];
}

function unconfirmedItems({ plan, values, unconfirmed }: AgendaSource): readonly AgendaItem[] {
  return unconfirmed.map((input) => {
    const shown = formatValue(valueIn(values, input), plan.inputById.get(input)?.unit ?? '');
    return { kind: 'unconfirmed', input, text: AGENDA_WORDS.unconfirmed(nameOf(plan, input), shown) };
  });
}

function unsent(input: string, text: string): AgendaItem {
  return { kind: 'unsent', input, text };
}

function toError(finding: Finding): AgendaItem {
  return { kind: 'error', input: finding.input, text: finding.message };
}

function toReason(finding: Finding): AgendaItem {
  return { kind: 'reason', input: finding.input, text: finding.message };
}

function toMissing(plan: Plan): (finding: Finding) => AgendaItem {
  return (finding) => ({ kind: 'missing', input: finding.input, text: nameOf(plan, finding.input) });
}

function nameOf(plan: Plan, input: string): string {
  return plan.inputById.get(input)?.short ?? input;
}

function progressOf({ plan, unit, period, values }: AgendaSource, items: readonly AgendaItem[]): Progress {
  return {
    ...completenessOf(plan, unit, period, values),
    errors: items.filter((item) => item.kind === 'error' || item.kind === 'unsent').length,
    reasons: items.filter((item) => item.kind === 'reason').length,
  };
}
