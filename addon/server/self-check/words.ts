/** What the tab "Tự kiểm tra" says. Apart from the room's other words: a technician reads it, once, and it is long. */
import { formatNumber } from '../../../shared/number-format.ts';

export const TAB_WORDS = {
  name: 'Tự kiểm tra',
  scratch: (moment: number) => `Tự kiểm tra (tạm, sẽ tự xóa ${moment})`,
  title: 'TỰ KIỂM TRA NỀN TẢNG',
  tally: (holding: number, differing: number, untried: number) =>
    `${holding} đúng · ${differing} khác · ${untried} không thử được`,
  kinds: { holds: '✓ Đúng', differs: '≠ Khác', untried: '– Không thử được' },
  toDo: '○ Chưa làm',
  heads: ['Giả định', 'Kết quả', 'Đã thấy', 'Vì sao quan trọng, phải làm gì', ''],
  stepHeads: ['Bước 2: làm tay ở các ô vàng (cột E, F)', 'Kết quả', 'Đã thấy', 'Cách làm', 'Ô để thử'],
  protection: 'Trang này do tiện ích ghi; chỉ thử ở các ô vàng.',
  running: 'Đang tự kiểm tra, khoảng một đến hai phút. Xin đừng đóng bảng tính.',
  done: (tally: string, tab: string) => `Đã kiểm tra: ${tally}. Xem trang “${tab}”.`,
  failed: (why: string) => `Chưa tự kiểm tra được: ${why}`,
} as const;

/** The lines above the tables: what they tell, and what the technician does with it. */
export const ABOUT_WORDS = {
  host: ['Nơi chạy', ''],
  at: ['Lúc', ''],
  book: ['Bảng tính', ''],
  locale: ['Ngôn ngữ, múi giờ', ''],
  account: ['Tài khoản', 'Phải là tài khoản của người đang bấm.'],
  script: ['Mã dự án tập lệnh', ''],
  aud: ['Mã ứng dụng (aud)', 'Quản trị đăng ký mã này cho đơn vị. Mỗi bảng tính, mỗi bản sao có mã riêng.'],
  iss: ['Nơi cấp thẻ (iss)', 'Máy chủ phải tin nơi này. Không chép thẻ định danh đi đâu.'],
  scopes: ['Quyền đã cấp', 'Nếu thiếu: mở địa chỉ bên cạnh, đánh dấu mọi ô rồi cho phép.'],
  worker: ['Máy chủ', ''],
  google: 'Google',
  elsewhere: 'không phải Google',
} as const;

/** What was seen, in few words. */
export const SEEN_WORDS = {
  number: (text: string) => `số ${text}`,
  text: (text: string) => `“${text}”`,
  date: (day: string) => `ngày ${day}`,
  blank: 'trống',
  nothing: 'không có',
  yes: 'có',
  no: 'không',
  rows: (marks: readonly number[], text: number) =>
    `dấu ${marks.length === 0 ? 'không còn' : `ở dòng ${marks.join(', ')}`}, chữ ${text === 0 ? 'không còn' : `ở dòng ${text}`}`,
  accepted: 'Được nhận.',
  instead: (seen: string, expected: string) => `${seen} (chờ đợi: ${expected})`,
  threw: (message: string) => `Bị lỗi: ${message}`,
  notCleaned: (seen: string, why: string) => `${seen}. Chưa dọn được: ${why}`,
  timeIsUp: 'Hết giờ của một lượt chạy. Chạy lại khi mạng nhanh hơn.',
  otherLocale: (locale: string, seen: string) => `Bảng tính đang ở ${locale}: ${seen}`,
  notComputed: (message: string) => `Công thức chưa tính trong lượt chạy này: ${message}`,
  changedFurtherOn: (start: unknown) => `Bị đổi ở phần sau của ${start}…`,
  characters: (written: number, back: number) => `Ghi ${written} ký tự, đọc lại ${back}`,
  size: (characters: number, bytes: number) => `${formatNumber(characters)} ký tự, ${formatNumber(bytes)} byte`,
  lockTaken: 'Lượt chạy khác đang giữ khóa. Chạy lại sau ít phút.',
  noToken: 'Google không đưa thẻ định danh',
  token: (aud: string, iss: string, own: boolean) => `aud ${aud}, iss ${iss}${own ? '' : ', azp khác aud'}`,
  left: (seconds: number) => `Còn ${formatNumber(seconds)} giây`,
  scopes: (scopes: readonly string[], url: string | null) =>
    [scopes.join(', ') || 'không cho biết', url === null ? '' : `Còn thiếu, cấp ở: ${url}`].filter(Boolean).join('. '),
  unreachable: (message: string) => `Chưa nối được máy chủ: ${message}`,
  status: (code: number) => `Mã ${code}`,
  seconds: (milliseconds: number) => `Lệch ${formatNumber(milliseconds / 1000)} giây`,
  milliseconds: (each: number) => `${formatNumber(each)} mili giây`,
  clockStands: 'Đồng hồ không chạy trong lượt này',
  tooQuick: 'Quá nhanh, không đo được',
  batch: (cells: number, single: number, atOnce: number) =>
    `${cells} ô từng ô một: ${single} mili giây, cả khối: ${atOnce} mili giây`,
  noTriggers: 'Tài khoản này chưa cài trình kích hoạt (chưa thiết lập, hoặc người khác đã cài)',
  wouldFill: 'Không thử: lấp đầy kho nhớ thì bảng tính hết gửi được',
  carrierLife: (moment: string | null) =>
    `Không chạy từ thực đơn được. Dấu hiệu gần nhất của trình kích hoạt: ${moment ?? 'chưa có'}`,
  wouldCost: 'Không thử: mỗi lần chọn ô sẽ tốn một lượt chạy; tiện ích không dùng',
  byHandOnly: 'Chỉ thấy khi gõ thật nhanh cả một cột',
  wouldTakeMinutes: 'Không thử: phải chạy hết sáu phút',
  atTheDesk: 'Không thử ở đây: đã thử ở bàn nhập của bộ mã nguồn',
  event: (place: string, value: string, oldValue: string, mode: string) =>
    `${place}; value: ${value}; oldValue: ${oldValue}; ${mode}`,
  cell: (seen: string) => `ô: ${seen}`,
} as const;

const REPORT = 'Nếu khác: báo người viết phần mềm.';
const NUMBERS = 'Nếu khác, số có thể bị đọc nhầm: đặt ngôn ngữ Việt Nam (Tệp → Cài đặt) rồi kiểm tra lại.';
const HARMLESS = 'Nếu khác: không hại, nhưng báo người viết phần mềm.';
const MARKS = 'Nếu khác, dòng có thể bị nhận nhầm: báo người viết phần mềm trước khi dùng.';
const RULES = 'Nếu khác, báo lỗi trong ô có thể sai: xem màu và quy tắc của vài ô rồi báo người viết phần mềm.';

/** By the check's id: what is assumed; why it matters and what to do. */
export const CHECK_WORDS: Readonly<Record<string, readonly [assumed: string, matters: string]>> = {
  'identity.token': [
    'Google cấp thẻ định danh, có aud và iss.',
    'Không có thẻ thì không gửi được: cấp đủ quyền rồi mở lại.',
  ],
  'identity.email': ['Thẻ ghi địa chỉ thư đã xác nhận.', 'Máy chủ chỉ nhận tài khoản có địa chỉ đã xác nhận.'],
  'identity.life': ['Thẻ còn hạn, nhiều nhất một giờ.', `Hết hạn thì thanh bên phải xin thẻ khác. ${REPORT}`],
  'identity.account': [
    'Lượt chạy, người bấm và thẻ là một tài khoản.',
    'Nếu khác: trình duyệt đang có hai tài khoản Google. Thoát bớt hoặc dùng cửa sổ riêng.',
  ],
  'identity.scopes': ['Đã cấp đủ các quyền mà tiện ích xin.', 'Thiếu quyền thì việc cần quyền ấy không chạy.'],
  'network.reach': ['Gọi được máy chủ của xã.', 'Nếu khác: máy chủ chưa chạy đúng, hoặc địa chỉ khi đóng gói bị sai.'],
  'network.mute': ['Máy chủ từ chối thì vẫn đọc được mã trả lời.', 'Tiện ích dựa vào mã ấy để báo lỗi cho đúng.'],
  'network.headers': ['Tên đầu mục trả lời đọc được, chữ hoa thường thế nào cũng được.', HARMLESS],
  'network.redirect': [
    'Không tự đi theo khi bị chuyển sang địa chỉ khác.',
    'Nếu khác, thẻ định danh có thể bị mang đi nơi khác: ngừng dùng, báo người viết phần mềm.',
  ],
  'network.clock': ['Giờ của Google và của máy chủ lệch không quá 30 giây.', 'Lệch nhiều thì thẻ bị coi là hết hạn.'],
  'locale.vietnamese': ['Bảng tính đặt ngôn ngữ Việt Nam (vi_VN).', NUMBERS],
  'locale.time-zone': [
    'Múi giờ của bảng tính và tập lệnh là giờ Việt Nam.',
    'Nếu khác, ngày giờ bị lệch: đặt lại ở Tệp → Cài đặt.',
  ],
  'values.grouped': ['Ghi “1.180” thì ô thành số 1.180.', NUMBERS],
  'values.decimal': ['Ghi “2,5” thì ô thành số 2,5.', NUMBERS],
  'values.foreign': [
    '“1.18”, “1,180,000”, “1 180” vẫn là chữ.',
    'Nếu khác, Google tự đổi thành số hoặc ngày: dặn người nhập xem lại các ô viết như vậy.',
  ],
  'values.date': ['Ghi “1/2” thì ô thành ngày 01/02.', 'Ô thành ngày thì được báo và không gửi.'],
  'values.percent': [
    'Ghi “41,5%” thì ô thành 0,415 với định dạng phần trăm.',
    `Ô phần trăm được báo và không gửi. ${REPORT}`,
  ],
  'values.text-format': ['Ô định dạng chữ giữ nguyên “1.180” và “1/2”.', `Trang “Tổng hợp” ghi số bằng chữ. ${REPORT}`],
  'values.text-formula': ['Ô định dạng chữ vẫn nhận “=1+1” là công thức.', HARMLESS],
  'values.shown': ['getValue cho số 1180, getDisplayValue cho chữ “1.180”.', NUMBERS],
  'values.kept-format': ['Ghi số vào ô có định dạng riêng thì định dạng giữ nguyên.', HARMLESS],
  'values.blank': ['Ô trống đọc ra chữ rỗng.', `Ô trống nghĩa là chưa có số liệu. ${REPORT}`],
  'values.unicode': ['Chữ tiếng Việt dựng rời và dấu cách cứng giữ nguyên.', HARMLESS],
  'values.past-validation': [
    'Tập lệnh ghi được giá trị mà quy tắc của ô từ chối.',
    'Nếu khác: thanh bên báo lỗi khi ghi giá trị mà ô không nhận; hãy gõ trong ô.',
  ],
  'formulas.separator': ['Công thức ghi với “;” đọc lại với “,”.', HARMLESS],
  'formulas.value': ['Công thức ghi với “;” tính đúng.', RULES],
  'formulas.error': ['Ô báo lỗi vẫn đọc được công thức.', `Ô có công thức thì không gửi. ${REPORT}`],
  'formulas.error-value': ['Ô chia cho không đọc ra “#DIV/0!”.', `Ô báo lỗi thì không gửi. ${REPORT}`],
  'formulas.condition': ['Định dạng có điều kiện giữ nguyên công thức.', RULES],
  'formulas.condition-elsewhere': ['Định dạng có điều kiện nhận INDIRECT sang trang khác.', HARMLESS],
  'formulas.validation': ['Quy tắc nhập của bảng mẫu giữ nguyên công thức.', RULES],
  'metadata.row': ['Dấu ẩn đặt được trên cả một dòng và tìm lại được.', MARKS],
  'metadata.insert-row': ['Thêm dòng ở trên thì dấu đi theo dòng của nó.', MARKS],
  'metadata.move-row': ['Dời dòng thì dấu đi theo.', MARKS],
  'metadata.sort': ['Sắp xếp thì dấu ở lại chỗ cũ.', MARKS],
  'metadata.cut': ['Cắt dán thì dấu ở lại chỗ cũ.', MARKS],
  'metadata.delete-row': ['Xóa dòng thì dấu mất theo.', MARKS],
  'metadata.duplicate': ['Hai dấu trùng nhau thì thấy cả hai.', MARKS],
  'metadata.column': ['Dấu ẩn đặt được trên cả một cột.', HARMLESS],
  'metadata.part-refused': ['Dấu ẩn trên một phần của dòng bị từ chối.', HARMLESS],
  'metadata.by-size-refused': ['Cả dòng gọi theo số cột (không theo “5:5”) cũng bị từ chối.', HARMLESS],
  'metadata.spreadsheet': [
    'Dấu của cả bảng tính không lẫn với dấu của trang.',
    `Nhờ dấu này mà biết bản sao. ${REPORT}`,
  ],
  'sheet.front': ['Trang mới tự hiện lên trước.', HARMLESS],
  'sheet.back': ['Đưa được người dùng về chỗ đang đứng.', HARMLESS],
  'sheet.empty': ['Trang trống có dòng cuối là 0.', `Thiết lập dựa vào đây để không ghi đè. ${REPORT}`],
  'sheet.current-cell': ['Biết ô đang chọn khi chạy từ thực đơn.', 'Nếu khác, thanh bên không theo được ô đang chọn.'],
  'sheet.by-id': ['Đổi tên trang thì vẫn tìm được theo mã.', REPORT],
  'sheet.protection': ['Bảo vệ chỉ cảnh báo: tập lệnh vẫn ghi, chừa được ô.', HARMLESS],
  'memory.properties': [
    'Có kho nhớ của bảng tính, chữ Việt giữ nguyên.',
    `Không có kho nhớ thì không gửi được. ${REPORT}`,
  ],
  'memory.value-limit': [
    'Mỗi mục nhớ chứa được 9.000 byte.',
    'Nếu khác, việc ghi nhớ sẽ bị lỗi: ngừng dùng, báo người viết phần mềm.',
  ],
  'memory.bytes': ['Giới hạn 9 KB tính theo byte, không theo chữ.', HARMLESS],
  'memory.lock': [
    'Có khóa của bảng tính: giữ và nhả được.',
    'Không có khóa thì hai người cùng lúc có thể ghi đè nhau.',
  ],
  'memory.flush': ['Ghi, đẩy xuống, nhả khóa: người sau đọc thấy ngay.', REPORT],
  'memory.cache': [
    'Bộ nhớ tạm giữ, cho lại và xóa.',
    'Nếu khác: không mất gì; thanh bên có thể hiện chậm vài phút, trình kích hoạt có thể gửi thay.',
  ],
  'runs.clock': ['Đồng hồ chạy tới, mịn hơn 50 mili giây.', HARMLESS],
  'runs.one-call': ['Một lần đọc ô dưới 2 giây.', 'Nếu khác: mạng hoặc Google đang chậm, tiện ích sẽ ì.'],
  'runs.batch': ['Đọc cả khối không chậm hơn đọc từng ô.', HARMLESS],
  'triggers.own': [
    'Có đúng hai trình kích hoạt của tiện ích.',
    'Nếu khác: xóa cái thừa ở Tiện ích mở rộng → Apps Script → Trình kích hoạt.',
  ],
  'memory.total': ['Kho nhớ chứa được 500 KB.', `Nếu hết chỗ, việc ghi nhớ sẽ báo lỗi. ${REPORT}`],
  'triggers.clock': ['Trình kích hoạt theo giờ mở được bảng tính.', 'Nếu không, số liệu vẫn gửi khi thanh bên mở.'],
  'triggers.selection': ['onSelectionChange không đáng tin.', 'Thanh bên tự hỏi ô đang chọn.'],
  'triggers.dropped': ['Gõ nhanh thì một số sự kiện sửa ô bị bỏ.', 'Mỗi lần gửi đều đọc lại cả kỳ.'],
  'runs.limit': ['Một lượt chạy dài nhất sáu phút, lượt khi sửa ô 30 giây.', 'Mỗi lượt chỉ gửi vài kỳ.'],
  'sidebar.values': ['Thanh bên và tập lệnh chỉ trao đổi giá trị kiểu JSON.', REPORT],
};

/** By the step's id: what is assumed; how the person tries it. */
export const STEP_WORDS: Readonly<Record<string, readonly [assumed: string, how: string]>> = {
  'events.typed': ['Gõ một ô: sự kiện có value, không có oldValue.', 'Gõ 1.180 vào ô vàng rồi Enter.'],
  'events.retyped': ['Gõ đè: có cả value và oldValue.', 'Gõ 2,5 đè lên số 1 rồi Enter.'],
  'events.cleared': ['Xóa một ô: chỉ có oldValue.', 'Chọn ô có số 1, bấm phím Delete.'],
  'events.pasted-block': [
    'Dán hai ô: không có value, không có oldValue.',
    'Chép hai ô cạnh nhau ở trang này, dán vào đây.',
  ],
  'events.pasted-one': ['Dán một ô: không có value, không có oldValue.', 'Chép một ô ở trang này, dán vào ô vàng.'],
  'events.filled': ['Kéo điền: không có value.', 'Kéo góc ô có số 1 sang ô bên phải.'],
  'events.past-validation': [
    'Dán thì qua được quy tắc nhập của ô.',
    'Ô vàng chỉ nhận số. Chép một ô chữ ở trang này rồi dán vào.',
  ],
  'events.simple': ['onEdit chạy với quyền hạn chế (LIMITED).', 'Tự ghi khi làm một bước bất kỳ.'],
  'events.installed': [
    'Trình kích hoạt đã cài chạy với đủ quyền (FULL), có mã.',
    'Tự ghi khi làm một bước bất kỳ lúc thanh bên đóng, nếu bảng tính đã thiết lập.',
  ],
  'looks.elsewhere': [
    'Định dạng có điều kiện hiện màu theo trang khác (INDIRECT).',
    'Ô F bên phải có nền xanh không? Chọn Có hoặc Không ở ô E.',
  ],
  'looks.sidebar-commits': [
    'Đang gõ dở mà bấm vào thanh bên thì ô nhận số.',
    'Mở thanh bên, gõ 5 vào ô F, đừng Enter, bấm vào thanh bên. Ô F có giữ số 5 không? Chọn ở ô E.',
  ],
};

export const ANSWERS = { yes: 'Có', no: 'Không' } as const;
