/** HyperFormula as its documentation sets it up: a sheet with the reports, a sheet with the formulas, changes in batches. */
import { HyperFormula, type Sheet } from 'hyperformula';
import type { UnitReport } from '../../shared/consolidate.ts';
import type { Plan } from '../../shared/plan.ts';
import { formulaOf, numberOf } from './formulas.ts';

const REPORTS = 'Reports';
const FIGURES = 'Figures';
const OPTIONS = { licenseKey: 'gpl-v3' };

export class Workbook {
  static readonly version: string = HyperFormula.version;
  private readonly plan: Plan;
  private readonly engine: HyperFormula;
  private readonly reports: number;
  private readonly figures: number;

  constructor(plan: Plan, sheets: Sheets) {
    this.plan = plan;
    this.engine = HyperFormula.buildFromSheets(sheets, OPTIONS);
    this.reports = this.engine.getSheetId(REPORTS) ?? 0;
    this.figures = this.engine.getSheetId(FIGURES) ?? 0;
  }

  /** Answers the cells that change with it. */
  change(unit: string, input: string, value: number): unknown {
    const address = { sheet: this.reports, row: this.place(input), col: this.column(unit) };
    return this.engine.setCellContents(address, [[value]]);
  }

  /** A whole report: one column, in one batch. */
  replace(unit: string, column: readonly (number | null)[]): unknown {
    const address = { sheet: this.reports, row: 0, col: this.column(unit) };
    return this.engine.batch(() =>
      this.engine.setCellContents(
        address,
        column.map((value) => [value]),
      ),
    );
  }

  values(): number[] {
    return this.engine.getSheetValues(this.figures).map(([value]) => Number(value));
  }

  destroy(): void {
    this.engine.destroy();
  }

  private place(input: string): number {
    return this.plan.inputIndex.get(input) ?? 0;
  }

  private column(unit: string): number {
    return this.plan.unitIndex.get(unit) ?? 0;
  }
}

export type Sheets = Readonly<Record<string, Sheet>>;

/** A row for each input, a column for each unit; beside them a row for each indicator. */
export function sheetsOf(plan: Plan, reports: readonly UnitReport[]): Sheets {
  const columns = plan.units.map(({ id }) =>
    columnOf(
      plan,
      reports.find(({ unit }) => unit === id),
    ),
  );
  const row = (place: number): (number | null)[] => columns.map((column) => column[place] ?? null);
  const sum = (input: number, units: readonly number[]): string => {
    const [from = 0] = units;
    return `SUM(${REPORTS}!${letter(from)}${input + 1}:${letter(units.at(-1) ?? from)}${input + 1})`;
  };
  return {
    [REPORTS]: plan.inputs.map((_, place) => row(place)),
    [FIGURES]: plan.indicators.map((indicator) => [`=${formulaOf(indicator, sum)}`]),
  };
}

/** A report as a column; blank where the unit does not report the input. */
export function columnOf(plan: Plan, report: UnitReport | undefined): (number | null)[] {
  const kind = plan.units.find(({ id }) => id === report?.unit)?.kind;
  return plan.inputs.map(({ id, by }) => (by === kind ? numberOf(report, id) : null));
}

function letter(column: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + column);
}
