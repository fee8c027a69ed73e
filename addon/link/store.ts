/** What the dialog knows, as signals; everything else that it shows is derived from these. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { inputsOf, type Plan } from '../../shared/plan.ts';
import type { LinkOpening } from '../link-rpc.ts';
import type { ScriptTrouble } from '../page/script-calls.ts';
import type { TabProposal } from './match/propose.ts';
import type { Choices } from './model/choices.ts';
import { inputSearch, type SearchInputs } from './model/input-search.ts';
import type { Answers } from './model/request.ts';
import { type Survey, type Surveyed, survey } from './model/survey.ts';

/** Where the person is: the start of a linked workbook, the unit, one tab by its id, the end, or what happened. */
export type Step = 'linked' | 'unit' | 'finish' | number;

type Phase =
  | { readonly kind: 'opening' | 'matching' | 'ready' }
  | { readonly kind: 'failed'; readonly trouble: ScriptTrouble }
  | { readonly kind: 'done'; readonly what: 'linked' | 'released' | 'unmarked'; readonly message: string };

/** What was asked of the script and not answered yet, or went wrong; the message is for the person. */
type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'linking' | 'unmarking' | 'releasing' }
  | { readonly kind: 'failed'; readonly what: 'link' | 'release' | 'open'; readonly message: string };

export interface Store {
  readonly plan: Plan;
  readonly phase: Signal<Phase>;
  readonly opening: Signal<LinkOpening | null>;
  readonly unit: Signal<string | null>;
  readonly proposals: Signal<readonly TabProposal[]>;
  readonly choices: Signal<Choices>;
  readonly step: Signal<Step>;
  readonly sending: Signal<Sending>;
  /** Null: not answered yet. */
  readonly marked: Signal<boolean | null>;
  readonly summary: Signal<boolean | null>;
  readonly surveyed: ReadonlySignal<Surveyed>;
  readonly survey: ReadonlySignal<Survey>;
  readonly search: ReadonlySignal<SearchInputs>;
  /** The person's answers; null while one is missing. */
  readonly answers: ReadonlySignal<Answers | null>;
}

export function createStore(plan: Plan): Store {
  const opening = signal<LinkOpening | null>(null);
  const unit = signal<string | null>(null);
  const proposals = signal<readonly TabProposal[]>([]);
  const choices = signal<Choices>(new Map());
  const marked = signal<boolean | null>(null);
  const summary = signal<boolean | null>(null);
  const surveyed = computed(
    (): Surveyed => ({
      plan,
      unit: unit.value ?? '',
      proposals: proposals.value,
      choices: choices.value,
    }),
  );
  return {
    plan,
    phase: signal<Phase>({ kind: 'opening' }),
    opening,
    unit,
    proposals,
    choices,
    step: signal<Step>('unit'),
    sending: signal<Sending>({ kind: 'idle' }),
    marked,
    summary,
    surveyed,
    survey: computed(() => survey(surveyed.value)),
    search: computed(() => inputSearch(plan, inputsOf(plan, unit.value ?? ''))),
    answers: computed(() => answersOf(opening.value, marked.value, summary.value)),
  };
}

/** The tab "Tổng hợp" is asked about only where the script offers it and it is not there yet. */
function answersOf(opening: LinkOpening | null, marked: boolean | null, summary: boolean | null): Answers | null {
  if (marked === null) return null;
  const asked = asksForSummary(opening);
  if (asked && summary === null) return null;
  return { marked, summary: asked ? summary : null };
}

export function asksForSummary(opening: LinkOpening | null): boolean {
  return opening?.summary === false;
}
