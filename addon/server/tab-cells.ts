/** The cells of the tabs with inputs as formulas of other tabs name them: they follow inserted rows and renamed tabs by themselves. */
import type { InputDefinition } from '../../shared/resolution/schema.ts';
import type { InputTab } from './tabs.ts';
import { columnName } from './template-formulas.ts';
import { LABEL_COLUMN } from './template-rows.ts';

/** A tab with inputs as it is in the workbook now. */
export interface TabPlace {
  readonly tab: InputTab;
  readonly name: string;
  /** Rows by input and columns by period, counted from 1. */
  readonly located: {
    readonly rows: Readonly<Record<string, number>>;
    readonly columns: Readonly<Record<string, number>>;
  };
}

/** An input's cell in a period of the tab; empty text where the tab, the row or the column is gone. */
export function valueAt(place: TabPlace | null, input: InputDefinition, quarter: number): string {
  const period = place?.tab.periods[quarter];
  const row = place?.located.rows[input.id];
  const column = period === undefined ? undefined : place?.located.columns[period];
  if (place === null || row === undefined || column === undefined) return '""';
  return `${sheetName(place)}!${columnName(column)}${row}`;
}

export function labelAt(place: TabPlace | null, input: InputDefinition): string {
  const row = place?.located.rows[input.id];
  return place === null || row === undefined ? '""' : `${sheetName(place)}!${columnName(LABEL_COLUMN)}${row}`;
}

/** From the first input's first period to the last input's last; null where none was found. */
export function periodCells(place: TabPlace): string | null {
  const rows = Object.values(place.located.rows);
  const columns = Object.values(place.located.columns);
  if (rows.length === 0 || columns.length === 0) return null;
  const from = `${columnName(Math.min(...columns))}${Math.min(...rows)}`;
  return `${sheetName(place)}!${from}:${columnName(Math.max(...columns))}${Math.max(...rows)}`;
}

function sheetName({ name }: TabPlace): string {
  return `'${name.replace(/'/g, "''")}'`;
}
