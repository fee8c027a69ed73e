/** The sentences of findings: what was read, why it cannot stand, what to do. */
import { formatNumber } from './number-format.ts';
import type { Period } from './periods.ts';
import type { InputDefinition } from './resolution/schema.ts';
import { periodName } from './words.ts';

const quantity = (value: number, input: InputDefinition): string => `${formatNumber(value)} ${input.unit}`;

/** What to do about a number that may be right all the same. */
const CHECK = 'Hãy kiểm tra lại hoặc giải trình.';

/** The Vietnamese sentences by what is wrong; each takes the inputs and values that it names. */
export const FINDING_WORDS = {
  unknown: (id: string) => `Không có số liệu nào mang mã “${shorten(id)}”.`,
  otherUnit: (input: InputDefinition) => `“${input.label}” không thuộc báo cáo của đơn vị này.`,
  notANumber: (input: InputDefinition, read: string) =>
    `“${input.short}”: đọc được ${read}, cần một số. Hãy nhập số, hoặc chọn “Không áp dụng”.`,
  notAFlag: (input: InputDefinition, read: string) => `“${input.short}”: đọc được ${read}, cần “Có” hoặc “Chưa”.`,
  negative: (input: InputDefinition, value: number) =>
    `“${input.short}”: đọc được ${formatNumber(value)}, nhưng số này không thể âm. Hãy kiểm tra lại.`,
  tooLarge: (input: InputDefinition) => `“${input.short}”: số quá lớn (trên 1.000 tỷ đơn vị). Hãy kiểm tra lại.`,
  decimals: (input: InputDefinition, read: string) =>
    input.decimals === 0
      ? `“${input.short}”: đọc được ${read}, nhưng số này phải là số nguyên.`
      : `“${input.short}”: đọc được ${read}, nhưng chỉ được có tối đa ${input.decimals} chữ số thập phân.`,
  partExceedsWhole: (part: InputDefinition, value: number, whole: InputDefinition, wholeValue: number) =>
    `“${part.short}” (${quantity(value, part)}) lớn hơn “${whole.short}” (${quantity(wholeValue, whole)}). Phần không thể lớn hơn tổng; hãy sửa một trong hai số.`,
  required: (input: InputDefinition) =>
    `Chưa có “${input.short}”. Hãy nhập số (0 nếu không phát sinh) hoặc chọn “Không áp dụng” trước khi nộp.`,
  baselineMissing: (input: InputDefinition) =>
    `Chưa có số gốc của “${input.short}”; tiến độ sẽ tính từ kỳ đầu tiên có số liệu.`,
  wholeNotApplicable: (part: InputDefinition, whole: InputDefinition) =>
    `“${part.short}” có số trong khi “${whole.short}” ghi “Không áp dụng”; đơn vị sẽ không được tính vào tỷ lệ. ${CHECK}`,
  implausible: (input: InputDefinition, value: number, bound: number) =>
    `“${input.short}”: ${quantity(value, input)} cao hơn mức thường thấy (${quantity(bound, input)}). ${CHECK}`,
  jump: (input: InputDefinition, value: number, earlier: number, period: Period) =>
    value > earlier
      ? `“${input.short}” gấp ${formatNumber(value / earlier, 1)} lần ${periodName(period)} (${formatNumber(earlier)} → ${formatNumber(value)}). ${CHECK}`
      : `“${input.short}” chỉ còn ${formatNumber((100 * value) / earlier, 0)}% so với ${periodName(period)} (${formatNumber(earlier)} → ${formatNumber(value)}). ${CHECK}`,
  shrinkingFlow: (input: InputDefinition, value: number, earlier: number, period: Period) =>
    `“${input.short}” lũy kế ${formatNumber(value)}, thấp hơn ${periodName(period)} (${formatNumber(earlier)}). Số lũy kế từ đầu năm không giảm; hãy kiểm tra lại hoặc giải trình.`,
  comparisonDiffers: (input: InputDefinition, value: number, reported: number, period: Period) =>
    `“${input.short}” ghi ${formatNumber(value)}, nhưng ${periodName(period)} đơn vị đã báo cáo ${formatNumber(reported)}. ${CHECK}`,
};

/** A foreign text shown in a message: short, and without line breaks. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
