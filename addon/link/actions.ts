/** What the person can do in the dialog. */
import { batch } from '@preact/signals';
import type { Period } from '../../shared/periods.ts';
import type { LinkAnswer, LinkOpening } from '../link-rpc.ts';
import type { Outcome } from '../page/script-calls.ts';
import { alikeRows, chooseAlike } from './model/alike.ts';
import { chooseBeside, chooseInput, choosePeriod, settle, startingChoices } from './model/choices.ts';
import { readableTabs } from './model/readable-tabs.ts';
import { linkRequest } from './model/request.ts';
import { troubleText } from './model/trouble.ts';
import type { Ask } from './script.ts';
import type { Step, Store } from './store.ts';

export interface Actions {
  open(): Promise<void>;
  chooseUnit(unit: string): Promise<void>;
  go(step: Step): void;
  chooseInput(tab: number, row: number, input: string | null): void;
  /** The same choice in the other tabs' rows of the same name. Answers how many. */
  chooseAlike(tab: number, row: number): number;
  choosePeriod(tab: number, column: number, period: Period | null): void;
  /** Whether a column is taken for an input of its own, beside another's figures. */
  chooseBeside(tab: number, column: number, taken: boolean): void;
  confirm(tab: number, places: { readonly rows?: readonly number[]; readonly columns?: readonly number[] }): void;
  answer(question: 'marked' | 'summary', yes: boolean): void;
  link(): Promise<void>;
  /** Takes validation and formats off the linked cells, and leaves the links. */
  unmark(): Promise<void>;
  release(): Promise<void>;
  /** Opens the sidebar, which may still show the workbook as it was before, and closes the dialog. */
  openSidebar(): Promise<void>;
  close(): void;
}

interface Parts {
  readonly store: Store;
  readonly ask: Ask;
  /** Lets the page be drawn first: finding takes a second or two, in which nothing else can. */
  readonly drawn: () => Promise<void>;
}

export function createActions({ store, ask, drawn }: Parts): Actions {
  return {
    async open() {
      store.phase.value = { kind: 'opening' };
      const outcome = await ask('linkOpen');
      if (!outcome.ok) store.phase.value = { kind: 'failed', trouble: outcome.trouble };
      else await opened(outcome.answer);
    },
    async chooseUnit(unit) {
      if (unit === store.unit.value) return;
      store.unit.value = unit;
      await match();
    },
    go: (step) => {
      store.step.value = step;
    },
    chooseInput: (tab, row, input) => {
      store.choices.value = chooseInput(store.choices.value, tab, row, input);
    },
    chooseAlike: (tab, row) => {
      const places = alikeRows(store.proposals.value, store.choices.value, { tab, row });
      store.choices.value = chooseAlike(store.choices.value, { tab, row }, places);
      return places.length;
    },
    choosePeriod: (tab, column, period) => {
      store.choices.value = choosePeriod(store.choices.value, tab, column, period);
    },
    chooseBeside: (tab, column, taken) => {
      store.choices.value = chooseBeside(store.choices.value, tab, column, taken);
    },
    confirm: (tab, places) => {
      store.choices.value = settle(store.choices.value, tab, places);
    },
    answer: (question, yes) => {
      store[question].value = yes;
    },
    async link() {
      const answers = store.answers.value;
      if (answers === null || store.sending.value.kind === 'linking') return;
      store.sending.value = { kind: 'linking' };
      finished('link', 'linked', await ask('linkBind', linkRequest(store.surveyed.value, answers)));
    },
    async unmark() {
      const { opening } = store;
      if (opening.value?.unit == null) return;
      store.sending.value = { kind: 'unmarking' };
      const { unit, linked } = opening.value;
      finished('link', 'unmarked', await ask('linkBind', { unit, tabs: linked, marked: false }));
    },
    async release() {
      store.sending.value = { kind: 'releasing' };
      finished('release', 'released', await ask('linkRelease'));
    },
    async openSidebar() {
      const outcome = await ask('menuOpen');
      if (outcome.ok) google.script.host.close();
      else store.sending.value = { kind: 'failed', what: 'open', message: troubleText(outcome.trouble) };
    },
    close: () => google.script.host.close(),
  };

  async function opened(opening: LinkOpening): Promise<void> {
    const isLinked = opening.unit !== null && opening.linked.length > 0;
    batch(() => {
      store.opening.value = opening;
      store.unit.value = opening.unit;
      // A linked workbook stays as it is unless the person says otherwise; a new one is asked about.
      store.marked.value = isLinked ? opening.marked : null;
      store.summary.value = null;
      store.step.value = isLinked ? 'linked' : 'unit';
      store.phase.value = { kind: opening.unit === null ? 'ready' : 'matching' };
    });
    if (opening.unit !== null) await match();
  }

  async function match(): Promise<void> {
    store.phase.value = { kind: 'matching' };
    await drawn();
    const { opening, unit } = store;
    if (opening.value === null || unit.value === null) return;
    const ofUnit = opening.value.unit === unit.value ? opening.value : { ...opening.value, linked: [] };
    const proposals = readableTabs(store.plan, unit.value, ofUnit);
    batch(() => {
      store.proposals.value = proposals;
      store.choices.value = startingChoices(proposals, ofUnit.linked);
      store.phase.value = { kind: 'ready' };
    });
  }

  function finished(
    what: 'link' | 'release',
    done: 'linked' | 'unmarked' | 'released',
    outcome: Outcome<LinkAnswer>,
  ): void {
    const message = outcome.ok ? outcome.answer.message : troubleText(outcome.trouble);
    const ok = outcome.ok && outcome.answer.ok;
    batch(() => {
      store.sending.value = ok ? { kind: 'idle' } : { kind: 'failed', what, message };
      if (ok) store.phase.value = { kind: 'done', what: done, message };
    });
  }
}
