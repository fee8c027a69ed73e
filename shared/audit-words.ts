/** The sentences of the self-audit: the figures of the text reckoned through, so that a reader can follow with a pencil. */
import { formatFigure, formatFigureBeside, type GoalView, goalText, withUnit } from './display.ts';
import { formatNumber } from './number-format.ts';
import type { InputDefinition } from './resolution/schema.ts';

const percent = (value: number, decimals?: number): string => `${formatNumber(value, decimals)}%`;

const superscript = (exponent: number): string =>
  String(exponent).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));

/** The sentences by what was found; each takes the figures that it names, in the resolution's own units. */
export const AUDIT_WORDS = {
  increase: (one: {
    readonly total: number;
    readonly increase: number;
    readonly percent: number;
    readonly unit: string;
    readonly former: number;
    readonly years: number;
    readonly truePercent: number;
    readonly compounded: number;
  }) =>
    `${formatNumber(one.total)} − ${formatNumber(one.increase)} = ${withUnit(formatNumber(one.former), one.unit)}, nên phần tăng là ${percent(one.truePercent, 1)}, không phải ${percent(one.percent)}. Nếu ${percent(one.percent)} là tốc độ tăng hằng năm thì sau ${one.years} năm được ${formatNumber(one.former)} × ${formatNumber(1 + one.percent / 100)}${superscript(one.years)} ≈ ${withUnit(formatNumber(one.compounded, 3), one.unit)}.`,
  neededBaseYear: (growth: number, total: number, unit: string | null, year: number, needed: number) =>
    `Tăng ${percent(growth)} mỗi năm thì tổng ${withUnit(formatNumber(total), unit)} của nhiệm kỳ cần năm ${year} đạt ít nhất ${withUnit(formatNumber(needed, 3), unit)}.`,
  share: (goal: number, count: number, total: number, share: number, unit: string) =>
    `${percent(goal)} tương ứng ${count} ${unit} khi tổng số là ${total} (${count}/${total} = ${percent(share, 2)}); với tổng số lớn hơn thì ${count} ${unit} chưa đạt ${percent(goal)}.`,
  cap: (one: {
    readonly part: string;
    readonly of: string;
    readonly partGoal: number;
    readonly ofGoal: number;
    readonly needed: number;
    readonly rule: string;
  }) =>
    `“${one.part}” ≥ ${percent(one.partGoal)} chỉ có thể đạt khi “${one.of}” đạt ${percent(one.needed)}, cao hơn mức ${percent(one.ofGoal)} của Nghị quyết (${one.rule}).`,
  partAboveWhole: (part: string, whole: string) =>
    `Mức “${part}” cao hơn mức của “${whole}”, trong khi số này là một phần của số kia.`,
  conflict: (a: string, b: string) => `“${a}” và “${b}” cùng một số liệu nhưng hai mức không thể cùng đạt.`,
  metAtBaseline: (label: string, value: number | boolean | null, unit: string | null, goal: GoalView) =>
    `“${label}” đã đạt mục tiêu ${goalText(goal, unit)} ngay từ kỳ gốc (${formatFigureBeside(value, unit, typeof goal.value === 'number' ? [goal.value] : [])}).`,
  countDiffers: (input: InputDefinition, stated: number, counted: number) =>
    `Nghị quyết nêu ${formatFigure(stated, input.unit)}, tổng các đơn vị báo cáo ở kỳ gốc là ${formatFigure(counted, input.unit)} (“${input.short}”).`,
};
