/** What is said of all columns of a tab at once: by its name, by its title, by the workbook's name. */
import type { Quarter } from '../../../shared/periods.ts';
import type { LinkTab } from '../../link-rpc.ts';
import type { Cells } from './cells.ts';
import { readHeading } from './heading.ts';
import type { Layout } from './layout.ts';
import { plainWords } from './syllables.ts';

interface TabTexts {
  readonly tab: LinkTab;
  readonly cells: Cells;
  readonly layout: Layout;
  readonly bookName: string;
}

export interface WholeTab {
  readonly quarter: Quarter | null;
  readonly year: number | null;
  readonly differs: boolean;
}

/** What the tab's name says, else its title, else the workbook's name. A title that was copied along and says otherwise is noticed. */
export function wholeTab({ tab, cells, layout, bookName }: TabTexts): WholeTab {
  const name = readHeading(tab.name);
  const titles = titleLines(cells, layout).map(readHeading);
  const title = {
    quarter: titles.find(({ quarter }) => quarter !== null)?.quarter ?? null,
    year: titles.find(({ year }) => year !== null)?.year ?? null,
  };
  return {
    quarter: name.quarter ?? title.quarter,
    year: name.year ?? title.year ?? readHeading(bookName).year,
    differs:
      (name.quarter !== null && title.quarter !== null && name.quarter !== title.quarter) ||
      (name.year !== null && title.year !== null && name.year !== title.year),
  };
}

/** A document's date; the last day of a quarter is where its figures end. */
const DATE = /(?<!\d)(?!3[01][/.-]0?(?:3|6|9|12)[/.-])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g;

/** Lines above the headings, without those that only date or number a document. */
function titleLines(cells: Cells, layout: Layout): readonly string[] {
  const lines: string[] = [];
  for (let row = 1; row < layout.headTop; row++)
    for (let column = 1; column <= cells.columns; column++) {
      const text = cells.own(row, column);
      const plain = plainWords(text);
      if (text !== '' && !/^(?:kem theo|so )|\bngay\b.*\bthang\b/.test(plain)) lines.push(text.replace(DATE, ' '));
    }
  return lines;
}
