/** The consolidated view as a table for people's own spreadsheets: a row an indicator, in the resolution's order. Pure. */
import type { Plan } from '../../shared/plan.ts';
import type { Basis, Summary } from '../../shared/wire.ts';
import { LOCKED, periodName, SAMPLE_MARK, STATE_WORDS } from '../../shared/words.ts';
import { EXPORT_WORDS } from '../words.ts';
import { type Cell, count, EMPTY, moment, text } from './cells.ts';
import { columnsOf } from './columns.ts';

export interface ExportSource {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly basis: Basis;
  readonly sample: boolean;
}

/** Rows of equally many cells below their heads; widths in characters. */
export interface Table {
  readonly heads: readonly Cell[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface ExportTable {
  /** What stands above the table, a label and what it says; the moment of the export is the writers' to add. */
  readonly titles: readonly (readonly Cell[])[];
  readonly indicators: Table;
  readonly units: Table;
}

export function exportTable(source: ExportSource): ExportTable {
  const { plan, summary } = source;
  const columns = columnsOf(plan, summary);
  return {
    titles: titlesOf(source),
    indicators: {
      heads: columns.map(({ head }) => text(head)),
      widths: columns.map(({ width }) => width),
      rows: summary.indicators.map((result) => columns.map(({ cell }) => cell(result))),
    },
    units: unitsOf(summary),
  };
}

/** The title rows with the moment of the export as the last of them (ISO 8601). */
export function titlesAt({ titles }: ExportTable, now: string): readonly (readonly Cell[])[] {
  return [...titles, [text(EXPORT_WORDS.asOf), moment(now)]];
}

function titlesOf({ plan, summary, basis, sample }: ExportSource): Cell[][] {
  const { commune, term } = plan.resolution;
  const period = periodName(summary.period, term.baseline);
  return [
    [text(EXPORT_WORDS.title)],
    ...(sample ? [[text(SAMPLE_MARK)]] : []),
    [text(EXPORT_WORDS.commune), text(EXPORT_WORDS.communeName(commune))],
    [text(EXPORT_WORDS.period), text(summary.locked ? `${period} (${LOCKED})` : period)],
    [text(EXPORT_WORDS.basis), text(EXPORT_WORDS.bases[basis])],
  ];
}

function unitsOf({ units }: Summary): Table {
  return {
    heads: Object.values(EXPORT_WORDS.unitHeads).map((head) => text(head)),
    widths: [20, 24, 10, 18, 8, 26],
    rows: units.map(({ name, state, revision, updatedAt, errors, warnings }) => [
      text(name),
      text(STATE_WORDS[state]),
      revision === null ? EMPTY : count(revision),
      moment(updatedAt),
      count(errors),
      count(warnings),
    ]),
  };
}
