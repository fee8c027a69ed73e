/** The words around the guide's generated parts, and the lines of its one page that the workbook's own guide does not need. */

import type { ReportState, Verdict } from '../../shared/wire.ts';

export const MESSAGES_WORDS = {
  title: 'Từng thông báo: nghĩa là gì, cần làm gì',
  intro:
    'Tìm bằng Ctrl+F vài chữ của thông báo. Tên, số, giờ trong các ví dụ là minh họa. Tệp này do lệnh `npm run docs` viết ra từ các thông báo thật của hệ thống; không sửa ở đây. Về [hướng dẫn](huong-dan.md).',
  heads: ['Thông báo', 'Cần làm'],
  chapters: {
    figures: {
      title: 'Về con số',
      intro: 'Gặp ở ô trong bảng (màu đỏ, vàng, ghi chú), ở thanh bên, và ở trang báo cáo của xã.',
    },
    sidebar: { title: 'Thanh bên', intro: 'Thanh bên mở bằng thực đơn “Chỉ tiêu” → “Mở bảng nhập”.' },
    sheet: { title: 'Bảng tính', intro: 'Gặp ở ghi chú của ô, ở hộp báo của thực đơn “Chỉ tiêu” và trong thanh bên.' },
    link: {
      title: 'Liên kết bảng tính có sẵn',
      intro: 'Hộp thoại mở bằng thực đơn “Chỉ tiêu” → “Liên kết bảng tính có sẵn…”.',
    },
    view: { title: 'Trang của xã', intro: 'Gặp trên trang tổng hợp, trang báo cáo, trang quản trị.' },
    service: {
      title: 'Khi máy chủ từ chối',
      intro: 'Gặp thành một trang riêng, hoặc một dòng trên biểu mẫu hay trong thanh bên.',
    },
  },
  problems: 'Máy chủ trả lời',
} as const;

/** What each verdict says, for whoever reads it. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  exceeded: 'Cao hơn hẳn mức Nghị quyết đặt ra.',
  met: 'Đã bằng hoặc hơn mục tiêu.',
  'on-track': 'Chưa đến hạn cuối; lúc này đang bằng hoặc hơn mức cần có.',
  'in-progress': 'Đang làm; không có mức cần có ở giữa chặng để so.',
  behind: 'Chưa đến hạn cuối, nhưng lúc này thấp hơn mức cần có.',
  'not-met': 'Kém mục tiêu ở kỳ phải đạt.',
  'no-data': 'Thiếu số của ít nhất một đơn vị, hoặc số chưa hợp lệ. Số “tạm tính” chỉ gồm các đơn vị đã có.',
  'not-due': 'Số liệu này chỉ bắt buộc ở kỳ cả năm, nên kỳ này chưa đánh giá.',
  'not-applicable': 'Không phát sinh ở đơn vị nào.',
  baseline: 'Số của năm trước nhiệm kỳ, chỉ để so.',
};

/** Whose turn it is in each state of a report. */
export const STATE_MEANINGS: Readonly<Record<ReportState | 'none', string>> = {
  none: 'Đơn vị chưa nhập số nào của kỳ.',
  draft: 'Người nhập đang làm. Số đã lên trang của xã, ghi là “số ước”.',
  submitted: 'Đến lượt người duyệt. Người nhập còn sửa được; sửa xong phải nộp lại.',
  returned: 'Đến lượt người nhập: sửa theo lời người duyệt rồi nộp lại.',
  accepted: 'Xong. Muốn sửa, nhờ người duyệt trả lại.',
};

export const GUIDE_PARTS_WORDS = {
  cellHeads: ['Dấu', 'Nghĩa là'],
  verdictHeads: ['Đánh giá', 'Nghĩa là'],
  stateHeads: ['Trạng thái', 'Nghĩa là'],
  summaryHeads: ['Việc', 'Cách làm'],
} as const;

/** The sheet that is printed and pinned beside the desk. */
export const SHEET_WORDS = {
  title: (commune: string) => `Theo dõi chỉ tiêu Nghị quyết, xã ${commune}`,
  lead: 'Hướng dẫn trên một trang',
  clerk: 'Người nhập số liệu',
  reviewer: 'Người duyệt',
  leader: 'Lãnh đạo',
  help: 'Gặp thông báo lạ: tìm trong “Từng thông báo: nghĩa là gì, cần làm gì” (docs/thong-bao.md). Trang của xã: ………………………………………',
  contact: 'Người phụ trách: ……………………………………… Điện thoại: ………………………',
} as const;

/** What the reviewer and the leader need to know; the clerk's lines are those of the workbook's guide. */
export const REVIEWER_LINES: readonly (readonly [string, string])[] = [
  ['Báo cáo đang chờ', 'Trang của xã → “Đơn vị” → “Việc đang chờ”: bấm tên báo cáo.'],
  [
    'Xem',
    '“Có vấn đề”: chỉ các dòng có lỗi, cảnh báo. “Có thay đổi”: chỉ các dòng khác bản trước. Đọc giải trình bên cạnh số.',
  ],
  [
    'Duyệt, trả lại',
    'Cuối trang: “Duyệt báo cáo”, hoặc ghi lý do rồi “Trả lại để bổ sung”. Duyệt nhầm: trả lại ngay ở đó.',
  ],
  ['Đôn đốc, khóa', '“Kỳ báo cáo”: nội dung đôn đốc soạn sẵn; khóa số liệu khi cả kỳ đã duyệt.'],
];
export const LEADER_LINES: readonly (readonly [string, string])[] = [
  ['Một phút', 'Dòng đầu trang “Tổng hợp” nói bao nhiêu chỉ tiêu đạt, chậm, thiếu số, và là những chỉ tiêu nào.'],
  ['Một chỉ tiêu', 'Bấm tên: diễn biến, phần của từng đơn vị, còn thiếu bao nhiêu, lời văn Nghị quyết và cách hiểu.'],
  ['Số chắc chắn', 'Chọn “Chỉ báo cáo đã duyệt”. “Mới nhất” có cả “số ước” đang nhập.'],
  ['In', '“Báo cáo in (A4)”: chọn đầu trang của Đảng hoặc của chính quyền, bấm “Xem”, rồi bấm “In”.'],
];
