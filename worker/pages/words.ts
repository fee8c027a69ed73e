/** Every word of the view that people read, in one place. Verdicts, states and periods have theirs in `shared/words.ts`. */
import type { Verdict } from '../../shared/wire.ts';

export const FRAME_WORDS = {
  commune: (name: string) => `Xã ${name}`,
  term: (first: number, last: number) => `Nghị quyết Đại hội, nhiệm kỳ ${first}–${last}`,
  skip: 'Đến phần nội dung',
  signOut: 'Đăng xuất',
  notices: 'Phần mềm nguồn mở được dùng',
  signOutEverywhere: 'Đăng xuất khỏi mọi thiết bị',
  signedInAs: 'Đang đăng nhập:',
  app: 'Theo dõi chỉ tiêu Nghị quyết',
  became: 'thành',
  unsound: (moment: string) =>
    `Lần tự kiểm tra lúc ${moment} thấy số liệu lưu trữ không còn khớp với sổ ghi. Số liệu trên trang có thể không đúng: khoan sử dụng và báo ngay cho quản trị của xã.`,
} as const;

export const NAV_WORDS = {
  label: 'Các trang',
  places: {
    overview: 'Tổng hợp',
    periods: 'Kỳ báo cáo',
    units: 'Đơn vị',
    resolution: 'Nghị quyết',
    ledger: 'Sổ ghi',
    admin: 'Quản trị',
  },
} as const;

export const SIGN_IN_WORDS = {
  title: 'Đăng nhập',
  intro: 'Theo dõi việc thực hiện các chỉ tiêu Nghị quyết Đại hội Đảng bộ xã.',
  button: 'Đăng nhập bằng tài khoản Google',
  hint: 'Dùng tài khoản thư điện tử mà văn phòng xã đã đăng ký cho đồng chí. Hệ thống không có mật khẩu riêng.',
  notices: {
    ended: 'Phiên làm việc đã kết thúc. Mời đồng chí đăng nhập lại để xem tiếp.',
    failed: 'Lần đăng nhập vừa rồi chưa hoàn tất. Mời đồng chí thử lại.',
    'signed-out': 'Đồng chí đã đăng xuất.',
  },
} as const;

export const NO_ROLE_WORDS = {
  title: 'Tài khoản chưa được cấp quyền',
  what: (email: string) => `Tài khoản ${email} đã đăng nhập được, nhưng chưa có trong danh sách người dùng của xã.`,
  todo: 'Đồng chí cần làm',
  steps: {
    other:
      'Nếu đồng chí có tài khoản khác đã đăng ký với văn phòng xã: đăng xuất, rồi đăng nhập lại bằng tài khoản đó.',
    ask: 'Nếu chưa đăng ký: gửi địa chỉ thư điện tử trên cho người quản trị của xã và nói rõ cần xem, báo cáo hay duyệt.',
    reload: 'Sau khi được cấp quyền, tải lại trang này.',
  },
  admins: 'Người quản trị:',
  unknownAdmin: 'Người quản trị là cán bộ văn phòng xã phụ trách hệ thống.',
} as const;

export const PROBLEM_WORDS = {
  back: 'Về trang tổng hợp',
  signIn: 'Đăng nhập',
  retry: (seconds: number) => `Có thể thử lại sau ${seconds} giây.`,
  code: (status: number) => `Mã ${status}`,
} as const;

/** The clauses of the sentence on top; lower case, as they follow a number. */
export const CLAUSE_WORDS: Record<Verdict | 'good', string> = {
  good: 'đạt hoặc đúng tiến độ',
  exceeded: 'vượt',
  met: 'đạt',
  'on-track': 'đúng tiến độ',
  'not-met': 'không đạt',
  behind: 'chậm',
  'in-progress': 'đang thực hiện',
  'no-data': 'chưa đủ số liệu',
  'not-due': 'chưa đến kỳ đánh giá',
  'not-applicable': 'không áp dụng',
  baseline: 'ở kỳ gốc',
};

export const HEADLINE_WORDS = {
  targets: (count: number) => `${count} chỉ tiêu`,
  surpassed: (count: number) => `${count} vượt`,
  target: (number: number) => `Chỉ tiêu ${number}`,
} as const;

export const PERIOD_WORDS = {
  form: 'Chọn kỳ và số liệu',
  period: 'Kỳ báo cáo',
  basis: 'Số liệu',
  reported: 'Đã có báo cáo',
  unreported: 'Chưa có báo cáo',
  show: 'Xem',
  print: 'In',
  download: (format: string) => `Tải số liệu đang xem, tệp ${format}`,
  bases: { latest: 'Mới nhất', accepted: 'Chỉ báo cáo đã duyệt' },
  basisNote: { latest: 'theo báo cáo mới nhất của các đơn vị', accepted: 'chỉ tính báo cáo đã duyệt' },
} as const;

export const FILTER_WORDS = {
  title: 'Lọc, tìm, so sánh',
  search: 'Tìm chỉ tiêu',
  verdict: 'Đánh giá',
  section: 'Lĩnh vực',
  unit: 'Đơn vị',
  compare: 'So sánh',
  all: 'Tất cả',
  noCompare: 'Không so sánh',
  comparisons: { before: 'Với kỳ trước', year: 'Với cùng kỳ năm trước' },
  shown: (left: number, all: number) => `Đang xem ${left}/${all} chỉ số.`,
  nothing: 'Không có chỉ số nào phù hợp.',
  filters: (filters: string) => `Lọc theo: ${filters}.`,
  named: (words: string) => `tên có “${words}”`,
  clear: 'Bỏ lọc, xem tất cả',
} as const;

export const COMPARE_WORDS = {
  names: { before: 'kỳ trước', year: 'cùng kỳ' },
  more: (amount: string) => `tăng ${amount}`,
  less: (amount: string) => `giảm ${amount}`,
  same: 'không đổi',
  changed: 'đã thay đổi',
  otherStandard: 'đo theo chuẩn khác, không so được',
} as const;

export const REPORTER_WORDS = {
  title: 'Tình hình báo cáo',
  share: (have: number, all: number) => `${have}/${all} đơn vị đã có báo cáo`,
  lacking: (names: string) => `chưa có: ${names}`,
  errors: (count: number) => `${count} lỗi`,
  warnings: (count: number) => `${count} cảnh báo chưa giải trình`,
} as const;

export const TABLE_WORDS = {
  caption: (period: string, basis: string) => `Kết quả thực hiện các chỉ tiêu, ${period}, ${basis}`,
  number: 'Số',
  indicator: 'Chỉ tiêu',
  goal: 'Mục tiêu',
  value: 'Thực hiện',
  against: 'So với mục tiêu',
  chart: 'Biểu đồ',
  verdict: 'Đánh giá',
  coverage: 'Khu vực có số liệu',
} as const;

export const FIGURE_WORDS = {
  provisional: 'tạm tính',
  absent: 'chưa có',
  last: (figure: string, period: string) => `gần nhất: ${figure} (${period})`,
  versus: 'so với',
  surpassed: (by: string) => `vượt ${by}`,
  surpassedAtLeast: (by: string) => `vượt ít nhất ${by}`,
  points: (number: string) => `${number}\u00a0điểm\u00a0%`,
  above: (by: string) => `cao hơn ${by}`,
  below: (by: string) => `thấp hơn ${by}`,
  equal: 'bằng mục tiêu',
  stillMissing: (amount: string) => `còn thiếu ${amount}`,
  stillToReduce: (amount: string) => `còn phải giảm ${amount}`,
  overCeiling: (amount: string) => `quá mức ${amount}`,
} as const;

export const COVERAGE_WORDS = {
  share: (have: number, all: number, kind: string) => `${have}/${all} ${kind}`,
  missing: (names: string) => `thiếu ${names}`,
  allMissing: (all: number, kind: string) => `thiếu cả ${all} ${kind}`,
  invalid: (names: string) => `chưa hợp lệ: ${names}`,
  estimate: 'số ước',
  official: 'số chính thức',
  /** Whether it is an estimate, and how old. */
  aged: (standing: string, moment: string) => `${standing}, ${moment}`,
} as const;

export const NOTE_WORDS = {
  summary: 'Lưu ý',
  about: (number: number) => `về chỉ tiêu ${number}`,
  /** Why a sum made by hand comes out differently. */
  mean: (label: string, mean: string, value: string, from: string) =>
    `${label}: nếu lấy trung bình cộng tỷ lệ của các khu vực thì ra ${mean}; số đúng là ${value}, tính trên tổng số (${from}).`,
  /** Who can still bring a target home alone. */
  needMore: (label: string, amount: string, units: string) => `${label}: cần thêm ${amount} ở ${units} là đạt.`,
  needLess: (label: string, amount: string, units: string) => `${label}: cần giảm ${amount} ở ${units} là đạt.`,
  nobodyAlone: (label: string, units: string) =>
    `${label}: không khu vực nào một mình bù đủ; còn cách mục tiêu: ${units}.`,
  ownGap: (unit: string, amount: string) => `${unit} ${amount}`,
} as const;

export const TARGET_WORDS = {
  title: (number: number) => `Chỉ tiêu ${number}`,
  between: 'Các chỉ tiêu bên cạnh',
  overview: 'Tất cả chỉ tiêu',
  source: (line: number) => `Nghị quyết, dòng ${line}`,
  course: (label: string) => `Diễn biến: ${label}`,
  projected: (figure: string, year: number, verdict: string) =>
    `Nếu giữ nhịp như đến nay, cuối năm ${year} sẽ là ${figure}: ${verdict}.`,
  enough: 'đủ để đạt mục tiêu',
  notEnough: 'chưa đủ để đạt mục tiêu',
  numbers: 'Bảng số liệu của biểu đồ',
  measuredAnew: (year: number, standard: string) =>
    `Từ năm ${year} đo theo ${standard}: số liệu trước và sau đó không so được với nhau.`,
  measure: (unit: string) => `Đơn vị tính: ${unit}`,
  columns: {
    period: 'Kỳ',
    value: 'Thực hiện',
    expected: 'Tiến độ cần có',
    verdict: 'Đánh giá',
  },
  noFlagChart: 'Chỉ tiêu có hay chưa, không vẽ biểu đồ.',
  noGoal: 'Mục tiêu tính theo kỳ gốc, chưa vẽ được biểu đồ vì chưa đủ số liệu kỳ gốc.',
  years: (met: number, all: number) => `Đạt ${met}/${all} năm đã đánh giá`,
  yearsTitle: 'Từng năm',
  yearsOpen: 'chưa đánh giá',
  parts: 'Phần của từng đơn vị',
  partColumns: {
    unit: 'Đơn vị',
    figure: 'Số liệu',
    value: 'Kết quả',
    ownGap: 'Để riêng đơn vị đạt mục tiêu',
    change: 'Để cả xã đạt, nếu một mình bù',
    report: 'Báo cáo',
  },
  more: (amount: string) => `cần thêm ${amount}`,
  less: (amount: string) => `cần giảm ${amount}`,
  there: 'đã đạt',
  noRoom: 'một mình không bù đủ',
  absent: 'chưa có',
  invalid: 'chưa hợp lệ',
  goal: 'mục tiêu',
  notes: 'Lưu ý',
  noNotes: 'Không có gì phải lưu ý ở kỳ này.',
  reading: 'Cách hiểu Nghị quyết',
  readingState: (version: number) => `cách hiểu số ${version}, chờ người có thẩm quyền ký xác nhận`,
  openQuestion: 'Điều văn bản để ngỏ',
  readAs: 'Đang hiểu là',
  history: (period: string) => `Lịch sử số liệu, ${period}`,
  historyColumns: { at: 'Lúc', who: 'Người gửi', unit: 'Đơn vị', change: 'Thay đổi' },
  noHistory: 'Kỳ này chưa có đơn vị nào gửi số liệu của chỉ tiêu.',
  ownOnly: 'Tài khoản chỉ được xem lịch sử báo cáo của đơn vị mình.',
  revision: (revision: number, state: string) => `bản ${revision} · ${state}`,
} as const;

export const PERIOD_PAGE_WORDS = {
  title: (period: string) => `Báo cáo ${period}`,
  open: 'Kỳ đang nhận báo cáo.',
  figures: (period: string) => `Xem số liệu tổng hợp, ${period}`,
  standing: 'Ai đã báo cáo gì',
  columns: {
    unit: 'Đơn vị',
    state: 'Trạng thái',
    entered: 'Đã nhập',
    problems: 'Vấn đề',
    last: 'Cập nhật',
    period: 'Kỳ',
  },
  errors: (count: number) => `${count} lỗi`,
  warnings: (count: number) => `${count} cảnh báo chưa giải trình`,
  noProblems: 'không có',
  matrix: 'Cả nhiệm kỳ',
  baseline: 'Kỳ gốc',
  enteredLegend: '38/48: số ô đã nhập trên số ô phải báo cáo',
} as const;

export const REMINDER_WORDS = {
  title: 'Đôn đốc',
  hint: 'Nội dung soạn sẵn theo tình hình lúc này, để gửi qua thư hoặc tin nhắn.',
  nobody: 'Tất cả các đơn vị đã nộp báo cáo, không phải đôn đốc.',
  copy: 'Sao chép nội dung',
  opening: (period: string) => `Đề nghị các đơn vị hoàn thành báo cáo ${period}:`,
  none: (unit: string) => `- ${unit}: chưa có báo cáo.`,
  draft: (unit: string, entered: number, expected: number, errors: number, warnings: number) => {
    const found = [
      `đã nhập ${entered}/${expected} ô, chưa nộp`,
      ...(errors === 0 ? [] : [`${errors} lỗi phải sửa`]),
      ...(warnings === 0 ? [] : [`${warnings} số cần giải trình`]),
    ];
    return `- ${unit}: ${found.join('; ')}.`;
  },
  returned: (unit: string) => `- ${unit}: báo cáo đã được trả lại để bổ sung, chưa nộp lại.`,
  closing: 'Nhập trong bảng tính của đơn vị, rồi bấm “Nộp báo cáo” ở thanh bên. Trân trọng cảm ơn.',
} as const;

export const LOCK_WORDS = {
  lock: {
    title: 'Khóa số liệu',
    what: 'Khi đã khóa, không đơn vị nào gửi thêm hoặc sửa số liệu của kỳ này, và báo cáo không được duyệt hay trả lại. Quản trị mở khóa được, phải nêu lý do.',
    unaccepted: (names: string) => `Chưa được duyệt: ${names}.`,
    reason: 'Ghi chú (không bắt buộc)',
    button: (period: string) => `Khóa số liệu ${period}`,
  },
  unlock: {
    title: 'Mở khóa',
    what: 'Khi mở khóa, các đơn vị lại gửi và sửa được số liệu của kỳ này. Lý do được ghi vào sổ.',
    reason: 'Lý do mở khóa (ít nhất 3 ký tự)',
    button: (period: string) => `Mở khóa ${period}`,
  },
} as const;

export const PAPER_WORDS = {
  page: 'Báo cáo in',
  open: 'Báo cáo in (A4)',
  back: 'Về trang tổng hợp',
  headOf: 'Đầu trang',
  hint: 'Bấm “In” để mở hộp thoại in của trình duyệt: khổ A4 đứng; bỏ chọn “Đầu trang và chân trang” của trình duyệt.',
  heads: {
    party: {
      name: 'Văn bản của Đảng',
      body: (commune: string) => `ĐẢNG ỦY XÃ ${commune.toLocaleUpperCase('vi')}`,
      motto: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
      rule: '*',
      signer: 'T/M BAN THƯỜNG VỤ\nBÍ THƯ',
    },
    state: {
      name: 'Văn bản hành chính',
      body: (commune: string) => `ỦY BAN NHÂN DÂN\nXÃ ${commune.toLocaleUpperCase('vi')}`,
      motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
      rule: '',
      signer: 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
    },
  },
  number: 'Số: ……/BC',
  placeAndDate: (place: string, day: string, month: string, year: string) =>
    `${place}, ngày ${day} tháng ${month} năm ${year}`,
  title: 'BÁO CÁO',
  subject: (first: number, last: number, period: string) =>
    `kết quả thực hiện các chỉ tiêu Nghị quyết Đại hội, nhiệm kỳ ${first}–${last}, ${period}`,
  columns: {
    number: 'STT',
    label: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    goal: 'Mục tiêu',
    value: 'Thực hiện',
    against: 'So với mục tiêu (%)',
    verdict: 'Đánh giá',
    note: 'Ghi chú',
  },
  basis: (basis: string, moment: string) => `Số liệu ${basis}, lấy lúc ${moment}.`,
  sign: '(ký, ghi rõ họ tên)',
  asText: 'Nội dung dạng văn bản',
  copy: 'Sao chép nội dung',
  goal: (goal: string, horizon: string) => `mục tiêu ${goal} ${horizon}`,
  sentence: (target: number, label: string, said: string) => `Chỉ tiêu ${target}. ${label}: ${said}.`,
} as const;

export const ADMIN_WORDS = {
  title: 'Quản trị',
  members: {
    title: 'Người dùng',
    columns: {
      email: 'Địa chỉ thư',
      name: 'Họ tên',
      role: 'Vai trò',
      units: 'Đơn vị',
      seen: 'Đăng nhập',
      actions: 'Thao tác',
    },
    seen: 'đã đăng nhập',
    unseen: 'chưa đăng nhập lần nào',
    add: 'Mời người dùng',
    fields: {
      email: 'Địa chỉ thư của tài khoản Google',
      name: 'Họ tên (không bắt buộc)',
      role: 'Vai trò',
      units: 'Đơn vị (với người báo cáo)',
    },
    invite: 'Mời',
    save: 'Ghi thay đổi',
    change: 'Sửa, gỡ',
    removeWhat: 'Gỡ thì mọi phiên đăng nhập của người này kết thúc ngay; những gì đã gửi vẫn còn trong sổ ghi.',
    remove: (email: string) => `Gỡ ${email}`,
  },
  workbooks: {
    title: 'Bảng tính',
    sheets: 'Bảng tính đang báo cáo cho từng đơn vị',
    unbound: 'chưa có bảng tính nào báo cáo',
    release: 'Bỏ liên kết',
    releaseWhat:
      'Bảng tính đầu tiên gửi báo cáo sau đó sẽ được gắn với đơn vị. Chỉ bỏ khi bảng tính cũ không còn dùng.',
    releaseNow: (unit: string) => `Bỏ liên kết bảng tính của ${unit}`,
    audiences: 'Mã ứng dụng (aud) của các bảng tính đã đăng ký',
    noAudience: 'Chưa đăng ký bảng tính nào: mở bảng tính, chạy “Tự kiểm tra” để thấy mã.',
    add: 'Đăng ký bảng tính',
    audience: 'Mã ứng dụng (aud)',
    unit: 'Đơn vị',
    register: 'Đăng ký',
    remove: 'Gỡ',
  },
  paper: {
    title: 'Đầu trang báo cáo in',
    lines: {
      parent: 'Cơ quan cấp trên (không bắt buộc)',
      body: 'Cơ quan ban hành',
      place: 'Địa danh',
      signer: 'Người ký (mỗi dòng một ý)',
    },
    save: 'Ghi đầu trang',
  },
  files: {
    title: 'Sao lưu',
    backup: 'Tải bản sao lưu',
    backupWhat: 'Toàn bộ dữ liệu của xã trong một tệp; giữ ở nơi chỉ người có trách nhiệm mở được.',
    restoreWhat: 'Khôi phục chỉ vào một hệ thống còn trống, bằng lệnh trong tài liệu sao lưu (docs/backup.md).',
  },
} as const;

export const LEDGER_WORDS = {
  title: 'Sổ ghi',
  what: 'Mọi thay đổi về số liệu và quyền là một mục của sổ; mỗi mục gắn với mục trước, nên sửa hay xóa một mục là thấy.',
  entries: 'Số mục',
  hash: 'Mã băm mục cuối',
  signed: 'Chữ ký mục cuối',
  unsigned: 'hệ thống chưa đặt khóa ký',
  lastCheck: 'Lần tự kiểm tra gần nhất',
  noCheck: 'chưa có; hệ thống tự kiểm tra lúc 2 giờ mỗi đêm',
  checkedWell: (moment: string) => `${moment}: sổ ghi và số liệu khớp nhau`,
  checkedBadly: (moment: string, count: number) =>
    `${moment}: thấy ${count} chỗ không khớp. Khoan sử dụng số liệu, báo người vận hành đối chiếu.`,
  verify: 'Kiểm tra toàn bộ sổ ngay',
  holds: (entries: number, moment: string) => `Lúc ${moment}: cả ${entries} mục còn nguyên, đúng thứ tự.`,
  broken: (index: number, why: string, moment: string) =>
    `Lúc ${moment}: mục ${index} không đúng: ${why}. Khoan sử dụng số liệu, báo người vận hành đối chiếu với bản lưu.`,
  why: {
    form: 'không đọc được',
    index: 'sai số thứ tự',
    previous: 'không nối với mục trước',
    hash: 'nội dung đã bị sửa',
  },
  keep: 'Lưu ở ngoài hệ thống',
  keepWhat:
    'Chỉ bản lưu ở ngoài mới chứng tỏ được sổ không bị cắt cuối hay làm lại: mỗi tuần tải một lần, giữ nơi người vận hành không sửa được.',
  checkpoint: 'Mốc hiện tại, có chữ ký',
  checkpoints: 'Các mốc hằng đêm',
  ledger: 'Toàn bộ sổ ghi',
  publicKey: 'Khóa công khai để kiểm chữ ký',
  noKey: 'Hệ thống chưa đặt khóa ký (LEDGER_KEY).',
} as const;

export const RESOLUTION_WORDS = {
  title: 'Cách hiểu Nghị quyết',
  version: (version: number) => `bản số hóa ${version}`,
  readings: 'Điều văn bản để ngỏ và cách đang hiểu',
  readingsWhat: 'Mỗi cách hiểu cần người có thẩm quyền ký xác nhận; đổi cách hiểu là đổi dữ liệu, có số phiên bản.',
  columns: {
    question: 'Điều để ngỏ',
    reading: 'Đang hiểu là',
    alternatives: 'Cách hiểu khác',
    targets: 'Chỉ tiêu',
    version: 'Bản',
  },
  all: 'tất cả',
  audit: 'Các con số của Nghị quyết tự nói gì',
} as const;

export const CHART_WORDS = {
  value: 'thực hiện',
  provisional: 'tạm tính',
  last: 'gần nhất',
  goal: 'mục tiêu',
  expected: 'tiến độ cần có',
  baseline: 'kỳ gốc',
  legend: 'Chú giải biểu đồ',
  better: 'phía tốt hơn',
  projection: 'nếu giữ nhịp như đến nay',
  break: 'đổi chuẩn',
} as const;

/** What the browser's script says of what it did. */
export const OFFER_WORDS = {
  copied: 'Đã sao chép.',
  selected: 'Đã chọn sẵn nội dung; nhấn Ctrl+C để sao chép.',
} as const;

/** For the browser script too. */
export const LIVE_WORDS = {
  asOf: (time: string) => `Số liệu lúc ${time}`,
  live: (time: string) => `Tự cập nhật · số liệu lúc ${time}`,
  lost: (time: string) => `Mất kết nối, số liệu lúc ${time}. Đang kết nối lại…`,
  offline: (time: string) => `Máy không có mạng, số liệu lúc ${time}`,
  ended: (time: string) => `Phiên làm việc đã kết thúc, số liệu lúc ${time}. Tải lại trang để đăng nhập.`,
  changed: (what: string) => `Vừa cập nhật: ${what}`,
  changedMany: (count: number) => `Vừa cập nhật ${count} dòng`,
} as const;

/** "A", "A hoặc B", "A, B hoặc C". */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} hoặc ${items[items.length - 1]}`;
}

/** "A", "A và B", "A, B và C". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} và ${items[items.length - 1]}`;
}

export * from './words/reports.ts';
