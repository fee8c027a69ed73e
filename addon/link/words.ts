/** Everything the dialog "Liên kết bảng tính có sẵn" says. What all pages say alike stands in `page/words.ts`. */
import type { Certainty } from './match/certainty.ts';
import type { ColumnDoubt } from './match/columns.ts';

export const LINK_WORDS = {
  title: 'Liên kết bảng tính có sẵn',
  opening: 'Đang đọc các trang của bảng tính…',
  matching: 'Đang tìm số liệu trong các trang…',
  failed: 'Chưa đọc được bảng tính.',
  offline: 'Không có kết nối mạng. Bảng tính chưa bị thay đổi gì. Kiểm tra mạng rồi thử lại.',
  close: 'Đóng',
  back: 'Quay lại',
  next: 'Tiếp tục',
  steps: 'Các bước',
} as const;

export const UNIT_WORDS = {
  step: 'Đơn vị',
  heading: 'Bảng tính này là của đơn vị nào?',
  why: 'Tiện ích đọc số liệu ngay trong bảng tính đang dùng, không đổi chữ và số nào trong đó. Trước hết chọn đơn vị báo cáo; sau đó xem lại từng trang: dòng nào là số liệu nào, cột nào là kỳ nào.',
  unit: 'Đơn vị báo cáo',
  choose: 'Chọn đơn vị',
  needed: 'Chọn đơn vị để tiếp tục.',
  fixed: 'Bảng tính đang liên kết cho đơn vị này. Muốn đổi đơn vị, trước hết bỏ liên kết.',
  change: 'Đổi đơn vị thì đề xuất được làm lại từ đầu.',
  foreignLocale: (locale: string) =>
    `Bảng tính đang dùng cách viết số của “${locale}”: gõ 1.18 là một phẩy mười tám, gõ 1,180 là một nghìn một trăm tám mươi. Tiện ích sẽ hỏi lại những số có thể bị đọc nhầm. Muốn dùng cách viết của Việt Nam: Tệp → Cài đặt → Vùng → Việt Nam.`,
} as const;

export const EMPTY_WORDS = {
  heading: 'Không thấy trang nào có số liệu của đơn vị này',
  what: 'Tiện ích tìm những trang có cột tên chỉ tiêu và các cột ghi kỳ (quý I, 6 tháng, 9 tháng, cả năm) kèm năm.',
  advice: 'Kiểm tra lại đơn vị đã chọn, hoặc ghi rõ kỳ và năm ở đầu cột rồi mở lại hộp này.',
  tabs: (names: string) => `Các trang đã đọc: ${names}.`,
} as const;

export const TAB_WORDS = {
  lead: 'Xem lại những dòng và cột được đề xuất. Chỗ nào sai thì chọn lại; dòng không phải số liệu báo cáo thì chọn “Không liên kết”.',
  hiddenTab: 'Trang này đang ẩn trong bảng tính.',
  notOffered: 'Tiện ích không thấy số liệu nào của đơn vị ở trang này. Nếu có, chọn kỳ cho cột và số liệu cho dòng.',
  columnsHeading: 'Cột nào là kỳ nào',
  column: 'Cột',
  heading: 'Tiêu đề trong bảng',
  period: 'Kỳ báo cáo',
  certainty: 'Mức chắc chắn',
  noPeriod: 'Không dùng',
  beside: (name: string, period: string) => `Lấy cột này làm “${name}” của ${period}`,
  besideRow: (row: number) => `(dòng ${row})`,
  columnOf: (letters: string) => `Kỳ của cột ${letters}`,
  noHeading: '(không có tiêu đề)',
  rowsHeading: 'Dòng nào là số liệu nào',
  row: 'Dòng',
  label: 'Nhãn trong bảng',
  unit: 'Đơn vị tính',
  input: 'Số liệu báo cáo',
  notLinked: 'Không liên kết',
  inputOf: (row: number, label: string) => `Số liệu của dòng ${row}: ${label}`,
  suggested: 'Gợi ý',
  all: 'Tất cả số liệu của đơn vị',
  none: 'Không có số liệu nào khớp với chữ đã gõ.',
  target: (number: number) => `chỉ tiêu ${number}`,
  search: 'Gõ để tìm, phím mũi tên để chọn, Enter để nhận.',
  results: (count: number) => `${count} số liệu khớp`,
  right: 'Đúng',
  rightRow: (row: number) => `Đúng, giữ đề xuất của dòng ${row}`,
  rightColumn: (letters: string) => `Đúng, giữ đề xuất của cột ${letters}`,
  allRight: (count: number) => `Đã xem, giữ cả ${count} đề xuất chưa chắc`,
  shownRows: 'Hiện các dòng',
  shown: { linked: 'được liên kết', open: 'cần xem lại', all: 'tất cả' },
  nothingShown: 'Không có dòng nào ở nhóm này.',
  alike: (count: number) => `Chọn giống vậy ở ${count} dòng cùng tên của các trang khác`,
  alikeDone: (count: number) => `Đã chọn giống vậy ở ${count} dòng cùng tên.`,
} as const;

export const CERTAINTY_WORDS: Readonly<Record<Certainty | 'chosen' | 'refused' | 'none', string>> = {
  sure: 'Chắc chắn',
  likely: 'Có lẽ đúng',
  unsure: 'Cần xem lại',
  chosen: 'Đã chọn',
  refused: 'Khác đơn vị tính',
  none: 'Không liên kết',
};

export const COLUMN_DOUBTS: Readonly<Record<ColumnDoubt, string>> = {
  'own-quarter': 'Có thể là số của riêng quý; báo cáo cần số lũy kế từ đầu năm.',
  several: 'Có hơn một cột ghi kỳ này.',
  'from-title': 'Năm hoặc kỳ lấy theo tên trang hay tiêu đề.',
  'title-differs': 'Tên trang và tiêu đề ghi kỳ khác nhau.',
  hidden: 'Cột đang ẩn.',
  elsewhere: 'Kỳ này đã lấy ở trang khác.',
};

export const ROW_DOUBTS = {
  refused: (theirs: string, ours: string, formula: string) =>
    `Bảng ghi ${theirs}, báo cáo tính bằng ${ours}, nên dòng này chưa liên kết được. Thêm một dòng đổi sang ${ours} (ví dụ ${formula}) rồi mở lại hộp này.`,
  tooLarge: 'Số trong bảng lớn hơn nhiều so với mức thường gặp: kiểm tra đơn vị tính.',
  hidden: 'Dòng đang ẩn.',
  elsewhere: 'Số liệu này đã lấy ở trang khác.',
  noLabel: 'Ô nhãn của dòng này trống, nên về sau không nhận lại được dòng. Ghi nhãn vào ô đó rồi mở lại hộp này.',
} as const;

export const FINISH_WORDS = {
  step: 'Hoàn tất',
  heading: 'Kiểm tra trước khi liên kết',
  conflicts: 'Còn chỗ mâu thuẫn',
  rowsTwice: (tab: string, name: string, rows: string) =>
    `Trang “${tab}”: các dòng ${rows} cùng là “${name}”. Chỉ giữ một dòng.`,
  columnsTwice: (tab: string, period: string, columns: string) =>
    `Trang “${tab}”: các cột ${columns} cùng là ${period}. Chỉ giữ một cột.`,
  tabsTwice: (tab: string, other: string, names: string) =>
    `Hai trang “${tab}” và “${other}” cùng có: ${names}, trong cùng một kỳ. Chỉ giữ ở một trang.`,
  noColumn: (tab: string) => `Trang “${tab}” có dòng được liên kết nhưng chưa có cột nào là kỳ báo cáo.`,
  andMore: (count: number) => `và ${count} số liệu khác`,
  open: 'Còn đề xuất chưa chắc',
  openOf: (tab: string, count: number) => `Trang “${tab}”: ${count} chỗ cần xem lại.`,
  goTo: (tab: string) => `Mở trang “${tab}”`,
  refused: 'Dòng chưa liên kết được vì khác đơn vị tính',
  refusedOf: (tab: string, rows: string) => `Trang “${tab}”: dòng ${rows}.`,
  summary: 'Sẽ liên kết',
  tab: (name: string, rows: number, columns: number) => `Trang “${name}”: ${rows} số liệu, ${columns} kỳ`,
  nothing: 'Chưa có trang nào có cả dòng và cột được liên kết.',
  unlinked: (count: number) => `${count} số liệu chưa có dòng nào`,
  unlinkedWhat: 'Những số liệu này sẽ để trống trong báo cáo. Muốn có, thêm dòng vào bảng rồi mở lại hộp này.',
  allLinked: 'Mọi số liệu của đơn vị đều đã có dòng.',
  marksQuestion: 'Kiểm tra và tô màu các ô được liên kết?',
  marksWhat:
    'Nếu có, ô đã liên kết báo ngay khi gõ số không hợp lệ và tô màu chỗ cần xem. Chỉ những ô đó bị đụng đến, và bỏ được bất cứ lúc nào bằng một lần bấm.',
  marksYes: 'Có, kiểm tra và tô màu',
  marksNo: 'Không, giữ nguyên các ô',
  summaryQuestion: 'Thêm trang “Tổng hợp” với kết quả chung của xã?',
  summaryWhat: 'Một trang mới, riêng; các trang đang có không bị đụng đến.',
  summaryYes: 'Có, thêm trang “Tổng hợp”',
  summaryNo: 'Không thêm',
  link: 'Liên kết',
  linkAgain: 'Liên kết lại',
  linking: 'Đang liên kết…',
  blocked: {
    conflicts: 'Còn chỗ mâu thuẫn ở trên, chưa liên kết được.',
    open: 'Còn đề xuất chưa chắc ở trên: xem và giữ, hoặc chọn lại.',
    nothing: 'Chưa có gì để liên kết.',
    answers: 'Trả lời câu hỏi ở trên để tiếp tục.',
  },
  failed: (message: string) => `Chưa liên kết được: ${message}`,
  unchanged: 'Bảng tính chưa bị thay đổi gì.',
} as const;

export const DONE_WORDS = {
  linked: 'Đã liên kết',
  released: 'Đã bỏ liên kết',
  unmarked: 'Đã bỏ kiểm tra và tô màu',
  what: 'Bảng nhập ở thanh bên cho xem số liệu của từng kỳ và nộp báo cáo.',
  open: 'Mở bảng nhập',
  openFailed: (message: string) => `Chưa mở được bảng nhập: ${message}`,
  releasedWhat: 'Chữ và số trong bảng tính vẫn nguyên như cũ.',
} as const;

export const LINKED_WORDS = {
  step: 'Đang liên kết',
  heading: (unit: string) => `Bảng tính này đang liên kết cho đơn vị ${unit}`,
  edit: 'Xem lại và sửa liên kết',
  unmark: 'Bỏ kiểm tra và tô màu',
  unmarking: 'Đang bỏ kiểm tra và tô màu…',
  unmarkWhat: 'Các ô được liên kết có kiểm tra và tô màu của tiện ích.',
  release: 'Bỏ liên kết',
  releaseQuestion: 'Bỏ liên kết bảng tính này?',
  releaseWhat:
    'Tiện ích sẽ không đọc và không gửi gì từ bảng tính này nữa. Mọi dấu của tiện ích trong bảng được xóa: kiểm tra, tô màu, ghi nhớ về dòng và cột. Chữ và số giữ nguyên; báo cáo đã gửi vẫn còn trên máy chủ.',
  releaseYes: 'Bỏ liên kết',
  releaseNo: 'Giữ liên kết',
  releasing: 'Đang bỏ liên kết…',
  releaseFailed: (message: string) => `Chưa bỏ được liên kết: ${message}`,
} as const;

export const NAV_WORDS = {
  toLook: (count: number) => `${count} chỗ cần xem`,
  rows: (count: number) => `${count} dòng`,
  others: 'Trang không có đề xuất',
  hidden: 'trang ẩn',
} as const;
