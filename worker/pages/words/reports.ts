/** The words of the pages about units and their reports. */

export const UNITS_WORDS = {
  title: 'Đơn vị báo cáo',
  intro: 'Tình hình báo cáo của từng đơn vị ở các kỳ gần nhất. Bấm vào từng ô để mở báo cáo.',
  ownOnly: 'Tài khoản chỉ được xem báo cáo của đơn vị mình.',
  caption: 'Các kỳ gần nhất',
  period: 'Kỳ báo cáo',
  none: 'Chưa có đơn vị nào gửi báo cáo. Số liệu nhập ở bảng tính của đơn vị được gửi về đây qua thanh bên; trang này tự cập nhật.',
  more: (count: number) => `Còn ${count} kỳ trước đó: xem ở trang của từng đơn vị.`,
  unitsLabel: 'Trang của từng đơn vị',
  open: {
    title: 'Việc đang chờ',
    none: 'Không có báo cáo nào đang chờ.',
    submitted: (count: number) => `Chờ duyệt: ${count}`,
    returned: (count: number) => `Chờ đơn vị bổ sung: ${count}`,
    place: (unit: string, period: string) => `${unit}, ${period}`,
    since: (moment: string) => `từ ${moment}`,
  },
} as const;

export const UNIT_WORDS = {
  all: 'Tất cả đơn vị',
  between: 'Các trang liên quan',
  neighbours: 'Đơn vị khác',
  sheet: 'Bảng tính đang gắn',
  sheetNone: 'Chưa gắn bảng tính nào: bảng tính gửi báo cáo đầu tiên sẽ được gắn với đơn vị.',
  sheetBound: (moment: string) => `gắn lúc ${moment}`,
  periods: 'Các kỳ đã có báo cáo',
  none: 'Đơn vị chưa gửi báo cáo nào. Số liệu nhập ở bảng tính được gửi về đây qua thanh bên; trang này tự cập nhật.',
  rest: (count: number) => `Các kỳ chưa có báo cáo (${count})`,
  columns: {
    period: 'Kỳ',
    state: 'Trạng thái',
    entered: 'Đã nhập',
    errors: 'Lỗi',
    warnings: 'Cảnh báo chưa giải trình',
    at: 'Thay đổi gần nhất',
    by: 'Người thực hiện',
    history: 'Lịch sử',
  },
  history: 'Xem',
  historyOf: (period: string) => `lịch sử ${period}`,
} as const;

export const STATUS_WORDS = {
  entered: (entered: number, expected: number) => `${entered}/${expected}`,
  enteredWords: (entered: number, expected: number) => `đã nhập ${entered}/${expected}`,
} as const;

export const REPORT_WORDS = {
  between: 'Các trang liên quan',
  unit: (name: string) => `Các kỳ của ${name}`,
  history: 'Lịch sử thay đổi',
  overview: 'Số liệu tổng hợp',
  period: 'Các đơn vị trong kỳ',
  facts: {
    state: 'Trạng thái',
    sent: 'Gửi',
    reviewed: 'Xét duyệt',
    entered: 'Đã nhập',
    sheet: 'Bảng tính',
    content: 'Mã nội dung',
    revision: (revision: number) => `bản ${revision}`,
    missing: (count: number) => `còn thiếu ${count}`,
    complete: 'đủ',
  },
  lastReturn: (revision: number, moment: string) => `Lời trả lại gần nhất (bản ${revision}, ${moment})`,
  returnReason: 'Lời trả lại',
  locked: (moment: string, by: string) => `Khóa lúc ${moment}, bởi ${by}.`,
  none: {
    title: 'Chưa có báo cáo',
    what: (unit: string, period: string) => `${unit} chưa gửi số liệu nào cho ${period}.`,
    todo: 'Số liệu nhập ở bảng tính của đơn vị được gửi về đây qua thanh bên; trang này tự cập nhật.',
    expected: (count: number) => `Kỳ này cần ${count} số liệu.`,
  },
  choice: {
    label: 'Chọn dòng',
    all: (count: number) => `Tất cả (${count})`,
    issues: (count: number) => `Có vấn đề (${count})`,
    changes: (count: number) => `Có thay đổi (${count})`,
    noIssues: 'Không có dòng nào có vấn đề: không lỗi, không cảnh báo, không thiếu số liệu đến hạn.',
    noChanges: 'Không có dòng nào thay đổi.',
  },
  compared: (revision: number, state: string, moment: string) =>
    `Dòng “đã sửa” so với bản ${revision} (${state}, ${moment}).`,
  comparedFirst: 'Đây là bản đầu tiên của báo cáo, chưa có bản trước để so.',
  table: 'Số liệu của báo cáo',
  columns: {
    input: 'Số liệu',
    measure: 'Đơn vị tính',
    now: 'Kỳ này',
    before: 'Kỳ trước',
    yearBefore: 'Cùng kỳ năm trước',
    findings: 'Kiểm tra và giải trình',
    note: 'Ý kiến',
  },
  target: (number: number) => `Chỉ tiêu ${number}`,
  alsoFeeds: 'cũng tính vào chỉ tiêu',
  absent: 'chưa có',
  absentDue: 'đến hạn trong kỳ này',
  absentLater: 'kỳ này không yêu cầu',
  invalid: 'chưa hợp lệ',
  formula: 'từ công thức',
  edited: 'đã sửa:',
  reason: 'Giải trình:',
  reasonEdited: 'giải trình đã sửa; trước đó:',
  noReasonBefore: 'chưa có giải trình',
  severities: { refused: 'Không nhận', error: 'Lỗi', warning: 'Cảnh báo', notice: 'Lưu ý' },
  unexplained: 'chưa giải trình',
} as const;

/** Each stands before an e-mail address. */
export const SENDING_WORDS = {
  person: 'gửi bởi',
  trigger: 'gửi tự động bởi',
  sweep: 'gửi tự động (quét định kỳ) bởi',
  unknown: 'gửi (không rõ cách gửi) bởi',
  returned: 'trả lại bởi',
  accepted: 'duyệt bởi',
  editors: 'người nhập:',
  unknownEditors: 'người nhập: không rõ',
} as const;

export const REVIEW_WORDS = {
  title: 'Xét duyệt',
  jump: 'Đến phần xét duyệt',
  draft: 'Đơn vị đang nhập, chưa nộp: chưa có gì để duyệt hoặc trả lại.',
  returned: 'Báo cáo đã trả lại, đang chờ đơn vị bổ sung rồi nộp lại.',
  locked:
    'Kỳ này đã khóa số liệu nên không duyệt và không trả lại được. Cần thay đổi thì nhờ quản trị mở khóa, có nêu lý do.',
  considered: (revision: number) => `Đồng chí đang xét bản ${revision}.`,
  open: (what: string) => `Báo cáo còn ${what}.`,
  openLink: 'Xem các dòng có vấn đề',
  accept: 'Duyệt báo cáo',
  acceptHint: 'Duyệt rồi thì đơn vị không sửa được nữa. Nếu duyệt nhầm, trả lại báo cáo ngay ở trang này.',
  return: 'Trả lại để bổ sung',
  returnTitle: 'Trả lại',
  reason: 'Lý do trả lại',
  reasonHint:
    'Có thể ghi riêng từng số liệu ở cột “Ý kiến” trong bảng. Tất cả được ghép thành một lời, tối đa 500 ký tự; đơn vị đọc được ở thanh bên của bảng tính.',
  accepted: 'Báo cáo đã duyệt.',
  undo: 'Duyệt nhầm, hoặc cần đơn vị sửa: trả lại báo cáo đã duyệt',
  undoHint: 'Trả lại thì số liệu của đơn vị không còn tính là đã duyệt, và đơn vị sửa được cho đến khi nộp lại.',
  note: 'Ghi ý kiến',
  noteAbout: (label: string) => `về ${label}`,
  noteFor: (label: string) => `Ý kiến về ${label}, gửi kèm khi trả lại`,
  done: {
    accepted: (revision: number) => `Đã ghi việc duyệt (bản ${revision}). Nếu duyệt nhầm, trả lại báo cáo ở phần`,
    returned: (revision: number) =>
      `Đã trả lại báo cáo (bản ${revision}). Đơn vị đọc được lời trả lại ở thanh bên của bảng tính.`,
  },
  refused: {
    title: { accept: 'Chưa duyệt được', return: 'Chưa trả lại được' },
    nothing: 'Chưa ghi gì.',
    kept: 'Những gì đồng chí đã ghi vẫn còn ở dưới.',
    keptTitle: 'Lời đồng chí đã ghi, chưa gửi',
    changed: (seen: number, now: number) =>
      `Báo cáo đã thay đổi sau khi đồng chí mở trang: lúc đó là bản ${seen}, nay là bản ${now}. Xem các thay đổi dưới đây rồi quyết định lại.`,
    changesTitle: (seen: number, now: number) => `Thay đổi từ bản ${seen} đến bản ${now}`,
    tooShort: 'Cần nêu lý do trả lại, ít nhất 3 ký tự: ghi ở ô “Lý do trả lại”, hoặc ở cột “Ý kiến” của từng số liệu.',
    tooLong: (length: number) =>
      `Lời trả lại ghép cùng các ý kiến dài ${length} ký tự, tối đa 500. Rút gọn bớt rồi gửi lại.`,
  },
} as const;

export const HISTORY_WORDS = {
  title: 'Lịch sử thay đổi',
  back: 'Về báo cáo',
  revision: (revision: number) => `Bản ${revision}`,
  none: 'Chưa có báo cáo nào cho kỳ này, nên chưa có lịch sử.',
  noneBefore: 'Không có bản nào cũ hơn.',
  unchanged: 'Không đổi số liệu và giải trình.',
  values: 'Số liệu',
  reasons: 'Giải trình',
  noReason: 'không có',
  came: 'Vấn đề mới',
  went: 'Vấn đề đã hết',
  findingsNote: 'Vấn đề được tính theo quy tắc và báo cáo các kỳ khác như hiện nay.',
  older: 'Các bản cũ hơn',
  newest: 'Về các bản mới nhất',
  paging: 'Chuyển trang lịch sử',
} as const;
