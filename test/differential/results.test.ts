/**
 * The tab "Kết quả", two ways: its native formulas as the desk's grid engine computes them, and the unit's own parts as
 * `consolidate` gives them for what the script reads from the same cells.
 *
 * Figures of inputs without decimals are the same to the last bit. Where inputs have decimals the sheet adds and divides binary
 * fractions and `consolidate` thousandths, so they may differ in the last digits of a double: by at most 2⁻⁵⁰ of what is added and divided.
 *
 * Not drawn, because the sheet and the script differ there on purpose: text that the reader takes for a number ("12,5" pasted as text),
 * a formula in an input's cell, and a number in a date's or a share's format; the script sends none of the last two.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { CLERK, cellAt } from '../../addon/built-addon.test-support.ts';
import { type Person, personAt } from '../../addon/desk/stand-in/person.ts';
import type { WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import { readCell } from '../../addon/server/cell-reader.ts';
import { resultsLayout } from '../../addon/server/results-rows.ts';
import { consolidate, type UnitReport } from '../../shared/consolidate.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan, inputsOf, type Plan, type PlannedIndicator } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Value } from '../../shared/values.ts';
import type { IndicatorResult } from '../../shared/wire.ts';
import { NO, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import { type Chance, chanceFrom } from '../oracle/random.ts';
import { MADE_UP } from '../properties/resolutions.ts';
import { isLongRun, seed } from '../properties/seed.ts';
import { asTyped, type Content, drawContent } from './contents.ts';
import { evaluateBook, type GridResult } from './grid-engine.ts';
import {
  type BookContents,
  builtBook,
  COLUMNS,
  plainBook,
  type ResultsBook,
  resultsOf,
  sheetsOf,
} from './results-book.ts';

const PLAN = compilePlan(chiengMung());
const OTHER = compilePlan(MADE_UP);
const LONGEST = isLongRun() ? 3_600_000 : 300_000;
const BOOKS = isLongRun() ? 400 : 8;
const ULP = 2 ** -50;

type Part = IndicatorResult['parts'][string] | undefined;

/** What the tab showed, by what it was. */
interface Seen {
  figure: number;
  notApplicable: number;
  flag: number;
  blank: number;
}

const nothingSeen = (): Seen => ({ figure: 0, notApplicable: 0, flag: 0, blank: 0 });

/** Every cell of one workbook that differs, a line each. */
async function differencesOf(book: ResultsBook, contents: BookContents, seen: Seen): Promise<string[]> {
  const { plan, unit } = book;
  const reports = reportsOf(plan, unit, contents);
  const result = await evaluateBook(sheetsOf(book, contents));
  const { rows } = resultsLayout(plan, unit);
  const differences: string[] = [];
  for (const [place, { period, sheet, column }] of placesOf(book).entries()) {
    const { indicators } = consolidate(plan, reports, period);
    rows.forEach((row, index) => {
      if (row.kind !== 'indicator') return;
      const { id } = row.indicator.definition;
      const shown = result(sheet, index + 3, column - 1) ?? '';
      const part = indicators.find((one) => one.id === id)?.parts[unit];
      seen[kindOf(part)] += 1;
      if (!isSame(row.indicator, shown, part, book.plan))
        differences.push(JSON.stringify({ place, period, id, shown, part }));
    });
  }
  return differences;
}

/** Every period of the term with its sheet and column: the baseline in the first year's sheet and in the last one's. */
function placesOf({ inputs }: ResultsBook): { period: Period; sheet: number; column: number }[] {
  const years = inputs.filter(({ tab }) => !tab.baseline);
  const [baseline] = inputs.flatMap(({ tab }) => (tab.baseline ? tab.periods : []));
  if (baseline === undefined) throw new Error('no baseline');
  return years.flatMap(({ tab }, year) => {
    const sheet = inputs.length + year;
    const own = tab.periods.map((period, quarter) => ({ period, sheet, column: COLUMNS.periods[quarter] ?? 0 }));
    return [{ period: baseline, sheet, column: COLUMNS.baseline }, ...own];
  });
}

/** The reports that the script would send. */
function reportsOf(plan: Plan, unit: string, contents: BookContents): UnitReport[] {
  return plan.periods.map((period) => {
    const values: Record<string, Value> = {};
    for (const input of inputsOf(plan, unit)) {
      const value = contents.get(input.id)?.get(period) ?? null;
      const reading = readCell(asTyped(value), input);
      if (reading.status === 'value') values[input.id] = reading.value;
    }
    return { unit, period, values };
  });
}

function kindOf(part: Part): keyof Seen {
  if (part === undefined) return 'blank';
  if (part.value === null) return 'notApplicable';
  return typeof part.value === 'boolean' ? 'flag' : 'figure';
}

function isSame(indicator: PlannedIndicator, shown: GridResult, part: Part, plan: Plan): boolean {
  if (part === undefined) return shown === '';
  if (part.value === null) return shown === NOT_APPLICABLE_WORD;
  if (typeof part.value === 'boolean') return shown === (part.value ? YES : NO);
  if (typeof shown !== 'number') return false;
  const exact = indicator.inputs.every((input) => plan.inputs[input]?.decimals === 0);
  return exact ? shown === part.value : Math.abs(shown - part.value) <= ULP * sizeOf(indicator, part.value, part);
}

/** What the last digits of a double are measured by: of a growth the two shares, whose difference may be small. */
function sizeOf(
  { formula }: PlannedIndicator,
  value: number,
  { numerator = 0, denominator = 1 }: NonNullable<Part>,
): number {
  return formula.kind === 'growth' ? 100 * (numerator / denominator + 1) : Math.abs(value);
}

/** Cells of the whole term: `gaps` says how many of them are anything but a number. */
function draw(plan: Plan, unit: string, chance: Chance, gaps: boolean): BookContents {
  const inputs = inputsOf(plan, unit);
  const contents = new Map(inputs.map((input) => [input.id, new Map<Period, Content>()]));
  for (const period of plan.periods) {
    for (const input of inputs) {
      const whole = input.partOf === undefined ? null : (contents.get(input.partOf)?.get(period) ?? null);
      const content =
        gaps && chance.oneIn(3) ? drawContent(input, chance, { before: null, whole }) : plausible(input, whole, chance);
      contents.get(input.id)?.set(period, content);
    }
  }
  return contents;
}

/** A number within its whole, zero now and then. */
function plausible(input: Plan['inputs'][number], whole: Content, chance: Chance): Content {
  if (input.kind === 'flag') return chance.pick<Content>(['Có', 'Chưa', true, false, 'co', 'CHƯA']);
  if (chance.oneIn(25)) return chance.pick<Content>([0, 'kad']);
  const scale = 10 ** input.decimals;
  const bound = typeof whole === 'number' ? whole : (input.plausibleUpTo ?? 100);
  return chance.below(Math.floor(bound * scale) + 1) / scale;
}

const CASES: [name: string, plan: Plan, unit: string, book: () => Promise<ResultsBook>][] = [
  ['an area’s workbook as the script sets it up', PLAN, 'muong-bang', () => builtBook(PLAN, 'muong-bang')],
  ['the office’s', PLAN, 'office', () => builtBook(PLAN, 'office')],
  ...OTHER.units
    .filter(({ kind }, at) => OTHER.units.findIndex((unit) => unit.kind === kind) === at)
    .map(({ id }): [string, Plan, string, () => Promise<ResultsBook>] => [
      `${id} of another resolution`,
      OTHER,
      id,
      () => Promise.resolve(plainBook(OTHER, id)),
    ]),
];

describe.each(CASES)('%s', (_name, plan, unit, makeBook) => {
  let book: ResultsBook;
  beforeAll(async () => {
    book = await makeBook();
  }, 120_000);

  test('shows exactly the parts that consolidation has, in every period of the term', {
    timeout: LONGEST,
  }, async () => {
    const chance = chanceFrom(seed());
    const seen = nothingSeen();
    const differences: string[] = [];
    for (let done = 0; done < BOOKS; done++) {
      differences.push(...(await differencesOf(book, draw(plan, unit, chance, done % 2 === 0), seen)));
    }
    expect({ count: differences.length, first: differences.slice(0, 5) }).toEqual({ count: 0, first: [] });
    // What is never drawn cannot differ.
    expect(Math.min(seen.figure, seen.notApplicable, seen.blank)).toBeGreaterThan(BOOKS);
  });

  test('shows nothing while nothing is entered', { timeout: LONGEST }, async () => {
    const seen = nothingSeen();
    expect(await differencesOf(book, new Map(), seen)).toEqual([]);
    expect(seen).toMatchObject({ figure: 0, notApplicable: 0, flag: 0 });
  });
});

describe('people may change the tabs', () => {
  const unit = 'muong-bang';
  const changedBook = (change: (person: Person, model: WorkbookModel) => void) =>
    builtBook(PLAN, unit, (model) => change(personAt(model, { email: CLERK.email }), model));
  const sheetId = (model: WorkbookModel, name: string): number => model.sheetByName(name)?.id ?? -1;

  test('rows and columns inserted, rows moved, a tab renamed: every figure is the same', {
    timeout: LONGEST,
  }, async () => {
    const book = await changedBook((person, model) => {
      const year = sheetId(model, '2026');
      person.insertRows(year, 10, 3);
      person.insertColumns(year, 5, 1);
      person.moveRows(year, 20, 2, 40);
      person.insertRows(sheetId(model, 'Kỳ gốc 2025'), 4, 1);
      model.renameSheet(sheetId(model, '2027'), 'Năm 2027 (mới)');
    });
    const [baseline, year, renamed] = book.inputs;
    expect(renamed?.name).toBe('Năm 2027 (mới)');
    const [before] = (await builtBook(PLAN, unit)).inputs.slice(1);
    expect(year?.rows).not.toEqual(before?.rows);
    expect(Object.keys(baseline?.rows ?? {})).toHaveLength(inputsOf(PLAN, unit).length);
    const seen = nothingSeen();
    expect(await differencesOf(book, draw(PLAN, unit, chanceFrom(seed()), false), seen)).toEqual([]);
    expect(seen.figure).toBeGreaterThan(100);
  });

  test('rows sorted by their labels: a row whose label left it shows nothing, never another row’s figure', {
    timeout: LONGEST,
  }, async () => {
    const book = await changedBook((person, model) => {
      const year = model.sheetByName('2026');
      if (year === null) throw new Error('no tab 2026');
      person.sort(year.id, { row: 4, column: 1, rows: 40, columns: 8 }, 2, true);
    });
    const contents = draw(PLAN, unit, chanceFrom(seed()), false);
    const result = await evaluateBook(sheetsOf(book, contents));
    const parts = consolidate(PLAN, reportsOf(PLAN, unit, contents), '2026-Q4').indicators;
    const shown = resultsLayout(PLAN, unit).rows.flatMap((row, index) => {
      if (row.kind !== 'indicator') return [];
      const figure = result(book.inputs.length, index + 3, 7) ?? '';
      const part = parts.find(({ id }) => id === row.indicator.definition.id)?.parts[unit];
      return [{ figure, right: figure === '' || isSame(row.indicator, figure, part, PLAN) }];
    });
    expect(shown.filter(({ right }) => !right)).toEqual([]);
    expect(shown.filter(({ figure }) => figure === '').length).toBeGreaterThan(10);
  });

  test('a row deleted: what needs it shows nothing, the rest goes on', { timeout: LONGEST }, async () => {
    const book = await changedBook((person, model) => {
      const { sheetId: year, row } = cellAt(model, '2026', 'Hộ gia đình', 'Cả năm');
      person.deleteRows(year, row, 1);
    });
    const contents = draw(PLAN, unit, chanceFrom(seed()), false);
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] as const)
      contents.get('households')?.delete(period);
    expect(await differencesOf(book, contents, nothingSeen())).toEqual([]);
  });
});

describe('the year that is shown', () => {
  const titleOf = async (contents: BookContents, chosen: Content): Promise<GridResult | null> => {
    const book = await builtBook(PLAN, 'office');
    const results = resultsOf(book, null);
    const line = results[1] ?? [];
    // What the script puts there, or what a person chose.
    if (chosen !== 'left as it was') line[7] = chosen;
    const sheets = [...sheetsOf(book, contents).slice(0, book.inputs.length), { name: 'Kết quả', sheet: results }];
    return (await evaluateBook(sheets))(book.inputs.length, 0, 0);
  };
  const inYear = (period: Period): BookContents => new Map([['officials', new Map([[period, 40]])]]);

  test.each<[what: string, contents: BookContents, chosen: Content, year: number]>([
    ['is the first one while there is no number', new Map(), 'left as it was', 2026],
    ['is the newest one with a number', inYear('2028-Q1'), 'left as it was', 2028],
    ['is the newest one with a number where the choice was cleared', inYear('2029-Q4'), null, 2029],
    ['is the chosen one', inYear('2028-Q1'), 2027, 2027],
    ['is no year outside the term', inYear('2028-Q1'), 2031, 2028],
  ])('%s', { timeout: LONGEST }, async (_what, contents, chosen, year) => {
    expect(await titleOf(contents, chosen)).toBe(`KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM ${year}`);
  });
});

describe('the comparison sees', () => {
  async function differencesWith(change: (formula: string) => string): Promise<number> {
    const book = plainBook(PLAN, 'muong-bang');
    const results = book.results.map((line) =>
      line.map((cell) => (cell !== null && typeof cell === 'object' ? { formula: change(cell.formula) } : cell)),
    );
    const contents = draw(PLAN, 'muong-bang', chanceFrom(1), true);
    return (await differencesOf({ ...book, results }, contents, nothingSeen())).length;
  }

  test.each<[what: string, change: (formula: string) => string]>([
    [
      'a part above its whole that is let through',
      (formula) => formula.replace(/,IF\(AND\(ISNUMBER\([A-Z$]+\d+\).*?FALSE\)/g, ''),
    ],
    [
      '0 of 0 that is a percentage',
      (formula) => formula.replace(/IF\([A-Z]\$\d+=0,"Không áp dụng",(.*)\)\)\)$/, '0))'),
    ],
    ['negative numbers that count', (formula) => formula.replaceAll('raw>=0', 'raw>=-1000')],
    ['a token that it does not know', (formula) => formula.replaceAll('"kad"', '"k.a.d"')],
    [
      'a past year that is taken from its third quarter',
      (formula) => formula.replace(/^(=LET\(past_a.*?'2026'!)G/, '$1F'),
    ],
    [
      'a missing past year that is passed over',
      (formula) => formula.replace(/IF\(OR\(LEN\(past_a\).*?\),""/, 'IF(FALSE,""'),
    ],
  ])('%s', { timeout: LONGEST }, async (_what, change) => {
    expect(await differencesWith(change)).toBeGreaterThan(0);
  });

  test('nothing where nothing is changed', { timeout: LONGEST }, async () => {
    expect(await differencesWith((formula) => formula)).toBe(0);
  });
});
