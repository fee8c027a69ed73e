/** Tables as offices lay them out, made up for these tests; the workbooks that the matcher is measured on stand elsewhere. */
import { describe, expect, test } from 'vitest';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import { MADE_UP } from '../../../test/properties/resolutions.ts';
import type { LinkOpening } from '../../link-rpc.ts';
import { proposeLinks, type TabProposal } from './propose.ts';
import { type RowProposal, scaleFor } from './row-proposal.ts';
import { openingOf, tabOf } from './table.test-support.ts';

const plan = compilePlan(chiengMung());
const UNIT = 'muong-bang';

const HEAD = ['BIỂU THEO DÕI NĂM 2026', 'Chỉ tiêu|ĐVT|TH 2025|Quý I|6 tháng'];

const propose = (opening: LinkOpening, unit = UNIT): readonly TabProposal[] =>
  proposeLinks(plan, unit, opening).filter(({ offered }) => offered);

/** Input by label, of one table under the usual heading. */
function bound(lines: readonly string[], unit = UNIT): Record<string, string> {
  const [tab] = propose(openingOf([tabOf('2026', [...HEAD, ...lines])]), unit);
  return Object.fromEntries((tab?.rows ?? []).flatMap(({ text, input }) => (input === null ? [] : [[text, input]])));
}

function rowOf(lines: readonly string[], label: string): RowProposal {
  const [tab] = propose(openingOf([tabOf('2026', [...HEAD, ...lines])]));
  const row = tab?.rows.find(({ text }) => text.includes(label));
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
}

describe('sub-rows', () => {
  test('mean what the row above them says', () => {
    expect(
      bound([
        '1. Chi bộ',
        '- Tổng số|chi bộ|20|20|20',
        '- HTTNV trở lên|chi bộ|18|18|18',
        '- HTXSNV|chi bộ|3|3|3',
        '2. Đảng viên',
        '- Được đánh giá|ĐV|400|400|400',
        '- Hoàn thành tốt trở lên|ĐV|380|380|380',
        '- Hoàn thành xuất sắc|ĐV|60|60|60',
      ]),
    ).toEqual({
      '- Tổng số': 'partyCells',
      '- HTTNV trở lên': 'cellsGood',
      '- HTXSNV': 'cellsExcellent',
      '- Được đánh giá': 'partyMembers',
      '- Hoàn thành tốt trở lên': 'membersGood',
      '- Hoàn thành xuất sắc': 'membersExcellent',
    });
  });

  test('of one label are told apart by it, the rows being two', () => {
    const [tab] = propose(
      openingOf([
        tabOf('2026', [
          ...HEAD,
          '1. Chi bộ|chi bộ|20|20|20',
          '- Hoàn thành tốt trở lên||18|18|18',
          '2. Đảng viên được đánh giá|ĐV|400|400|400',
          '- Hoàn thành tốt trở lên||380|380|380',
        ]),
      ]),
    );
    expect(tab?.rows.map(({ input }) => input)).toEqual(['partyCells', 'cellsGood', 'partyMembers', 'membersGood']);
  });

  test('"Trong đó" leans on the row before it', () => {
    expect(
      bound([
        'Diện tích cây ăn quả|ha|500|510|520',
        'Trong đó: được cấp mã số vùng trồng|ha|30|35|41,5',
        '- Ứng dụng CNC|ha|5|6|7',
      ]),
    ).toEqual({
      'Diện tích cây ăn quả': 'fruitArea',
      'Trong đó: được cấp mã số vùng trồng': 'fruitAreaCoded',
      '- Ứng dụng CNC': 'fruitAreaHighTech',
    });
  });

  test('of each reporting unit: the unit’s own is taken, neither the others’ nor the sum', () => {
    const lines = ['1. Diện tích cà phê|ha|300|310|320', '- Chiềng Mung|ha|100|110|120', '- Mường Bằng|ha|90|91|92'];
    expect(rowOf(lines, 'Mường Bằng').input).toBe('coffeeArea');
    expect(rowOf(lines, 'Chiềng Mung').input).toBeNull();
  });
});

describe('rows that are not ours', () => {
  test.each([
    ['Số hộ cận nghèo|hộ|12|13|14'],
    ['Tỷ lệ hộ nghèo|%|1,9|1,8|1,7'],
    ['Hộ nghèo|%|1,9|1,8|1,7'],
    ['Hộ nghèo||1,9%|1,8%|1,7%'],
    ['Sản lượng cà phê|tấn|12|13|14'],
    ['Diện tích cà phê trồng mới|ha|12|13|14'],
    ['Đàn trâu|con|12|13|14'],
    ['Số đảng viên dự bị chuyển chính thức||12|13|14'],
    ['II. MÔI TRƯỜNG'],
  ])('%s is not proposed', (line) => {
    expect(bound([line, 'Dân số|người|1.000|1.010|1.020'])).toEqual({ 'Dân số': 'population' });
  });

  test('a cash row in another scale is recognised, and said', () => {
    const row = rowOf(['Thu NSNN trên địa bàn|triệu đồng|1.200|1.250|1.300', 'Dân số|người|9|9|9'], 'Thu NSNN');
    expect(row).toMatchObject({ input: 'revenue', doubts: ['scaled'], certainty: 'likely' });
    expect(scaleFor(row, plan.inputById.get('revenue')!)).toBe(1000);
  });
});

test('figures far beyond what is plausible are doubted: their unit may be another', () => {
  const row = rowOf(['Thu NSNN trên địa bàn||1.200|1.250|1.300', 'Dân số|người|9|9|9'], 'Thu NSNN');
  expect(row).toMatchObject({ input: 'revenue', doubts: ['too-large'], certainty: 'unsure' });
});

describe('certainty', () => {
  test('is highest where label and unit fit and nothing else comes near', () => {
    expect(rowOf(['Số hộ nghèo|hộ|40|39|38', 'Số hộ gia đình|hộ|900|900|900'], 'nghèo')).toMatchObject({
      input: 'poorHouseholds',
      certainty: 'sure',
    });
  });

  test('is low where two rows are as good', () => {
    const rows = ['Dân số|người|900|900|900', 'Dân số|người|901|901|901'];
    expect(rowOf(rows, 'Dân số').certainty).toBe('unsure');
  });

  test('never is the highest in a hidden row', () => {
    const [tab] = propose(openingOf([tabOf('2026', [...HEAD, 'Số hộ nghèo|hộ|40|39|38'], { hiddenRows: [3] })]));
    expect(tab?.rows[0]).toMatchObject({ input: 'poorHouseholds', certainty: 'likely', doubts: ['hidden'] });
  });
});

describe('labels typed in a hurry', () => {
  const lines = ['SO HO NGHEO|HO|40|39|38', 'TONG SO HO|HO|900|900|900', 'DAN SO|NGUOI|4.000|4.000|4.000'];
  const expected = { 'SO HO NGHEO': 'poorHouseholds', 'TONG SO HO': 'households', 'DAN SO': 'population' };

  test('without marks, in capitals', () => {
    expect(bound(lines)).toEqual(expected);
  });

  test('with marks that are not composed', () => {
    const typed = ['Số hộ nghèo|hộ|40|39|38'.normalize('NFD')];
    expect(Object.values(bound(typed))).toEqual(['poorHouseholds']);
  });
});

describe('several tabs', () => {
  const table = (heading: string, ...rows: readonly string[]): readonly string[] => [
    `Chỉ tiêu|ĐVT|${heading}`,
    'Số hộ nghèo|hộ|40|39',
    'Dân số|người|4.000|4.000',
    ...rows,
  ];

  test('without figures of the unit are left out', () => {
    const list = tabOf('Danh sách', ['TT|Họ và tên|Bản|Năm sinh', '1|Người thứ nhất|Bản A|1970']);
    const plans = tabOf('KH 2026', table('Kế hoạch 2026|Ghi chú'));
    const tabs = propose(openingOf([list, plans, tabOf('2026', table('Quý I|6 tháng'))]));
    expect(tabs.map(({ tab }) => tab.name)).toEqual(['2026']);
  });

  test('of one figure each: it is taken from the tab that is named for its period', () => {
    const tabs = propose(
      openingOf([tabOf('Quý I.2026', table('Thực hiện')), tabOf('6T.2026', table('Quý I|Lũy kế 6 tháng'))]),
    );
    const columns = tabs.map(({ columns }) => columns.flatMap(({ period }) => period ?? []));
    expect(columns).toEqual([['2026-Q1'], ['2026-Q2']]);
  });

  test('of one figure each: it is taken from where it is typed, not from a sum of formulas', () => {
    const formulas = ['Chỉ tiêu|ĐVT|Quý I|6 tháng', 'Số hộ nghèo|hộ|=40|=39', 'Dân số|người|=4.000|=4.000'];
    const tabs = propose(
      openingOf([tabOf('Tổng hợp', formulas), tabOf('Nhập', table('Quý I|6 tháng'))], { name: 'Số liệu 2026' }),
    );
    expect(tabs.map(({ tab }) => tab.name)).toEqual(['Nhập']);
  });

  test('that are hidden are proposed like others', () => {
    const tabs = propose(openingOf([tabOf('2026', table('Quý I|6 tháng'), { hidden: true })]));
    expect(tabs[0]?.rows.map(({ input }) => input)).toEqual(['poorHouseholds', 'population']);
  });

  test('named for reporting units: only the unit’s own', () => {
    const names = ['Chiềng Mung', 'Mường Bằng', 'Mường Bon'];
    const tabs = propose(
      openingOf(
        names.map((name) => tabOf(name, table('Quý I|6 tháng'))),
        { name: 'Số liệu 2026' },
      ),
    );
    expect(tabs.map(({ tab }) => tab.name)).toEqual(['Mường Bằng']);
  });
});

test('the commune’s office gets its own inputs', () => {
  expect(
    bound(['Tổng chi NSNN|tỷ đồng|40|10|20', '- Chi KHCN, ĐMST|tỷ đồng|1|0,5|1', 'Số hộ nghèo|hộ|3|3|3'], 'office'),
  ).toEqual({ 'Tổng chi NSNN': 'totalSpending', '- Chi KHCN, ĐMST': 'scienceSpending' });
});

test('every input of any resolution is found by its own label, whatever its words', () => {
  const other = compilePlan(MADE_UP);
  for (const one of [plan, other]) {
    for (const { id, kind } of one.units) {
      const inputs = one.resolution.inputs.filter(({ by }) => by === kind);
      const year = String(one.resolution.term.firstYear);
      const lines = ['Chỉ tiêu|ĐVT|Quý I', ...inputs.map(({ label, unit }) => `${label}|${unit}|`)];
      const [tab] = proposeLinks(one, id, openingOf([tabOf(year, lines)]));
      expect(tab?.rows.map(({ input }) => input)).toEqual(inputs.map((input) => input.id));
    }
  }
});
