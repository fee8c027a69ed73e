/**
 * What offices write in more than one way: a meaning, then its abbreviations and other sayings. Words of the language, not of any one
 * resolution. Compared without marks and case. An abbreviation that stands under several meanings has several readings.
 */
import { plainWords, type Syllable, syllablesOf } from './syllables.ts';

const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  'an ninh trật tự': ['ANTT'],
  'an toàn': ['VietGAP', 'an toàn VietGAP', 'tiêu chuẩn an toàn', 'theo tiêu chuẩn an toàn', 'chứng nhận an toàn'],
  bản: ['thôn', 'thôn bản', 'bản thôn', 'thôn bản tiểu khu', 'bản tiểu khu', 'thôn tiểu khu', 'tổ dân phố'],
  'bảo hiểm xã hội': ['BHXH'],
  'bảo hiểm y tế': ['BHYT'],
  'bồi dưỡng': ['tập huấn', 'tập huấn bồi dưỡng', 'bồi dưỡng tập huấn', 'đào tạo bồi dưỡng', 'bồi dưỡng nghiệp vụ'],
  'cà phê': ['cây cà phê', 'cafe', 'cây cafe'],
  'cán bộ': ['CB'],
  'cán bộ công chức': ['CBCC', 'CB CC', 'cán bộ công chức viên chức', 'CBCCVC'],
  'cấp mã số vùng trồng': ['chứng nhận mã số vùng trồng', 'cấp MSVT', 'cấp mã vùng trồng'],
  'cây ăn quả': ['CAQ', 'cây ăn trái'],
  'chất thải rắn': ['CTR', 'rác thải', 'rác', 'chất thải'],
  'chất thải rắn sinh hoạt': ['CTRSH', 'rác thải sinh hoạt', 'rác sinh hoạt'],
  'chi bộ': ['CB'],
  'chi ủy': ['cấp ủy', 'ban chi ủy', 'BCH chi bộ'],
  'chính trị xã hội': ['CT-XH', 'CTXH'],
  'chuẩn quốc gia': ['CQG', 'chuẩn QG'],
  'chuyển đổi số': ['CĐS'],
  'công nghệ cao': ['CNC'],
  'công nghệ thông tin': ['CNTT', 'tin học'],
  'công tác mặt trận': ['CTMT', 'mặt trận'],
  'dân số': ['nhân khẩu', 'số khẩu', 'dân số thực tế thường trú', 'dân số thường trú', 'nhân khẩu thường trú'],
  'dịch vụ công': ['DVC'],
  'dịch vụ công trực tuyến': ['DVCTT', 'DVC TT'],
  'diện tích': ['DT', 'diện tích gieo trồng', 'DT gieo trồng'],
  'diện tích tự nhiên': ['DTTN', 'diện tích đất tự nhiên'],
  'doanh nghiệp': ['DN', 'công ty', 'công ty tư nhân', 'doanh nghiệp tư nhân'],
  dùng: ['sử dụng', 'được sử dụng'],
  'đảng viên': ['ĐV'],
  'đảng viên kết nạp': [
    'đảng viên mới',
    'phát triển đảng viên',
    'phát triển đảng viên mới',
    'phát triển đảng',
    'kết nạp đảng viên',
    'kết nạp đảng viên mới',
    'kết nạp mới đảng viên',
    'kết nạp vào đảng',
    'kết nạp đảng',
    'quần chúng ưu tú được kết nạp',
    'quần chúng ưu tú được kết nạp vào đảng',
    'quần chúng được kết nạp vào đảng',
  ],
  'đánh giá': [
    'đánh giá xếp loại',
    'đánh giá chất lượng',
    'kiểm điểm',
    'kiểm điểm đánh giá',
    'kiểm điểm đánh giá xếp loại',
    'kiểm điểm đánh giá chất lượng',
  ],
  'đạt chuẩn quốc gia': ['ĐCQG', 'đạt chuẩn QG'],
  'đổi mới sáng tạo': ['ĐMST'],
  'gia đình văn hóa': ['GĐVH', 'hộ gia đình văn hóa', 'danh hiệu gia đình văn hóa', 'hộ văn hóa'],
  'giải quyết': ['tiếp nhận giải quyết', 'tiếp nhận và giải quyết', 'xử lý giải quyết'],
  'hệ thống cấp nước': ['công trình cấp nước', 'hệ thống nước', 'công trình nước'],
  hộ: ['hộ gia đình', 'hộ dân', 'hộ dân cư', 'HGĐ'],
  'hồ sơ': ['HS'],
  'hoàn thành tốt': ['HTT'],
  'hoàn thành tốt nhiệm vụ': ['HTTNV'],
  'hoàn thành xuất sắc': ['HTXS', 'xuất sắc'],
  'hoàn thành xuất sắc nhiệm vụ': ['HTXSNV'],
  'học sinh': ['HS'],
  'hợp tác xã': ['HTX'],
  'hợp vệ sinh': ['HVS'],
  'kết nạp': ['mới kết nạp', 'kết nạp mới'],
  'khách du lịch': ['du khách', 'khách tham quan'],
  'khiếu kiện': ['khiếu nại', 'khiếu nại tố cáo', 'đơn thư', 'đơn thư khiếu nại', 'đơn thư khiếu kiện'],
  'khoa học công nghệ': ['KHCN', 'KH-CN'],
  'không ma túy': ['không có ma túy', 'sạch ma túy', 'sạch về ma túy', 'không có tệ nạn ma túy'],
  'khu dân cư': ['KDC'],
  'lao động': ['LĐ'],
  'lực lượng lao động': ['LLLĐ', 'lực lượng LĐ', 'trong độ tuổi lao động', 'lao động trong độ tuổi'],
  'mã số vùng trồng': ['MSVT', 'mã vùng trồng'],
  'mầm non': ['MN'],
  'mặt trận tổ quốc': ['MTTQ'],
  'mức độ 2': ['mức 2', 'mức độ II', 'mức II', 'MĐ2', 'MĐ 2', 'cấp độ 2'],
  'nền nếp': ['nề nếp'],
  'ngân sách': ['NS', 'NSNN', 'ngân sách nhà nước', 'ngân sách địa phương', 'NSĐP', 'ngân sách xã', 'NSX'],
  người: ['người dân', 'nhân dân'],
  'nhà văn hóa': ['NVH', 'nhà sinh hoạt cộng đồng', 'nhà sinh hoạt văn hóa'],
  'nông thôn mới': ['NTM'],
  'nông thôn mới nâng cao': ['NTMNC', 'NTM NC'],
  'phổ thông': ['PT', 'tiểu học', 'TH', 'trung học cơ sở', 'THCS', 'trung học phổ thông', 'THPT', 'TH&THCS'],
  'quốc gia': ['QG'],
  'tham gia bảo hiểm y tế': [
    'tham gia BHYT',
    'có BHYT',
    'có thẻ BHYT',
    'thẻ BHYT',
    'có bảo hiểm y tế',
    'thẻ bảo hiểm y tế',
  ],
  'thu gom': ['thu gom xử lý', 'thu gom và xử lý', 'xử lý'],
  'thủ tục': ['TTHC', 'thủ tục hành chính'],
  'tổ chức cơ sở đảng': ['TCCSĐ'],
  'trực tuyến toàn trình': [
    'dịch vụ công trực tuyến toàn trình',
    'DVC trực tuyến toàn trình',
    'DVCTT toàn trình',
    'cung cấp trực tuyến toàn trình',
    'cung cấp dịch vụ công trực tuyến toàn trình',
    'cung cấp DVC trực tuyến toàn trình',
    'cung cấp DVCTT toàn trình',
  ],
  trường: ['trường học', 'cơ sở giáo dục'],
  'ứng dụng công nghệ cao': ['ƯDCNC', 'ứng dụng CNC'],
  'văn hóa': ['VH'],
  'xuất khẩu lao động': [
    'XKLĐ',
    'đi làm việc ở nước ngoài',
    'đi làm việc tại nước ngoài',
    'đi làm việc nước ngoài',
    'đi làm việc có thời hạn ở nước ngoài',
    'đi làm việc ở nước ngoài theo hợp đồng',
    'đi lao động ở nước ngoài',
    'đi lao động nước ngoài',
    'làm việc ở nước ngoài',
    'lao động ở nước ngoài',
  ],
};

/** What may be said of every row, and so says nothing of one. */
const FILLERS = [
  'trên địa bàn',
  'trên địa bàn xã',
  'địa bàn',
  'toàn xã',
  'của xã',
  'khu vực',
  'toàn khu vực',
  'trên địa bàn khu vực',
  'cấp xã',
  'đến cuối kỳ',
  'tính đến cuối kỳ',
  'tính đến',
  'cuối kỳ',
  'trong kỳ',
  'kỳ báo cáo',
  'đến nay',
  'trong năm',
  'hằng năm',
  'hàng năm',
  'lũy kế',
  'LK',
  'lũy kế từ đầu năm',
  'từ đầu năm',
  'tính từ đầu năm',
  'cộng dồn',
  'ước tính',
  'ước thực hiện',
  'thực hiện',
  'kết quả',
  'hiện có',
  'hiện nay',
  'đang hoạt động',
  'hoạt động',
  'số lượng',
  'khối lượng',
  'tổng số',
  'xếp loại',
  'được xếp loại',
  'trực thuộc',
  'đối với',
];

/** Words that add nothing to what is counted; the last line are names of what every row belongs to. */
const LIGHT = new Set(
  syllablesOf(
    `số tổng các cộng và là của cho từ đến trên được đã có còn đang theo trong ở tại về với năm kỳ thuộc diện gồm cả
    tất mọi những hiện lượng lượt mức như khác người
    xã phường địa phương`,
  ).flatMap(({ plain, toned }) => [plain, toned]),
);

/** Words that make a part, or a change, of what a label counts: "hộ cận nghèo", "đảng viên dự bị", "diện tích trồng mới". */
const NARROWING = new Set(
  syllablesOf(
    `cận thoát tái mới nữ thiểu DTTS trẻ tuổi hạn tăng giảm trồng hoạch khoanh lập nguyện thất bị nợ miễn chưa không`,
  ).flatMap(({ plain, toned }) => [plain, toned]),
);

/** Whether a word makes another, narrower thing of what a label counts. */
export function isNarrowing({ plain, toned }: Syllable): boolean {
  return NARROWING.has(toned ?? plain);
}

/** Whether a word adds nothing to what a label counts: "cả", but not "cà" of "cà phê" where marks tell them apart. */
export function isLight({ plain, toned }: Syllable): boolean {
  return LIGHT.has(toned ?? plain);
}

export interface Saying {
  readonly from: readonly string[];
  /** Its readings; an empty one says nothing. */
  readonly readings: readonly (readonly Syllable[])[];
}

const BY_FIRST_WORD = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Saying[]> {
  const readings = new Map<string, Syllable[][]>();
  const add = (spelling: string, meaning: string): void => {
    const words = plainWords(spelling);
    readings.set(words, [...(readings.get(words) ?? []), [...syllablesOf(meaning)]]);
  };
  // The meaning itself too: else a shorter spelling in it would be replaced.
  for (const [meaning, spellings] of Object.entries(SAYINGS))
    for (const spelling of [meaning, ...spellings]) add(spelling, meaning);
  for (const filler of FILLERS) add(filler, '');
  const map = new Map<string, Saying[]>();
  for (const [words, found] of readings) {
    const saying = { from: words.split(' '), readings: found };
    const first = saying.from[0] ?? '';
    map.set(
      first,
      [...(map.get(first) ?? []), saying].sort((one, other) => other.from.length - one.from.length),
    );
  }
  return map;
}

/** The longest saying that begins at a place of a text's words; undefined where none does. */
export function sayingAt(words: readonly Syllable[], place: number): Saying | undefined {
  const candidates = BY_FIRST_WORD.get(words[place]?.plain ?? '') ?? [];
  return candidates.find(({ from }) => from.every((word, at) => words[place + at]?.plain === word));
}
