/** Everything that the script says: in the grid, in its menu, in its notes; the self-check's tab has words of its own beside it. What all rooms say alike stands in `shared/words.ts`. */
import { formatNumber } from '../../shared/number-format.ts';
import type { ReadingProblem } from '../../shared/reading.ts';
import { READING_WORDS } from '../../shared/words.ts';

export const TAB_NAMES = {
  guide: 'Hướng dẫn',
  results: 'Kết quả',
  summary: 'Tổng hợp',
  baseline: (year: number) => `Kỳ gốc ${year}`,
  /** Where a tab of the wanted name belongs to somebody else. */
  besides: (name: string) => `${name} (chỉ tiêu)`,
} as const;

export const MENU_WORDS = {
  title: 'Chỉ tiêu',
  open: 'Mở bảng nhập',
  send: 'Gửi ngay',
  summary: 'Cập nhật “Tổng hợp”',
  setUp: 'Thiết lập bảng tính…',
  selfCheck: 'Tự kiểm tra',
  link: 'Liên kết bảng tính có sẵn…',
  sidebarTitle: 'Chỉ tiêu nghị quyết',
} as const;

export const CELL_WORDS = {
  formula: (shown: string) =>
    shown === ''
      ? 'Ô này chứa công thức nên chưa gửi. Hãy gõ con số vào thay công thức.'
      : `Ô này chứa công thức nên chưa gửi. Hãy gõ kết quả “${shown}” vào thay công thức.`,
  date: 'Ô này thành ngày tháng nên chưa gửi. Hãy gõ lại con số; nếu vẫn thành ngày thì gõ trong thanh bên.',
  share: (value: number) =>
    `Ô này có định dạng phần trăm nên chưa gửi: số thật trong ô là ${formatNumber(value)}. Hãy nhập con số tuyệt đối, không nhập phần trăm.`,
  error: (shown: string) => `Ô này đang báo ${shown} nên chưa gửi. Hãy sửa công thức hoặc gõ con số vào thay.`,
  loading: 'Ô này chưa tính xong nên chưa gửi. Chờ tính xong hoặc gõ con số vào thay.',
  boolean: 'Ô này chứa giá trị đúng/sai, cần một con số.',
  dash: 'Dấu gạch không phải số nên chưa gửi. Không phát sinh thì nhập 0; không áp dụng thì ghi “kad”; chưa có số liệu thì để trống.',
  flag: (shown: string) => `Đọc thấy “${shown}”. Ô này chỉ nhận: Có, Chưa, Không áp dụng.`,
  text: (shown: string, problem: ReadingProblem, suggestion: string | undefined) => {
    const asked = suggestion === undefined ? '' : ` Có phải là ${suggestion}?`;
    return `Đọc thấy “${shown}”, chưa gửi. ${READING_WORDS[problem]}${asked}`;
  },
  doubtful: (shown: string, more: number, less: number) =>
    `Đọc thấy “${shown}”, chưa gửi: là ${formatNumber(more)} hay ${formatNumber(less)}? Hãy chọn trong thanh bên.`,
  doubtfulHere: (shown: string, more: number, less: number) =>
    `Đọc thấy “${shown}”, chưa gửi: là ${formatNumber(more)} hay ${formatNumber(less)}? Bảng tính này không để vùng Việt Nam nên gõ 1.180 có thể thành 1,18. Hãy chọn trong thanh bên. Muốn gõ theo cách viết Việt Nam, chọn Tệp → Cài đặt → Vùng → Việt Nam (số đã có trong ô không đổi).`,
  misplaced:
    'Nhãn dòng này không còn khớp với vị trí ban đầu (bảng đã được sắp xếp hoặc cắt dán), nên chưa đọc và chưa gửi số.',
  lost: 'Không thấy dòng của chỉ tiêu này trong bảng, hoặc có hai dòng cùng tên, nên chưa đọc và chưa gửi số.',
  misplacedColumn:
    'Cột của kỳ này không còn đứng dưới tiêu đề ban đầu (cột đã được cắt dán hoặc đổi chỗ), nên chưa đọc và chưa gửi số.',
  headless: 'Không thấy cột của kỳ này trong bảng, hoặc có hai cột cùng tên, nên chưa đọc và chưa gửi số.',
  noTab: 'Không thấy trang tính của ô này, nên chưa đọc và chưa gửi số.',
} as const;

/** The first few, and that there are more. */
function someOf(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
}

export const TROUBLE_WORDS = {
  unreachable: 'Chưa nối được với máy chủ. Số liệu vẫn ở trong bảng tính và sẽ được gửi lại.',
  badAnswer:
    'Máy chủ trả lời không đúng mẫu (có thể mạng đang chặn). Số liệu vẫn ở trong bảng tính và sẽ được gửi lại.',
  unavailable: 'Máy chủ tạm thời chưa lưu được. Số liệu vẫn ở trong bảng tính và sẽ được gửi lại.',
  tooMany: 'Máy chủ đang nhận quá nhiều yêu cầu. Sẽ gửi lại sau ít phút.',
  pausing:
    'Vừa gửi nhiều lần liền nhau; các số mới được gom lại, ít phút nữa tự gửi một lần. Muốn gửi ngay: thực đơn “Chỉ tiêu” → “Gửi ngay”.',
  late: 'Một lần gửi trước không có trả lời và có thể còn đến muộn. Ít phút nữa tự hỏi lại máy chủ cho chắc.',
  noToken: 'Google chưa cho biết tài khoản đang dùng. Hãy mở lại thanh bên và cấp đủ quyền cho tiện ích.',
  unauthorised: 'Máy chủ không nhận tài khoản đang dùng. Hãy mở lại thanh bên; nếu vẫn vậy, báo quản trị.',
  unknownAudience: 'Máy chủ chưa biết bảng tính này. Nhờ quản trị đăng ký bảng tính cho đơn vị.',
  forbidden: 'Tài khoản đang dùng chưa có quyền báo cáo cho đơn vị này. Nhờ quản trị cấp quyền.',
  sheetMismatch:
    'Đơn vị đã báo cáo bằng một bảng tính khác; bảng này có thể là bản sao. Hãy dùng bảng tính kia, hoặc nhờ quản trị bỏ liên kết của nó.',
  accepted: 'Báo cáo kỳ này đã được duyệt. Muốn sửa, nhờ người duyệt trả lại báo cáo.',
  locked: 'Kỳ này đã khóa số liệu. Muốn sửa, nhờ quản trị mở khóa.',
  notInPerson: 'Báo cáo chỉ được nộp khi chính người báo cáo bấm nộp trong thanh bên.',
  refused: 'Máy chủ chưa nhận số liệu kỳ này. Hãy sửa các ô được nêu rồi gửi lại.',
  conflict: (by: string) =>
    `${by} vừa gửi số liệu khác cho kỳ này. Hãy chọn số nào đúng trong thanh bên; chưa gửi gì thêm.`,
  layout: (reports: readonly string[]) =>
    `${reports.join(' ')} Chưa đọc các dòng, cột đó và chưa gửi gì của kỳ này. Hãy hoàn tác, hoặc xem và xác nhận vị trí mới trong thanh bên.`,
  inTab: (tab: string, parts: readonly string[]) => `Trang “${tab}”: ${parts.join('; ')}.`,
  tabGone: (tab: string) => `Không thấy trang tính “${tab}” (đã xóa).`,
  rowsMoved: (names: readonly string[]) =>
    `${names.length} dòng không còn đứng cạnh nhãn của mình, do sắp xếp hoặc cắt dán (${someOf(names)})`,
  rowsLost: (names: readonly string[]) =>
    `${names.length} dòng không thấy nhãn, do xóa, đổi tên hoặc có dòng cùng tên (${someOf(names)})`,
  columnAskew: 'cột của kỳ này không còn khớp tiêu đề',
  other: (status: number, detail: string) => `Máy chủ chưa nhận (mã ${status}). ${detail}`.trim(),
} as const;

/** Ends the help text of each validation rule of ours in a person's own workbook, and tells it from hers. */
export const RULE_WORDS = {
  ours: ' (Tiện ích Chỉ tiêu)',
  replacing: (number: number) => ` (Tiện ích Chỉ tiêu, thay quy tắc ${number})`,
} as const;
export const RULE_TAIL = /( \(Tiện ích Chỉ tiêu(?:, thay quy tắc \d+)?\))$/;

export const DISPLACED_WORDS = {
  under: (label: string, above: string) => `${label} (dưới “${above}”)`,
  nameless: (tab: string, at: number) =>
    `Dòng ${at} của trang “${tab}” không có nhãn nên không gắn được: sau này không có gì để nhận ra dòng đó. Hãy ghi nhãn rồi gắn lại.`,
  twice: (at: number) => `Dòng hoặc cột ${at} được chọn cho hai mục. Mỗi mục cần một dòng hoặc cột riêng.`,
} as const;

export const LINK_WORDS = {
  title: 'Liên kết bảng tính có sẵn',
  done: (inputs: number, all: number, periods: number) =>
    `Đã liên kết ${inputs}/${all} số liệu, ${periods} kỳ. Từ nay nhập vào bảng như trước; mở bảng nhập để xem và nộp.`,
  foreign: (locale: string) =>
    `Bảng tính đang để vùng ${locale}: gõ 1.180 có thể thành 1,18, nên những số có hai cách hiểu sẽ được hỏi lại trước khi gửi. Muốn gõ theo cách viết Việt Nam, chọn Tệp → Cài đặt → Vùng → Việt Nam.`,
  nothing: 'Chưa có dòng và cột kỳ nào được chọn nên chưa liên kết gì. Hãy chọn ít nhất một dòng và một cột.',
  noTab: 'Một trang tính đã chọn không còn trong bảng tính. Hãy đóng và mở lại hộp thoại này.',
  strange: (id: string) => `“${id}” không phải số liệu hay kỳ báo cáo của đơn vị này. Hãy đóng và mở lại hộp thoại.`,
  sameLine: (at: number) =>
    `Dòng hoặc cột ${at} được chọn hai lần trong một bảng. Mỗi số liệu một dòng, mỗi kỳ một cột.`,
  labelColumn: 'Cột chứa tên chỉ tiêu không thể là cột số liệu của một kỳ.',
  claimedTwice: (input: string, period: string) =>
    `“${input}”, ${period}, được liên kết với hai ô khác nhau. Hãy bỏ một ô.`,
  nameless: (tab: string, at: number) =>
    `Dòng ${at} của trang “${tab}” không có tên ở cột tên chỉ tiêu nên sau này không nhận ra được. Hãy chọn cột tên khác, hoặc ghi tên vào dòng đó.`,
  notFoundAgain: (tab: string) =>
    `Trang “${tab}” đã thay đổi từ khi mở hộp thoại, hoặc có dòng, cột không phân biệt được với dòng, cột khác. Hãy mở lại hộp thoại và chọn lại.`,
  otherUnit: 'Bảng tính này đang liên kết cho đơn vị khác. Hãy bỏ liên kết trước.',
  notLinked: 'Bảng tính này chưa được liên kết.',
  released: (waiting: number) =>
    `Đã bỏ liên kết; số liệu trong bảng giữ nguyên, báo cáo đã gửi vẫn ở máy chủ.${waiting === 0 ? '' : ` Còn ${waiting} kỳ có thay đổi chưa gửi.`}`,
} as const;

export const COPY_WORDS = {
  copy: 'Bảng tính này là bản sao của một bảng tính khác nên không gửi số liệu. Hãy dùng bản gốc. Nếu bản gốc không còn, nhờ quản trị bỏ liên kết bản gốc rồi thiết lập lại ở đây.',
  unknownHome: 'không rõ',
  takeOver:
    'Bảng tính này là bản sao nên không gửi số liệu. Chỉ dùng nó thay bản gốc khi bản gốc không còn và quản trị đã bỏ liên kết bản gốc. Dùng bảng này làm bản chính?',
} as const;

export const ACTION_WORDS = {
  notSetUp: 'Bảng tính này chưa được thiết lập cho đơn vị nào. Hãy mở bảng nhập và chọn đơn vị.',
  nothingToSend: 'Không có gì phải gửi: máy chủ đã có đủ số liệu của bảng tính này.',
  sent: (count: number) => `Đã gửi số liệu của ${count} kỳ.`,
  stillWaiting: (count: number, why: string) => `Còn ${count} kỳ chưa gửi được. ${why}`.trim(),
  summaryFresh: 'Trang “Tổng hợp” đã đúng với máy chủ.',
  summaryWritten: 'Đã cập nhật trang “Tổng hợp”.',
  summaryFailed: (why: string) => `Chưa cập nhật được trang “Tổng hợp”. ${why}`,
  noOwnSummary:
    'Bảng tính này chưa có trang “Tổng hợp”. Muốn có, mở “Liên kết bảng tính có sẵn…” và chọn thêm trang này.',
  noSummaryTab: 'Không thấy trang “Tổng hợp”. Bấm “Thiết lập bảng tính…” để tạo lại.',
  busy: 'Bảng tính đang bận. Hãy thử lại sau giây lát.',
  memoryFull:
    'Bộ nhớ của tiện ích trong bảng tính này đã đầy nên chưa gửi thêm được; số liệu vẫn ở trong bảng. Hãy rút gọn hoặc xóa bớt giải trình của các kỳ, rồi thử lại.',
  reasonsFull:
    'Phần dành cho giải trình trong bảng tính đã đầy. Hãy viết ngắn hơn, hoặc rút gọn giải trình của các kỳ khác, rồi lưu lại.',
  setUpAgain:
    'Bảng tính đã được thiết lập. Thiết lập lại sẽ kẻ lại khung, gắn lại các dòng theo nhãn; số liệu đã nhập được giữ nguyên. Tiếp tục?',
  setUpDone: 'Đã thiết lập lại bảng tính.',
  unknownUnit: 'Không có đơn vị này trong nghị quyết.',
  otherUnit: 'Bảng tính này đã được thiết lập cho đơn vị khác. Hãy dùng một bảng tính mới cho đơn vị này.',
  linkedBook:
    'Bảng tính này đang được liên kết như một bảng có sẵn. Muốn đổi, mở “Liên kết bảng tính có sẵn…”; muốn dùng bảng mẫu, hãy dùng một bảng tính mới.',
  templateBook: 'Bảng tính này dùng bảng mẫu của tiện ích nên không liên kết theo cách này được.',
  unknownCell: 'Không có ô này trong bảng tính.',
  noCell: (name: string) =>
    `Bảng tính này chưa có ô cho “${name}” trong kỳ này nên không ghi được. Mở “Liên kết bảng tính có sẵn…” để chọn ô.`,
  unboundPeriod: 'Kỳ này chưa được liên kết với cột nào trong bảng tính. Mở “Liên kết bảng tính có sẵn…” để chọn cột.',
  unsendable: (count: number) => `Còn ${count} ô có nội dung chưa gửi được. Hãy sửa hoặc xóa các ô đó rồi nộp.`,
  unconfirmed: (count: number) =>
    `Còn ${count} số giữ như kỳ trước chưa xác nhận. Hãy xác nhận từng số hoặc xác nhận tất cả rồi nộp.`,
  standsInTheWay: (count: number) => `Còn ${count} việc phải làm trước khi nộp.`,
  conflictFirst: 'Có số liệu khác của người khác gửi cho kỳ này. Hãy chọn số nào đúng rồi nộp.',
  notSubmitted: (why: string) =>
    `Chưa nộp được. ${why} Nếu số liệu không đổi, báo cáo sẽ tự nộp lại khi thanh bên đang mở và nối được máy chủ.`,
  otherRun: 'Một lần gửi khác đang chạy. Hãy bấm nộp lại sau ít giây.',
} as const;

export const TEMPLATE_WORDS = {
  title: (year: number, baseline: boolean) =>
    baseline ? `SỐ LIỆU KỲ GỐC (NĂM ${year})` : `SỐ LIỆU THỰC HIỆN NĂM ${year}`,
  subtitle: (unit: string, sample: string) => `Đơn vị báo cáo: ${unit}${sample === '' ? '' : ` · ${sample}`}`,
  heads: { number: 'STT', label: 'Chỉ tiêu', unit: 'Đơn vị tính', remark: 'Ghi chú' },
  target: (number: number) => `Chỉ tiêu ${number} của nghị quyết`,
  kinds: {
    flow: 'Số cộng dồn từ ngày 01/01 đến hết kỳ.',
    level: 'Số tại thời điểm cuối kỳ.',
    flag: 'Có hay chưa, tại thời điểm cuối kỳ.',
  },
  due: {
    quarter: 'Báo cáo mỗi quý.',
    year: 'Bắt buộc ở kỳ cả năm; các kỳ khác (ô xám) có thì nhập.',
    baseline: 'Bắt buộc ở kỳ gốc; chỉ số của kỳ gốc được dùng.',
  },
  partOf: (whole: string) => `Không lớn hơn: ${whole}.`,
  repeats: (current: string) => `Phải đúng bằng số đã báo cáo một năm trước của: ${current}; khác thì cần giải trình.`,
  plausible: (bound: string) => `Lớn hơn ${bound} thì cần giải trình.`,
  measure: (unit: string) => `Đơn vị tính: ${unit}.`,
  helpNumber: (unit: string, decimals: number) =>
    `Nhập số từ 0 trở lên (${unit}), ${decimals === 0 ? 'số nguyên' : `tối đa ${decimals} chữ số sau dấu phẩy`}. Viết 1.180 hoặc 2,5. Không áp dụng thì ghi: kad. Chưa có thì để trống.`,
  helpFlag: 'Chọn: Có, Chưa hoặc Không áp dụng. Chưa rõ thì để trống.',
  protection:
    'Khung bảng (tiêu đề, tên chỉ tiêu, đơn vị tính): sửa ở đây có thể làm số không gửi được. Các ô nhập số và ghi chú sửa bình thường.',
} as const;

/** Below a table that is printed and signed. */
export const FOOT_WORDS = {
  date: '…………, ngày …… tháng …… năm ………',
  clerk: 'NGƯỜI LẬP BIỂU',
  head: 'THỦ TRƯỞNG ĐƠN VỊ',
  sign: '(Ký, ghi rõ họ tên)',
} as const;

export const RESULT_WORDS = {
  /** Ends with the year, which a formula adds. */
  title: 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM ',
  year: 'Năm:',
  yearHelp: 'Chọn năm cần xem. Xóa trống: năm mới nhất có số liệu.',
  heads: {
    number: 'STT',
    label: 'Chỉ tiêu',
    unit: 'Đơn vị tính',
    baseline: (year: number) => `Kỳ gốc ${year}`,
    goal: 'Mục tiêu toàn xã',
  },
  working: 'Số liệu dùng để tính (lấy từ trang của từng năm; bấm dấu + bên trái để xem)',
  newest: 'Năm mới nhất có số liệu',
  shown: 'Năm đang xem',
  past: (input: string) => `Cộng các năm trước của nhiệm kỳ: ${input}`,
  rule: {
    sum: (input: string) => `Cách tính: bằng số “${input}”.`,
    ratio: (numerator: string, denominator: string) => `Cách tính: 100 × “${numerator}” : “${denominator}”.`,
    growth: (current: string, previous: string) => `Cách tính: 100 × (“${current}” : “${previous}” − 1).`,
    termSum: (input: string) =>
      `Cách tính: cộng “${input}” của các năm từ đầu nhiệm kỳ: số cả năm của các năm trước, số của kỳ trong năm đang xem.`,
    flag: (input: string) => `Cách tính: theo “${input}”.`,
  },
  goal: (goal: string, horizon: string) => `Mục tiêu của toàn xã: ${goal}, ${horizon}.`,
  stretch: (bound: string) => `Được tính là vượt khi ${bound}.`,
  /** A goal that is a share of what was reported in the baseline period. */
  shareOfBaseline: (sign: string, percent: string, input: string) => `${sign} ${percent} của “${input}”`,
  own: 'Đây là số của riêng đơn vị; số toàn xã ở trang “Tổng hợp”. Ô trống: còn thiếu số, hoặc có số chưa gửi được hay chưa hợp lệ.',
  protection:
    'Trang này do công thức tính từ trang của từng năm; sửa ở đây có thể làm sai kết quả. Chỉ chọn năm ở ô bên cạnh “Năm:”.',
} as const;

export const GUIDE_WORDS = {
  title: (commune: string) => `HƯỚNG DẪN NHẬP SỐ LIỆU CHỈ TIÊU NGHỊ QUYẾT, XÃ ${commune.toUpperCase()}`,
  unit: 'Đơn vị báo cáo',
  protection: 'Trang hướng dẫn do tiện ích viết; thiết lập lại sẽ viết lại trang này.',
} as const;

/** The guide's lines: a heading in the first column, its text in the second. */
export const GUIDE_LINES: readonly (readonly [string, string])[] = [
  [
    'Nhập số',
    'Mỗi năm một trang tính, mỗi kỳ một cột: Quý I, 6 tháng, 9 tháng, Cả năm. Nhập vào ô trắng; ô xám là số chỉ bắt buộc ở kỳ cả năm.',
  ],
  [
    'Viết số',
    'Dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân: 1.180 là một nghìn một trăm tám mươi; 2,5 là hai rưỡi. Không gõ kèm đơn vị, không gõ phần trăm.',
  ],
  [
    'Số cộng dồn',
    'Chỉ tiêu ghi “lũy kế từ đầu năm” là số cộng dồn từ ngày 01/01 đến hết kỳ, không phải số riêng của quý.',
  ],
  [
    'Để trống, 0 và kad',
    'Để trống: chưa có số liệu. 0: không phát sinh. “kad”: không áp dụng với đơn vị (khác với 0).',
  ],
  ['Màu trong bảng', 'Đỏ: sai hoặc chưa gửi được, phải sửa. Vàng: bất thường, khi nộp cần giải trình.'],
  [
    'Thanh bên',
    'Thực đơn “Chỉ tiêu” → “Mở bảng nhập”: xem số đọc được, lỗi, tác động đến chỉ tiêu; giải trình và nộp báo cáo.',
  ],
  [
    'Nộp báo cáo',
    'Làm hết “Việc còn lại trong kỳ” trong thanh bên rồi bấm nút nộp. Báo cáo bị trả lại: đọc lời người duyệt ở cuối thanh bên, sửa rồi nộp lại.',
  ],
  [
    'Gửi số liệu',
    'Số liệu tự gửi về xã khi thanh bên đang mở. Mất mạng vẫn nhập bình thường, có mạng sẽ gửi. “Gửi ngay” trong thực đơn để gửi lập tức.',
  ],
  [
    'Sắp xếp, thêm dòng',
    'Thêm hoặc dời cả dòng thì được; bảng tính có thể hỏi lại khi động đến khung bảng. Đừng sắp xếp hay cắt dán nhãn chỉ tiêu: số sẽ không được gửi cho đến khi nhãn về đúng dòng, hoặc đến khi xác nhận vị trí mới trong thanh bên.',
  ],
  ['Thu gọn', 'Bấm dấu − bên trái dòng mục hoặc dòng chỉ tiêu để thu gọn các dòng bên dưới, dấu + để mở lại.'],
  [
    'Trang “Kết quả”',
    'Kết quả từng chỉ tiêu của riêng đơn vị, tự tính từ trang của từng năm, xem được cả trên điện thoại. Chọn năm ở góc trên. Cách tính: xem ghi chú của tên chỉ tiêu.',
  ],
  ['Trang “Tổng hợp”', 'Số toàn xã do máy chủ tính, cập nhật tự động; không nhập vào trang này.'],
  [
    'In',
    'Mở trang cần in rồi bấm Ctrl+P: khổ A4, hướng dọc, lề hẹp, tỷ lệ “Vừa với chiều rộng”; bỏ đường lưới và ghi chú; chọn lặp lại các hàng đã cố định để trang nào cũng có tiêu đề. Cuối bảng có chỗ ký. Báo cáo đầy đủ in từ trang tổng hợp của xã.',
  ],
  ['Bản sao', 'Không dùng bản sao của bảng tính này để báo cáo: bản sao không gửi số liệu.'],
];

export const SUMMARY_WORDS = {
  title: (period: string) => `TỔNG HỢP TOÀN XÃ: ${period}`,
  asOf: (time: string) => (time === '' ? 'Chưa có báo cáo nào' : `Số liệu đến ${time}`),
  locked: 'đã khóa số liệu',
  heads: ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Đơn vị mình', 'Toàn xã', 'Mục tiêu', 'Đánh giá', 'Có số liệu', 'Cập nhật'],
  provisional: (figure: string) => `tạm tính ${figure}`,
  last: (figure: string, period: string) => `${figure} (${period})`,
  none: 'chưa có',
  coverage: (have: number, all: number) => `${have}/${all}`,
  missing: (names: string) => `thiếu ${names}`,
  invalid: (names: string) => `chưa hợp lệ: ${names}`,
  unitHeads: ['Đơn vị', 'Trạng thái', 'Cập nhật', 'Lỗi', 'Cần giải trình'],
  protection: 'Trang này do tiện ích ghi; số nhập vào đây sẽ bị thay.',
} as const;
