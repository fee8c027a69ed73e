import { describe, expect, test } from 'vitest';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import type { LinkedTab, LinkOpening } from '../../link-rpc.ts';
import { openingOf, tabOf } from '../match/table.test-support.ts';
import { alikeRows, chooseAlike } from './alike.ts';
import { rowStanding } from './certainty-of.ts';
import {
  type Choices,
  choicesOf,
  chooseBeside,
  chooseInput,
  choosePeriod,
  settle,
  startingChoices,
} from './choices.ts';
import { readableTabs } from './readable-tabs.ts';
import { linkRequest } from './request.ts';
import { type Surveyed, survey } from './survey.ts';

const plan = compilePlan(chiengMung());
const UNIT = 'muong-bang';

const TABLE = [
  'Chỉ tiêu|ĐVT|Quý I|6 tháng|Kế hoạch',
  'Số hộ nghèo|hộ|40|39|30',
  'Dân số|người|4.000|4.010|4.020',
  'Thu NSNN trên địa bàn|triệu đồng|250|510|900',
  'Đàn trâu|con|9|9|9',
];
const [POOR, PEOPLE, REVENUE, CATTLE] = [2, 3, 4, 5];

function surveyed(opening: LinkOpening, change: Partial<Surveyed> = {}): Surveyed {
  const proposals = readableTabs(plan, UNIT, opening);
  return {
    plan,
    unit: UNIT,
    proposals,
    choices: startingChoices(proposals, opening.linked),
    ...change,
  };
}

const oneTab = (): LinkOpening => openingOf([tabOf('2026', TABLE)]);
const withChoices = (one: Surveyed, change: (choices: Choices) => Choices): Surveyed => ({
  ...one,
  choices: change(one.choices),
});

describe('a workbook that is not linked yet', () => {
  test('begins with what is proposed', () => {
    const { rows, columns } = choicesOf(surveyed(oneTab()).choices, 0);
    expect([...rows]).toEqual([
      [POOR, 'poorHouseholds'],
      [PEOPLE, 'population'],
      [REVENUE, 'revenue'],
    ]);
    expect([...columns.values()]).toEqual(['2026-Q1', '2026-Q2']);
  });

  test('names the inputs that no row was found for', () => {
    const { unlinked } = survey(surveyed(oneTab()));
    expect(unlinked.map(({ id }) => id)).toContain('coffeeArea');
    expect(unlinked.map(({ id }) => id)).not.toContain('population');
  });
});

describe('a linked workbook', () => {
  const linked: LinkedTab = { id: 0, labelColumn: 1, rows: { population: PEOPLE }, columns: { '2026-Q1': 3 } };

  test('begins with what is linked; what was left out on purpose is not proposed again', () => {
    const opening = { ...oneTab(), unit: UNIT, linked: [linked] };
    const { rows, columns } = choicesOf(surveyed(opening).choices, 0);
    expect([...rows]).toEqual([[PEOPLE, 'population']]);
    expect([...columns]).toEqual([[3, '2026-Q1']]);
  });

  test('shows rows and columns that the matcher itself would not find', () => {
    const far: LinkedTab = { ...linked, rows: { population: 40 }, columns: { '2027-Q1': 9 } };
    const opening = { ...oneTab(), unit: UNIT, linked: [far] };
    const [tab] = readableTabs(plan, UNIT, opening);
    expect(tab?.rows.map(({ row }) => row)).toContain(40);
    expect(tab?.columns.map(({ column }) => column)).toContain(9);
    expect(linkRequest(surveyed(opening), { marked: false, summary: null }).tabs).toEqual([far]);
  });
});

describe('conflicts', () => {
  test('are two rows of one input', () => {
    const twice = withChoices(surveyed(oneTab()), (choices) => chooseInput(choices, 0, CATTLE, 'population'));
    expect(survey(twice).conflicts).toEqual([{ kind: 'rows', tab: 0, input: 'population', rows: [PEOPLE, CATTLE] }]);
  });

  test('are two columns of one period', () => {
    const twice = withChoices(surveyed(oneTab()), (choices) => choosePeriod(choices, 0, 5, '2026-Q1'));
    expect(survey(twice).conflicts).toEqual([{ kind: 'columns', tab: 0, period: '2026-Q1', columns: [3, 5] }]);
  });

  test('are one input and period on two tabs', () => {
    const opening = openingOf([tabOf('2026', TABLE), tabOf('2027', TABLE)]);
    const before = surveyed(opening);
    expect(survey(before).conflicts).toEqual([]);
    const twice = withChoices(before, (choices) => choosePeriod(choices, 1, 3, '2026-Q1'));
    expect(survey(twice).conflicts).toMatchObject([{ kind: 'tabs', tab: 0, other: 1 }]);
  });

  test('are rows without any column', () => {
    const none = withChoices(surveyed(oneTab()), (choices) =>
      choosePeriod(choosePeriod(choices, 0, 3, null), 0, 4, null),
    );
    expect(survey(none).conflicts).toEqual([{ kind: 'no-column', tab: 0 }]);
  });

  test('are gone when one of the two is taken back', () => {
    const settled = withChoices(surveyed(oneTab()), (choices) =>
      chooseInput(chooseInput(choices, 0, CATTLE, 'population'), 0, PEOPLE, null),
    );
    expect(survey(settled).conflicts).toEqual([]);
    expect([...choicesOf(settled.choices, 0).rows]).toContainEqual([CATTLE, 'population']);
  });
});

describe('what is to be looked at', () => {
  const doubtful = openingOf([tabOf('2026', [...TABLE, 'Dân số|người|4.000|4.010|4.020'])]);

  test('is what the matcher is not sure of, until it is confirmed', () => {
    const before = surveyed(doubtful);
    expect(survey(before).tabs.get(0)?.openRows).toEqual([PEOPLE]);
    const after = withChoices(before, (choices) => settle(choices, 0, { rows: [PEOPLE] }));
    expect(survey(after).tabs.get(0)?.openRows).toEqual([]);
    const row = after.proposals[0]?.rows.find((one) => one.row === PEOPLE);
    expect(rowStanding(plan, row!, choicesOf(after.choices, 0))).toBe('chosen');
  });

  test('is settled by another choice, too', () => {
    const after = withChoices(surveyed(doubtful), (choices) => chooseInput(choices, 0, PEOPLE, 'households'));
    expect(survey(after).tabs.get(0)?.openRows).toEqual([]);
  });
});

describe('rows in units of another size', () => {
  test('are recognised and not linked: a figure would be a thousand times too large', () => {
    const one = surveyed(oneTab());
    expect(choicesOf(one.choices, 0).rows.get(REVENUE)).toBe('revenue');
    expect(survey(one).tabs.get(0)?.refusedRows).toEqual([REVENUE]);
    expect(survey(one).unlinked.map(({ id }) => id)).toContain('revenue');
    expect(linkRequest(one, { marked: true, summary: false }).tabs[0]?.rows).not.toHaveProperty('revenue');
    const row = one.proposals[0]?.rows.find((proposal) => proposal.row === REVENUE);
    expect(rowStanding(plan, row!, choicesOf(one.choices, 0))).toBe('refused');
  });

  test('give way to a row beside them that is reckoned over', () => {
    const both = openingOf([tabOf('2026', [...TABLE, 'Thu NSNN trên địa bàn|tỷ đồng|0,25|0,51|0,9'])]);
    const { rows } = choicesOf(surveyed(both).choices, 0);
    expect(rows.get(6)).toBe('revenue');
    expect(rows.has(REVENUE)).toBe(false);
  });
});

describe('the request', () => {
  test('has the tabs with rows and columns, and the answers', () => {
    expect(linkRequest(surveyed(oneTab()), { marked: true, summary: true })).toEqual({
      unit: UNIT,
      tabs: [
        {
          id: 0,
          labelColumn: 1,
          rows: { poorHouseholds: POOR, population: PEOPLE },
          columns: { '2026-Q1': 3, '2026-Q2': 4 },
        },
      ],
      marked: true,
      summary: true,
    });
  });

  test('says nothing of the tab "Tổng hợp" where it was not asked about', () => {
    expect(linkRequest(surveyed(oneTab()), { marked: true, summary: null })).not.toHaveProperty('summary');
  });
});

describe('last year’s figures in a column beside this year’s', () => {
  const lines = ['Chỉ tiêu|ĐVT|Lũy kế từ đầu năm|Cùng kỳ năm trước', 'Thu NSNN trên địa bàn|tỷ đồng|0,25|0,2'];
  const beside = openingOf([tabOf('Quý I-2026', lines)]);

  test('are linked as a table of their own, for the input that repeats the other', () => {
    const { tabs } = linkRequest(surveyed(beside), { marked: false, summary: null });
    expect(tabs).toEqual([
      { id: 0, labelColumn: 1, rows: { revenue: 2 }, columns: { '2026-Q1': 3 } },
      { id: 0, labelColumn: 1, rows: { revenueSamePeriodLastYear: 2 }, columns: { '2026-Q1': 4 } },
    ]);
    expect(survey(surveyed(beside)).unlinked.map(({ id }) => id)).not.toContain('revenueSamePeriodLastYear');
  });

  test('go along when the row beside them is another', () => {
    const moved = withChoices(surveyed(beside), (choices) => chooseInput(choices, 0, 2, null));
    expect(linkRequest(moved, { marked: false, summary: null }).tabs).toEqual([]);
  });

  test('are left out where the person says so', () => {
    const without = withChoices(surveyed(beside), (choices) => chooseBeside(choices, 0, 4, false));
    expect(linkRequest(without, { marked: false, summary: null }).tabs).toHaveLength(1);
  });

  test('are found again in a linked workbook', () => {
    const { tabs: linked } = linkRequest(surveyed(beside), { marked: false, summary: null });
    const again = surveyed({ ...beside, unit: UNIT, linked });
    expect(linkRequest(again, { marked: false, summary: null }).tabs).toEqual(linked);
  });

  test('of another year than the one before are none', () => {
    const old = openingOf([tabOf('Quý I-2026', [lines[0]!.replace('năm trước', '2023'), lines[1]!])]);
    expect(linkRequest(surveyed(old), { marked: false, summary: null }).tabs).toHaveLength(1);
  });
});

describe('rows of one name on several tabs', () => {
  const opening = openingOf([tabOf('Quý I 2026', TABLE), tabOf('Quý I 2027', TABLE)]);

  test('are found where they are linked otherwise, and get the same choice', () => {
    const before = withChoices(surveyed(opening), (choices) => chooseInput(choices, 0, CATTLE, 'households'));
    const places = alikeRows(before.proposals, before.choices, { tab: 0, row: CATTLE });
    expect(places).toEqual([{ tab: 1, row: CATTLE }]);
    const after = chooseAlike(before.choices, { tab: 0, row: CATTLE }, places);
    expect(choicesOf(after, 1).rows.get(CATTLE)).toBe('households');
    expect(alikeRows(before.proposals, after, { tab: 0, row: CATTLE })).toEqual([]);
  });

  test('of another heading are others', () => {
    const under = openingOf([
      tabOf('2026', ['Chỉ tiêu|ĐVT|Quý I', 'I. TRÂU', 'Tổng số|con|9']),
      tabOf('2027', ['Chỉ tiêu|ĐVT|Quý I', 'I. BÒ', 'Tổng số|con|9']),
    ]);
    const one = withChoices(surveyed(under), (choices) => chooseInput(choices, 0, 3, 'population'));
    expect(alikeRows(one.proposals, one.choices, { tab: 0, row: 3 })).toEqual([]);
  });
});
