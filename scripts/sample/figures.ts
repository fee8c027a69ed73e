/**
 * Sample figures of the four reporting units for 2025-Q4 to 2026-Q3, "Số liệu minh họa": invented, but of the size of this commune
 * (about 25,000 people, 5,500 households, 1,236 party members in 56 cells, 7 schools). They enter through the add-in like any others.
 */
import type { Period } from '../../shared/periods.ts';
import type { Value } from '../../shared/values.ts';

export const SAMPLE_PERIODS: readonly Period[] = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];

/** Values in the order of `SAMPLE_PERIODS`; a single one holds for all; `null` is a blank. */
type Series = Value | readonly [Value, Value, Value, Value];

/** What is due at the year's end: given for 2025 alone. */
const yearEnd = (value: Value): Series => [value, null, null, null];

/** Columns: Chiềng Mung, Mường Bằng, Mường Bon. */
const AREAS: Readonly<Record<string, readonly [Series, Series, Series]>> = {
  revenue: [
    [1.15, 0.286, 0.609, 0.932],
    [0.952, 0.238, 0.502, 0.771],
    [0.781, 0.192, 0.405, 0.627],
  ],
  revenueSamePeriodLastYear: [
    [1.086, 0.271, 0.574, 0.877],
    [0.899, 0.225, 0.475, 0.728],
    [0.738, 0.183, 0.386, 0.594],
  ],
  coffeeArea: [[468.5, 468.5, 468.5, 469.2], 402.3, [331.2, 331.2, 331.2, 330.8]],
  fruitArea: [
    [618.4, 618.4, 620.1, 620.1],
    [651.2, 652, 655.4, 655.4],
    [487.6, 487.6, 488, 488],
  ],
  fruitAreaCoded: [
    [22, 22, 23.5, 24],
    [28.5, 29, 31, 33.5],
    [14, 14, 15.5, 16],
  ],
  fruitAreaHighTech: [
    [6.5, 6.5, 8, 9.2],
    [3.5, 4, 4.6, 5.2],
    [2, 2, 3, 4],
  ],
  vegetableArea: [
    [102.4, 104, 108.2, 110.5],
    [84.6, 85, 86.8, 89.3],
    [64, 65.5, 68.1, 71.2],
  ],
  vegetableAreaSafe: [
    [21.3, 22, 23.4, 24.6],
    [13.8, 14.2, 15.5, 16.9],
    [10.1, 10.6, 12, 13.8],
  ],
  visitors: [
    [820, 260, 610, 940],
    [410, 150, 320, 505],
    [160, 40, 95, 150],
  ],
  tourismRevenue: [
    [0.196, 0.058, 0.141, 0.218],
    [0.092, 0.031, 0.07, 0.112],
    ['na', 'na', 'na', 'na'],
  ],
  enterprises: [
    [14, 14, 15, 16],
    [11, 11, 12, 13],
    [6, 6, 6, 20],
  ],
  workers: [
    [5480, 5490, 5510, 5520],
    [5010, 5020, 5025, 5040],
    [4420, 4425, 4430, 4440],
  ],
  workersTrained: [yearEnd(1640), yearEnd(1350), yearEnd(1120)],
  labourExport: [
    [7, 2, 4, 7],
    [5, 1, 3, 5],
    [3, 0, 2, 3],
  ],
  population: [
    [9205, 9212, 9230, 9241],
    [8402, 8410, 8419, 8430],
    [7396, 7399, 7405, null],
  ],
  insured: [
    [8010, 8035, 8120, 8190],
    [7150, 7170, 7240, 7310],
    [6230, 6240, 6290, null],
  ],
  households: [
    [2052, 2054, 2058, 2060],
    [1828, 1829, 1832, 1835],
    [1620, 1621, 1624, 1625],
  ],
  poorHouseholds: [yearEnd(39), yearEnd(45), yearEnd(61)],
  schools: [3, 2, 2],
  schoolsStandard: [yearEnd(2), yearEnd(2), yearEnd(1)],
  schoolsLevel2: [yearEnd(1), yearEnd(0), yearEnd(0)],
  villages: [16, 15, 13],
  villagesWithCultureHouse: [
    [14, 14, 14, 15],
    [13, 13, 13, 13],
    [10, 10, 11, 11],
  ],
  culturalFamilies: [yearEnd(1762), yearEnd(1548), yearEnd(1349)],
  institutions: [yearEnd(24), yearEnd(19), yearEnd(14)],
  institutionsSecure: [yearEnd(22), yearEnd(17), yearEnd(12)],
  residentialAreas: [yearEnd(16), yearEnd(15), yearEnd(13)],
  residentialAreasSafe: [yearEnd(14), yearEnd(13), yearEnd(11)],
  villagesDrugFree: [yearEnd(11), yearEnd(10), yearEnd(8)],
  hygienicWaterPopulation: [yearEnd(8740), yearEnd(7810), yearEnd(6720)],
  centralisedWaterPopulation: [yearEnd(2450), yearEnd(1960), yearEnd(1310)],
  solidWaste: [
    [1680.5, 418, 842.5, 1266],
    [1402, 350.5, 704, 1058.5],
    [1190.4, 296, 597.5, 901],
  ],
  solidWasteCollected: [
    [1310.2, 331, 672.5, 1018],
    [1022, 259.5, 527, null],
    [808.6, 205, 420.5, 642],
  ],
  naturalArea: [yearEnd(3420.6), yearEnd(4105.3), yearEnd(3688.9)],
  forestArea: [yearEnd(702.4), yearEnd(871.5), yearEnd(748.2)],
  newMembers: [
    [8, 1, 4, 6],
    [7, 1, 3, 5],
    [5, 0, 2, 4],
  ],
  partyCells: [21, 19, 16],
  cellsRegular: [
    [21, 21, 21, 21],
    [18, 19, 19, 19],
    [16, 16, 16, 16],
  ],
  cellsGood: [yearEnd(20), yearEnd(17), yearEnd(15)],
  cellsExcellent: [yearEnd(4), yearEnd(4), yearEnd(3)],
  partyMembers: [yearEnd(470), yearEnd(410), yearEnd(356)],
  membersGood: [yearEnd(431), yearEnd(376), yearEnd(322)],
  membersExcellent: [yearEnd(78), yearEnd(64), yearEnd(51)],
  complexCases: [
    [3, 0, 1, 2],
    [2, 1, 1, 1],
    [2, 0, 0, 1],
  ],
  complexCasesPreviousTerm: [yearEnd(14), yearEnd(11), yearEnd(9)],
  villageCells: [15, 14, 12],
  villageCellsWithCommittee: [
    [11, 11, 12, 12],
    [10, 10, 10, 11],
    [8, 8, 8, 9],
  ],
  secretariesTrained: [
    [9, 9, 12, 13],
    [8, 8, 10, 11],
    [6, 6, 7, 9],
  ],
  frontHeadsTrained: [
    [10, 10, 12, 13],
    [8, 8, 10, 12],
    [7, 7, 8, 9],
  ],
};

/** The office's: late for 2026-Q3, so its last column is never used. */
const OFFICE: Readonly<Record<string, Series>> = {
  totalSpending: [128.4, 24.615, 61.27, null],
  scienceSpending: [1.735, 0.352, 0.948, null],
  ntmCriteriaMet: [11, 11, 12, null],
  ntmRecognised: false,
  dossiers: [9840, 2310, 5120, null],
  dossiersDigitised: [8265, 2010, 4608, null],
  proceduresEligible: [212, 212, 218, null],
  proceduresOnline: [168, 171, 184, null],
  massOrganisations: yearEnd(6),
  massOrganisationsGood: yearEnd(6),
  officials: [58, 58, 57, null],
  officialsGood: yearEnd(55),
  officialsDigital: [36, 36, 41, null],
  officialsTrained: [33, 33, 40, null],
};

const AREA_COLUMNS: Readonly<Record<string, 0 | 1 | 2>> = { 'chieng-mung': 0, 'muong-bang': 1, 'muong-bon': 2 };

/** A unit's sample values of one period by input id; blanks are left out. */
export function sampleValues(unit: string, period: Period): Record<string, Value> {
  const column = AREA_COLUMNS[unit];
  const at = SAMPLE_PERIODS.indexOf(period);
  const series: readonly (readonly [string, Series])[] =
    column === undefined
      ? Object.entries(OFFICE)
      : Object.entries(AREAS).map(([input, areas]) => [input, areas[column]] as const);
  const values: Record<string, Value> = {};
  for (const [input, one] of series) {
    const value = one !== null && typeof one === 'object' ? (one[at] ?? null) : one;
    if (value !== null) values[input] = value;
  }
  return values;
}

/** How far each unit is with each period: the office is late for the newest one. */
export function sampleState(unit: string, period: Period): 'accepted' | 'submitted' | 'draft' | 'none' {
  if (period !== '2026-Q3') return 'accepted';
  if (unit === 'office') return 'none';
  return unit === 'chieng-mung' ? 'submitted' : 'draft';
}
