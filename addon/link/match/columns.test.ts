import { describe, expect, test } from 'vitest';
import type { Period } from '../../../shared/periods.ts';
import { compilePlan } from '../../../shared/plan.ts';
import { chiengMung } from '../../../shared/resolution/chieng-mung.ts';
import type { LinkTab, Merge } from '../../link-rpc.ts';
import { cellsOf } from './cells.ts';
import { type ColumnProposal, proposeColumns } from './columns.ts';
import { findLayout } from './layout.ts';
import { merge, tabOf } from './table.test-support.ts';

const { periods } = compilePlan(chiengMung());

interface Sheet {
  readonly name?: string;
  readonly title?: readonly string[];
  readonly merges?: readonly Merge[];
  readonly change?: Partial<LinkTab>;
}

/** The columns of a table whose first three are row number, label and unit. */
function columnsOf(
  heads: readonly string[],
  { name = '2026', title = [], merges = [], change = {} }: Sheet = {},
): readonly ColumnProposal[] {
  const figures = '|12'.repeat((heads[0]?.split('|').length ?? 0) - 3);
  const tab = tabOf(name, [...title, ...heads, `1|Hộ nghèo|hộ${figures}`, `2|Dân số|người${figures}`], {
    merges: merges.map((one) => ({ ...one, row: one.row + title.length })),
    ...change,
  });
  const cells = cellsOf(tab, 'vi_VN');
  const layout = findLayout(cells);
  if (layout === null) throw new Error('no table');
  return proposeColumns({
    tab,
    cells,
    layout,
    bookName: '',
    periods,
    ownUnit: 'muong bang',
    otherUnits: ['chieng mung', 'muong bon'],
  });
}

const found = (columns: readonly ColumnProposal[]): Record<number, Period> =>
  Object.fromEntries(columns.flatMap(({ column, period }) => (period === null ? [] : [[column, period]])));

describe('columns of a year', () => {
  test('are told from the plan, the comparison and the remarks', () => {
    const columns = columnsOf([
      'TT|Chỉ tiêu|ĐVT|TH 2025|KH 2026|Quý I|6 tháng|9 tháng|Ước cả năm|TH/KH (%)|Cùng kỳ|Ghi chú',
    ]);
    expect(found(columns)).toEqual({ 4: '2025-Q4', 6: '2026-Q1', 7: '2026-Q2', 8: '2026-Q3', 9: '2026-Q4' });
    expect(columns.find(({ column }) => column === 6)?.certainty).toBe('sure');
  });

  test('take quarter and year from whichever heading says them', () => {
    const columns = columnsOf(
      ['TT|Nội dung|ĐVT|Năm 2025||Năm 2026|||||', ' | | |KH|TH|KH năm|Quý I|6T|9T|Cả năm|% so KH'],
      {
        name: 'Sheet1',
        merges: [merge(1, 1, 2, 1), merge(1, 2, 2, 1), merge(1, 3, 2, 1), merge(1, 4, 1, 2), merge(1, 6, 1, 6)],
      },
    );
    expect(found(columns)).toEqual({ 5: '2025-Q4', 7: '2026-Q1', 8: '2026-Q2', 9: '2026-Q3', 10: '2026-Q4' });
  });

  test('are found in every way of writing a quarter', () => {
    const columns = columnsOf(['TT|Nội dung|ĐVT|Q.I/2026|6T/26|Đến hết tháng 9/2026|31/12/2025|6T-2027']);
    expect(Object.values(found(columns))).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2025-Q4', '2027-Q2']);
  });

  test('are found without marks and in capitals', () => {
    const columns = columnsOf(['TT|CHI TIEU|DVT|UOC TH 6 THANG DAU NAM 2026|KE HOACH NAM 2026|KH 6 THANG CUOI NAM']);
    expect(found(columns)).toEqual({ 4: '2026-Q2' });
  });

  test('are not taken from a row that numbers the columns', () => {
    const columns = columnsOf(['TT|Chỉ tiêu|ĐVT|Quý I|6 tháng', '(1)|(2)|(3)|(4)|(5)']);
    expect(found(columns)).toEqual({ 4: '2026-Q1', 5: '2026-Q2' });
  });

  test('of a term are its years, not its goal', () => {
    const columns = columnsOf(['TT|Chỉ tiêu|ĐVT|2025|2026|2027|Mục tiêu NQ đến 2030'], { name: 'Tổng hợp' });
    expect(found(columns)).toEqual({ 4: '2025-Q4', 5: '2026-Q4', 6: '2027-Q4' });
  });
});

describe('figures of the quarter and from 1 January', () => {
  test('the latter are taken where both are there', () => {
    const columns = columnsOf(['TT|Nội dung|ĐVT|KH năm|Thực hiện trong quý|Lũy kế từ đầu năm|So với KH'], {
      name: 'Quý II',
      title: ['KẾT QUẢ QUÝ II NĂM 2026'],
    });
    expect(found(columns)).toEqual({ 6: '2026-Q2' });
  });

  test('"6 tháng" is taken before "Quý II"', () => {
    expect(found(columnsOf(['TT|Nội dung|ĐVT|Quý I|Quý II|6 tháng|Quý IV|Cả năm']))).toEqual({
      4: '2026-Q1',
      6: '2026-Q2',
      8: '2026-Q4',
    });
  });

  test('the quarter’s own are proposed where there is nothing else, and doubted', () => {
    const columns = columnsOf(['TT|Nội dung|ĐVT|Quý I|Quý II']);
    expect(columns[0]).toMatchObject({ period: '2026-Q1', certainty: 'sure' });
    expect(columns[1]).toMatchObject({ period: '2026-Q2', certainty: 'unsure' });
    expect(columns[1]?.doubts).toContain('own-quarter');
  });
});

describe('what headings leave open', () => {
  test('comes from the tab’s name, then from its title', () => {
    expect(found(columnsOf(['TT|Nội dung|ĐVT|KH|TH'], { name: '6T2026' }))).toEqual({ 5: '2026-Q2' });
    expect(found(columnsOf(['TT|Nội dung|ĐVT|KH|TH'], { name: 'BC', title: ['9 THÁNG NĂM 2026'] }))).toEqual({
      5: '2026-Q3',
    });
  });

  test('a title copied along from another quarter makes it doubtful', () => {
    const columns = columnsOf(['TT|Nội dung|ĐVT|TH'], { name: '9T 2026', title: ['6 THÁNG ĐẦU NĂM 2026'] });
    expect(columns[0]).toMatchObject({ period: '2026-Q3', certainty: 'unsure' });
    expect(columns[0]?.doubts).toContain('title-differs');
  });

  test('a document’s own date is no period', () => {
    const title = ['(Kèm theo Báo cáo số 15/BC-UBND ngày 02 tháng 7 năm 2027)', 'Quý I/2026'];
    expect(found(columnsOf(['TT|Nội dung|ĐVT|TH'], { name: 'BC', title }))).toEqual({ 4: '2026-Q1' });
  });

  test('a term’s years are no year of a column', () => {
    const title = ['THỰC HIỆN NGHỊ QUYẾT NHIỆM KỲ 2025-2030', 'Năm 2026'];
    expect(found(columnsOf(['TT|Nội dung|ĐVT|TH'], { name: 'BC', title }))).toEqual({ 4: '2026-Q4' });
  });

  test('without any year nothing is proposed', () => {
    expect(found(columnsOf(['TT|Nội dung|ĐVT|Quý I|6 tháng'], { name: 'Trang tính1' }))).toEqual({});
  });
});

describe('columns of reporting units', () => {
  test('only the unit’s own is taken', () => {
    const columns = columnsOf(['TT|Chỉ tiêu|ĐVT|KH|Chiềng Mung|Mường Bằng|Mường Bon|Toàn xã'], {
      title: ['THỰC HIỆN 6 THÁNG 2026'],
    });
    expect(found(columns)).toEqual({ 6: '2026-Q2' });
  });
});

describe('a hidden column', () => {
  test('is proposed and flagged', () => {
    const columns = columnsOf(['TT|Chỉ tiêu|ĐVT|Quý I|6 tháng'], { change: { hiddenColumns: [4] } });
    expect(columns[0]).toMatchObject({ period: '2026-Q1', certainty: 'likely' });
    expect(columns[0]?.doubts).toContain('hidden');
  });

  test('stands behind a visible one of its period', () => {
    const columns = columnsOf(['TT|Chỉ tiêu|ĐVT|6 tháng|6 tháng'], { change: { hiddenColumns: [4] } });
    expect(found(columns)).toEqual({ 5: '2026-Q2' });
  });
});
