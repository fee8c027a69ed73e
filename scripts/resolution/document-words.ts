/** The words of `docs/nghi-quyet.md`. Formulas, goals and horizons are told in the sheet's own words. */
import type { ReadingDefinition } from '../../shared/resolution/schema.ts';

export const DOCUMENT_WORDS = {
  title: (commune: string, first: number, last: number) =>
    `Cách đọc Nghị quyết xã ${commune}, nhiệm kỳ ${first}–${last}`,
  made: (file: string) =>
    `Tệp này do lệnh \`npm run resolution -- document\` viết ra từ \`${file}\`; không sửa ở đây. Trang “Nghị quyết” trên trang của xã nói đúng như vậy.`,
  basis: (title: string, version: number) => `${title}. Bản số hóa ${version}.`,
  counts: (targets: number, indicators: number, inputs: number, readings: number) =>
    `${targets} chỉ tiêu tách thành ${indicators} chỉ số, tính từ ${inputs} số liệu báo cáo. Văn bản để ngỏ ${readings} điều; mỗi điều đang được hiểu theo một cách, **chờ người có thẩm quyền ký** ở bảng cuối tài liệu.`,
  units: (names: string) => `Các đơn vị báo cáo: ${names}.`,
  how: 'Đọc thế nào',
  hows: [
    'Mỗi chỉ tiêu mở đầu bằng lời văn của Nghị quyết, rồi đến các chỉ số. Đánh giá của chỉ tiêu là đánh giá kém nhất trong các chỉ số của nó.',
    'Tỷ lệ của toàn xã luôn là tổng chia tổng, không bao giờ là trung bình cộng tỷ lệ của các khu vực.',
    '“duy trì”: kỳ nào cũng phải giữ. “hằng năm”: xét từng năm, vào kỳ cả năm. “đến …”: đến hết năm đó phải đạt; trước đó xét tiến độ theo đường thẳng từ kỳ gốc. “cả nhiệm kỳ”: cộng dồn qua các năm.',
    '“trên” là lớn hơn hẳn, bằng chưa đạt; “≥” là từ mức đó trở lên.',
    'Số liệu “lũy kế” cộng dồn từ ngày 01/01 đến hết kỳ; số liệu “cuối kỳ” là con số tại thời điểm cuối kỳ.',
  ],
  target: (number: number, label: string) => `Chỉ tiêu ${number}. ${label}`,
  source: (line: number) => `Nghị quyết, dòng ${line}`,
  indicators: 'Chỉ số và mục tiêu',
  measure: (unit: string) => `Đơn vị tính: ${unit}.`,
  years: (list: string) => `Mức cần có cuối mỗi năm: ${list}.`,
  line: (baseline: string, goal: string, last: number) =>
    `Tiến độ: mỗi năm tiến đều từ số của ${baseline} đến ${goal} vào cuối năm ${last}.`,
  yearShare: (year: number, figure: string, share: string) => `${year}: ${figure} (${share})`,
  yearShareOnly: (year: number, share: string) => `${year}: ${share} của mục tiêu`,
  inputs: 'Số liệu phải báo cáo',
  inputHeads: ['Số liệu', 'Ai báo cáo', 'Đơn vị tính', 'Loại', 'Khi nào', 'Không lớn hơn', 'Cần giải trình khi trên'],
  kinds: { flow: 'lũy kế', level: 'cuối kỳ', flag: 'có hay chưa' },
  due: { quarter: 'mỗi quý', year: 'kỳ cả năm', baseline: 'kỳ gốc' },
  readings: 'Điều văn bản để ngỏ',
  asked: (question: string, reading: string) => `${question}. Đang hiểu là: ${reading}`,
  other: (reading: string) => `Cách khác: ${reading}`,
  audit: 'Các con số tự nói gì',
  stated: (figure: string, line: number) =>
    `Nghị quyết nêu ${figure} (dòng ${line}); được đối chiếu với tổng của các đơn vị ở kỳ gốc.`,
  sheet: 'Bảng ký xác nhận cách hiểu',
  sheetWhat:
    'Đánh dấu cách hiểu được chọn, ký và ghi ngày. Chọn cách khác thì người phụ trách kỹ thuật chạy lệnh ghi ở cột “Đổi bằng lệnh”, và bản số hóa tăng một số.',
  sheetHeads: ['STT', 'Chỉ tiêu', 'Điều để ngỏ', 'Cách hiểu', 'Chọn', 'Đổi bằng lệnh', 'Ký, ngày'],
  all: 'tất cả',
  box: '☐',
  inForce: 'đang áp dụng',
  switchCommand: ({ id }: ReadingDefinition, alternative: string) => `switch … ${id} ${alternative}`,
  signers: ['NGƯỜI LẬP', 'NGƯỜI CÓ THẨM QUYỀN'],
  sign: '(ký, ghi rõ họ tên)',
  date: '…………, ngày …… tháng …… năm ………',
  later:
    'Khi có báo cáo kỳ gốc, trang của xã còn đối chiếu thêm: mục tiêu nào đã đạt từ trước nhiệm kỳ, và con số nào Nghị quyết nêu mà tổng của các đơn vị không ra.',
} as const;
