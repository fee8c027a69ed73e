/** Everything the sidebar says. What sheet, view and documents say alike stands in `shared/words.ts`. */
import { formatNumber } from '../../shared/number-format.ts';
import { NO, NOT_APPLICABLE_HINT, NOT_APPLICABLE_WORD, YES } from '../../shared/words.ts';
import { PAGE_WORDS } from '../page/words.ts';

export const READING_WORDS = {
  noPercent: (unit: string) => `Ô này tính bằng ${unit}, không nhận số phần trăm. Nhập con số tuyệt đối.`,
  echo: (shown: string) => `Đọc là: ${shown}`,
  notApplicable: NOT_APPLICABLE_WORD,
  notApplicableHint: NOT_APPLICABLE_HINT,
  blank: 'Để trống: chưa có số liệu (không phải 0)',
  ask: 'Hai cách đọc. Ý là số nào?',
  askKeys: 'Phím mũi tên để chọn, Enter để nhận.',
  choices: (one: number, other: number) => `${formatNumber(one)} hay ${formatNumber(other)}?`,
  suggest: (text: string) => `${text}?`,
  suggestLabel: (text: string) => `${text}? Thay số đã gõ`,
  absent:
    'Bảng tính không có ô cho số liệu này, nên chưa gửi được. Hãy thêm dòng vào bảng rồi chọn “Chỉ tiêu” → “Liên kết bảng tính có sẵn…”.',
  notCommitted: 'Chưa ghi. Esc: trả lại như cũ.',
  yes: YES,
  no: NO,
} as const;

export const AGENDA_WORDS = {
  heading: (count: number) => `Việc còn lại trong kỳ (${count})`,
  done: 'Kỳ này không còn việc gì phải làm.',
  unsendable: (name: string, shown: string) => `${name}: “${shown}” chưa gửi được`,
  draft: (name: string, text: string) => `${name}: đã gõ “${text}”, chưa ghi`,
  unconfirmed: (name: string, shown: string) => `${name}: giữ ${shown} như kỳ trước`,
  confirmAll: (count: number) => `Xác nhận cả ${count} số`,
  keep: (count: number) => `Giữ như kỳ trước (${count} ô trống)…`,
  more: (count: number) => `Xem thêm ${count} việc`,
  less: 'Thu gọn',
  kinds: {
    error: 'Lỗi',
    unsent: 'Chưa gửi',
    reason: 'Cần giải trình',
    unconfirmed: 'Chưa xác nhận',
    missing: 'Chưa nhập',
  },
} as const;

/** The words beside the signs of how a cell stands, and what the legend says of each. */
export const CELL_STATE_WORDS = {
  absent: ['Không có ô', 'bảng không có ô cho số liệu này'],
  locked: ['Đã khóa', 'kỳ đã duyệt hoặc đã khóa, không sửa được'],
  unsent: ['Chưa gửi', 'ô có nội dung không gửi được; các ô khác vẫn gửi'],
  invalid: ['Chưa hợp lệ', 'sai hoặc không đọc được; không tính vào số chung'],
  warning: ['Cần giải trình', 'số bất thường, khi nộp phải có lý do'],
  comment: ['Có giải trình', 'đã ghi lý do'],
  required: ['Bắt buộc', 'kỳ này phải có, còn trống'],
  unconfirmed: ['Chưa xác nhận', 'giữ như kỳ trước, chưa ai xem lại'],
  typing: ['Chưa ghi', 'đang gõ, chưa vào bảng'],
  failed: ['Chưa gửi được', 'bảng hoặc máy chủ chưa nhận'],
  waiting: ['Đang chờ gửi', 'đang trên đường tới máy chủ'],
  synced: ['Đã lưu', 'máy chủ đã có đúng số này'],
} as const;

export const LEGEND_WORDS = {
  heading: 'Ký hiệu và phím tắt',
  keys: [
    ['Enter', 'ghi và sang ô sau'],
    ['Shift+Enter', 'ghi và về ô trước'],
    ['Esc', 'trả lại như cũ; lần nữa: về bảng tính'],
    ['Alt+Enter', 'nhận số được gợi ý, giữ như kỳ trước, hoặc xác nhận'],
    ['Ctrl+Z', 'hoàn tác lần ghi cuối (khi chưa gõ gì)'],
    ['F1', 'mở, đóng giải thích'],
    ['kad', 'không áp dụng'],
  ],
} as const;

export const KEEP_WORDS = {
  heading: 'Giữ như kỳ trước',
  why: (period: string) => `Các ô còn trống và số của ${period}. Chọn những số không thay đổi:`,
  all: 'Chọn tất cả',
  none: 'Bỏ chọn',
  write: (count: number) => (count === 0 ? 'Ghi các số đã chọn' : `Ghi ${count} số`),
  writing: 'Đang ghi…',
  back: 'Quay lại',
  after: 'Ghi xong vẫn mang dấu “chưa xác nhận” đến khi xác nhận.',
  failed: (message: string) => `Chưa ghi được số nào: ${message}`,
  nothing: 'Không còn ô trống nào có số ở kỳ trước.',
} as const;

export const DISPLACED_WORDS = {
  see: 'Xem các dòng đổi chỗ',
  asking: 'Đang đối chiếu nhãn của các dòng…',
  failed: (message: string) => `Chưa làm được: ${message}`,
  heading: (count: number) => `Bảng đã được sắp xếp: ${count} dòng đổi chỗ`,
  nothing: 'Mọi dòng đã khớp với nhãn của mình.',
  why: 'Chưa đọc và chưa gửi các dòng này. Nếu đổi chỗ là đúng, gắn lại theo nhãn; dòng khác thì chọn chỗ.',
  undo: 'Nếu đổi chỗ là nhầm, hãy hoàn tác (Ctrl+Z ở bảng tính) rồi kiểm tra lại.',
  again: 'Kiểm tra lại',
  tab: (name: string) => `Trang “${name}”,`,
  row: (at: number) => `dòng ${at}`,
  column: (letters: string) => `cột ${letters}`,
  unknown: 'chỗ cũ không rõ',
  to: 'nay ở',
  reasons: {
    moved: 'đổi chỗ',
    renamed: 'nhãn đã đổi, không rõ chỗ',
    gone: 'không còn thấy',
    double: 'có hai dòng cùng nhãn',
  },
  place: (label: string) => `Chỗ đúng của “${label}”`,
  choose: 'Chọn chỗ đúng',
  placeOf: (where: string, text: string) => (text === '' ? where : `${where}: ${text}`),
  none: 'Không còn trong bảng',
  bind: 'Gắn lại theo nhãn',
  binding: 'Đang gắn lại…',
  left: (count: number) => `Còn ${count} dòng chưa chọn chỗ.`,
  missingTabs: (names: string) => `Trang tính đã bị xóa: ${names}. Hãy hoàn tác trong bảng để lấy lại.`,
} as const;

/** The line that says what the sidebar wrote last, and takes it back. */
export const LAST_WORDS = {
  writing: (what: string) => `Đang ghi ${what}`,
  written: (what: string) => `Đã ghi ${what}`,
  cleared: (name: string) => `Đã xóa trống ${name}`,
  cell: (name: string, shown: string) => `${name}: ${shown}`,
  cells: (count: number) => `${count} ô như kỳ trước, chưa xác nhận`,
  undo: 'Hoàn tác',
  undoing: 'Đang hoàn tác…',
  undone: 'Đã hoàn tác.',
  undoneBut: (count: number) => `Đã hoàn tác; ${count} ô đã sửa sau đó nên giữ nguyên.`,
  left: (count: number) => `${count} ô không ghi vì đã khác lúc xem.`,
  failed: 'Chưa hoàn tác được. Bấm để thử lại.',
} as const;

export const FIELD_WORDS = {
  target: (number: number) => `Chỉ tiêu ${number}`,
  goal: (text: string) => `cần ${text}`,
  help: 'Giải thích chỉ tiêu',
  before: (name: string, shown: string) => `${name}: ${shown}`,
  none: 'chưa có',
  keepLast: (shown: string) => `Giữ như kỳ trước: ${shown}`,
  overFormula: (shown: string) => `Ghi ${shown} thay công thức`,
  confirm: (shown: string) => `Xác nhận ${shown}`,
  kept: 'Số này được giữ như kỳ trước. Đúng thì xác nhận, sai thì gõ số mới.',
  offerKey: 'Alt+Enter',
  states: 'Trạng thái của ô',
  kinds: {
    flow: 'Số cộng dồn từ ngày 01/01 đến hết kỳ báo cáo.',
    level: 'Số tại thời điểm cuối kỳ báo cáo.',
    flag: 'Có hay chưa, tại thời điểm cuối kỳ báo cáo.',
  },
  decimals: (count: number) => (count === 0 ? 'Chỉ nhận số nguyên.' : `Nhận tối đa ${count} chữ số thập phân.`),
  partOf: (whole: string) => `Không lớn hơn: ${whole}.`,
  due: { quarter: 'Báo cáo mỗi quý.', year: 'Bắt buộc ở kỳ cả năm.', baseline: 'Chỉ báo cáo ở kỳ gốc.' },
  notDue: 'Kỳ này chưa bắt buộc.',
  resolution: (text: string) => `Nghị quyết: ${text}`,
  audit: (finding: string) => `Lưu ý về Nghị quyết: ${finding}`,
  keys: 'Enter: ô sau · Shift+Enter: ô trước · Esc: trả lại',
  fromFormula: 'Ô này có công thức; ghi ở đây sẽ thay công thức.',
  pick: 'Chọn một ô số liệu trong bảng để nhập.',
  accepted: 'Báo cáo đã được duyệt. Muốn sửa, nhờ người duyệt trả lại.',
  locked: 'Kỳ này đã khóa số liệu.',
  blankAnswer: 'Để trống',
} as const;

export const EFFECT_WORDS = {
  heading: 'Tác động của số này',
  commune: 'Toàn xã',
  verdict: 'Đánh giá',
  provisional: 'tạm tính',
  noFigure: 'chưa có',
  target: (number: number) => `Chỉ tiêu ${number}`,
  to: 'thành',
  goal: 'mục tiêu',
  pace: 'mức cần có lúc này',
  reached: 'Đã đạt mục tiêu.',
  needMore: (amount: string) => `Còn thiếu ${amount}`,
  needLess: (amount: string) => `Còn phải giảm ${amount}`,
  overTerm: (amount: string) => `Đã vượt mức cho phép ${amount}`,
  mostIn: (unit: string) => `nhiều nhất ở ${unit}`,
  waitingFor: (units: string) => `Còn thiếu số liệu của ${units}.`,
  invalidIn: (units: string) => `Số liệu chưa hợp lệ ở ${units}.`,
  chart: (value: string, goal: string) => `Toàn xã ${value}, mục tiêu ${goal}`,
  noIndicator: 'Số này không tính thẳng vào chỉ tiêu nào.',
} as const;

export const SYNC_WORDS = {
  copy: 'Bản sao: không gửi',
  notices: 'Thông báo',
  copyWhat:
    'Đây là bản sao của bảng tính khác, nên không gửi gì. Hãy nhập trong bảng tính gốc. Nếu bản gốc không còn, nhờ quản trị bỏ liên kết, rồi chọn “Chỉ tiêu” → “Thiết lập bảng tính…”.',
  conflict: 'Có người khác vừa sửa',
  writing: (count: number) => (count === 1 ? 'Đang ghi vào bảng' : `Đang ghi ${count} ô vào bảng`),
  writeFailed: (count: number) => `${count} ô chưa ghi được`,
  writeAgain: 'Bảng tính chưa nhận những số này. Chúng còn ở đây và sẽ tự ghi lại.',
  sending: 'Đang gửi',
  reading: 'Đang đọc lại',
  waitingForNetwork: (count: number) => `Đang chờ mạng (${count})`,
  waitingForServer: (count: number) => `Đang chờ máy chủ (${count})`,
  waitingForTurn: (count: number) => `Chờ gửi (${count})`,
  notSent: 'Chưa gửi được',
  retryAt: (time: string) => `Thử lại lúc ${time}.`,
  saved: (time: string) => `Đã lưu ${time}`,
  savedLong: (time: string) => `Đã lưu trên máy chủ lúc ${time}`,
  nothingSent: 'Chưa gửi gì',
  noSheet: 'Mất liên lạc với bảng tính',
  today: (time: string) => `${time} hôm nay`,
  on: (time: string, date: string) => `${time} ngày ${date}`,
} as const;

export const HEAD_WORDS = {
  period: 'Kỳ báo cáo',
  progress: (entered: number, expected: number) => `${entered}/${expected} đã nhập`,
  errors: (count: number) => `${count} lỗi`,
  reasons: (count: number) => `${count} cần giải trình`,
  clean: 'không có lỗi',
  account: PAGE_WORDS.account,
  accountDiffers: (script: string, token: string) =>
    `Bảng tính chạy dưới tên ${script}, nhưng máy chủ nhận ra ${token}. Đăng xuất các tài khoản khác rồi mở lại.`,
  returned: 'Báo cáo bị trả lại để bổ sung',
  otherLedger: (was: number, is: number, time: string) =>
    `Sổ ghi trên máy chủ không nối tiếp biên nhận mà bảng tính này đang giữ (đã có mục ${was}, lúc ${time} lại nhận mục ${is}). Số liệu trong bảng còn nguyên. Hãy báo quản trị đối chiếu sổ ghi.`,
  otherLedgerSeen: 'Đã báo quản trị',
  linkDown: {
    network: 'Không nối được máy chủ; số liệu chung của xã có thể đã cũ.',
    unregistered: 'Máy chủ chưa biết bảng tính này. Nhờ quản trị đăng ký.',
    forbidden: 'Tài khoản này chưa được cấp quyền xem số liệu của xã.',
    token: 'Google chưa cho biết tài khoản. Mở lại thanh bên, hoặc cấp đủ quyền cho tiện ích.',
  },
} as const;

export const REASON_WORDS = {
  label: 'Giải trình (bắt buộc khi nộp)',
  hint: 'Viết vì sao số này đúng, ít nhất 3 ký tự.',
  saving: 'Đang ghi giải trình',
  saved: 'Đã ghi giải trình',
  failed: 'Chưa ghi được giải trình; sẽ thử lại khi rời ô này.',
} as const;

export const SUBMIT_WORDS = {
  quarters: { 1: 'Nộp báo cáo quý I', 2: 'Nộp báo cáo 6 tháng', 3: 'Nộp báo cáo 9 tháng', 4: 'Nộp báo cáo năm' },
  baseline: 'Nộp số liệu kỳ gốc',
  again: 'Nộp lại báo cáo',
  sending: 'Đang nộp…',
  blocked: (count: number) => `Chưa nộp được: còn ${count} việc ở trên.`,
  conflict: 'Chưa nộp được: chọn số nào đúng đã.',
  ask: (count: number) => `${count} số giữ như kỳ trước chưa xác nhận. Các số này vẫn đúng?`,
  confirmAndSubmit: (count: number) => `Xác nhận cả ${count} số và nộp`,
  look: 'Xem lại',
  checked: (tabs: number, cells: string) => `Đã đọc lại toàn bộ bảng (${cells} ô, ${tabs} trang).`,
  alike: (alike: number, values: number) =>
    alike === values
      ? `Máy chủ có đúng ${alike}/${values} số của kỳ này như trong bảng.`
      : `Máy chủ chỉ có ${alike}/${values} số như trong bảng; ô vừa sửa sẽ được gửi tiếp, khi đó cần nộp lại.`,
  notCompared: 'Chưa đối chiếu được với máy chủ sau khi nộp.',
  elsewhere: 'Kỳ khác còn việc:',
  openIn: (period: string, what: string) => `${period}: ${what}`,
  unsent: (count: number) => `${count} ô chưa gửi`,
  errors: (count: number) => `${count} lỗi`,
  conflicting: 'có người khác vừa sửa',
  blockedByWriting: 'Đợi ghi xong các ô vào bảng rồi mới nộp.',
  submitted: 'Đã nộp, chờ duyệt.',
  accepted: 'Đã duyệt.',
  failed: 'Chưa nộp được',
} as const;

export const CONFLICT_WORDS = {
  heading: 'Có người khác vừa sửa báo cáo này',
  who: (by: string, time: string) => `${by} đã gửi lúc ${time}. Với từng số, chọn số nào đúng:`,
  mine: 'Trong bảng này',
  theirs: 'Trên máy chủ',
  allMine: 'Lấy tất cả trong bảng này',
  allTheirs: 'Lấy tất cả trên máy chủ',
  settle: 'Ghi lựa chọn',
  settling: 'Đang ghi…',
  open: (count: number) => `Còn ${count} số chưa chọn.`,
  failed: 'Chưa ghi được lựa chọn. Thử lại.',
  notice: (by: string, count: number) =>
    `${by} vừa gửi số liệu khác cho kỳ này (${count} số khác nhau). Chưa gửi gì thêm cho đến khi chọn.`,
  choose: 'Chọn số nào đúng',
} as const;

export const SET_UP_WORDS = {
  heading: 'Thiết lập bảng tính',
  why: 'Bảng tính chưa gắn với đơn vị nào. Chọn đơn vị; tiện ích sẽ tạo các trang nhập liệu cả nhiệm kỳ.',
  unit: 'Đơn vị báo cáo',
  choose: 'Chọn đơn vị',
  start: 'Thiết lập',
  working: 'Đang tạo các trang nhập liệu, mất khoảng nửa phút…',
  failed: (message: string) => `Chưa thiết lập được: ${message}`,
} as const;

export const STATE_WORDS = {
  opening: 'Đang mở bảng số liệu…',
  failed: 'Chưa mở được bảng số liệu.',
  retryWrites: 'Ghi lại',
  openOffline: 'Không có mạng. Hãy thử lại khi có mạng; số liệu trong bảng vẫn còn nguyên.',
  offline: 'Không có mạng. Những gì đã gõ còn ở đây và được ghi khi có mạng.',
} as const;
