/** RangeList: ranges of one sheet, as they were named. */
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GRangeList = GoogleAppsScript.Spreadsheet.RangeList;

export function makeRangeList(kit: Kit, ranges: readonly GRange[]): GRangeList {
  if (ranges.length === 0) throw new Error('Range list must contain at least one range.');
  return strict<GRangeList>(kit.run, 'RangeList', { getRanges: () => [...ranges] });
}
