/** What to do about what the rules find in a figure, and about a text that is no number. */
import * as findings from '../../shared/finding-words.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type * as common from '../../shared/words.ts';
import type { Advice } from './advice.ts';

const { FINDING_WORDS } = findings;

const plan = compilePlan(chiengMung());
const [whole, part] =
  plan.inputs.flatMap((input) => {
    const of = plan.inputById.get(input.partOf ?? '');
    return of === undefined ? [] : [[of, input] as const];
  })[0] ?? [];
if (whole === undefined || part === undefined) throw new Error('no input of the resolution is part of another');
const flow = plan.inputs.find(({ kind }) => kind === 'flow') ?? whole;
const flag = plan.inputs.find(({ kind }) => kind === 'flag') ?? whole;

const CHECK_OR_EXPLAIN =
  'Số sai thì sửa. Số đúng thì viết giải trình trong thanh bên (ít nhất 3 ký tự); thiếu giải trình thì chưa nộp được.';

export const FINDING_TITLES = { FINDING_WORDS: 'Khi kiểm tra số liệu' } as const;

export const FINDING_ADVICE = {
  FINDING_WORDS: {
    unknown: [
      FINDING_WORDS.unknown('coffee'),
      'Tải lại bảng tính; vẫn vậy thì báo quản trị: bảng tính và máy chủ khác phiên bản.',
    ],
    otherUnit: [FINDING_WORDS.otherUnit(flag), 'Xem bảng tính có thiết lập đúng đơn vị không; báo quản trị.'],
    notANumber: [FINDING_WORDS.notANumber(whole, '“nhiều”'), 'Gõ lại con số, hoặc kad nếu không áp dụng.'],
    notAFlag: [FINDING_WORDS.notAFlag(flag, '5'), 'Chọn Có, Chưa hoặc Không áp dụng.'],
    negative: [FINDING_WORDS.negative(whole, -5), 'Gõ lại số từ 0 trở lên.'],
    tooLarge: [FINDING_WORDS.tooLarge(flow), 'Xem lại đơn vị tính: thường là gõ đồng thay vì tỷ đồng.'],
    decimals: [FINDING_WORDS.decimals(whole, '41,567'), 'Làm tròn theo số chữ số được phép rồi gõ lại.'],
    partExceedsWhole: [
      FINDING_WORDS.partExceedsWhole(part, 700, whole, 612),
      'Đối chiếu hai số với sổ gốc và sửa số sai. Chưa sửa thì vẫn lưu được bản nháp, nhưng chưa nộp được.',
    ],
    required: [FINDING_WORDS.required(whole), 'Nhập số. Không phát sinh thì nhập 0; không áp dụng thì gõ kad.'],
    baselineMissing: [
      FINDING_WORDS.baselineMissing(part),
      'Không bắt buộc. Nên tìm số của năm gốc để tiến độ được tính đúng.',
    ],
    wholeNotApplicable: [FINDING_WORDS.wholeNotApplicable(part, whole), CHECK_OR_EXPLAIN],
    implausible: [FINDING_WORDS.implausible(whole, 7000, 1750), CHECK_OR_EXPLAIN],
    jump: [FINDING_WORDS.jump(whole, 2000, 600, '2026-Q2'), CHECK_OR_EXPLAIN],
    shrinkingFlow: [
      FINDING_WORDS.shrinkingFlow(flow, 0.6, 0.9, '2026-Q2'),
      'Thường là đã gõ số riêng của quý: cộng thêm các quý trước. Nếu số trước sai và nay đính chính thì giải trình.',
    ],
    comparisonDiffers: [
      FINDING_WORDS.comparisonDiffers(flow, 1.2, 1.25, '2025-Q4'),
      'Dùng lại số đã báo cáo năm trước; nếu số đó đã được quyết toán khác thì giải trình.',
    ],
  },
  shorten: null,
} satisfies Advice<typeof findings>;

export const COMMON_TITLES = { READING_WORDS: 'Khi số gõ vào không đọc được' } as const;

export const COMMON_ADVICE = {
  VERDICT_WORDS: null,
  STATE_WORDS: null,
  ROLE_WORDS: null,
  HORIZON_WORDS: null,
  LOCKED: null,
  NOT_APPLICABLE_WORD: null,
  NOT_APPLICABLE_HINT: null,
  SAMPLE_MARK: null,
  periodHeading: null,
  periodName: null,
  YES: null,
  NO: null,
  READING_WORDS: {
    empty: 'Gõ con số; chưa có thì để trống cũng được.',
    format: 'Gõ lại: 1.180 hoặc 2,5. Bấm vào gợi ý nếu có.',
    'decimal-point': 'Gõ 2,5 thay cho 2.5.',
    grouping: 'Gõ 1.180.000 hoặc 1180000.',
    'leading-zero': 'Bỏ chữ số 0 ở đầu: 041 gõ là 41.',
    'minus-sign': 'Gõ lại dấu trừ bằng phím gạch nối; số liệu ở đây thường không âm.',
    unit: 'Bỏ chữ và đơn vị: “38 hộ” gõ là 38.',
    'too-long': 'Đếm lại các chữ số; thường là bị gõ hoặc dán hai lần.',
  },
} satisfies Advice<typeof common>;
