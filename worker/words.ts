/** Everything that the service itself says to people, in Vietnamese. The pages' own words are in their room. */

/** Every problem that the service answers with: its status, its title, and what to do about it. */
export const PROBLEMS = {
  'bad-request': {
    status: 400,
    title: 'Yêu cầu không đúng mẫu',
    detail: 'Nội dung gửi lên không đúng mẫu quy định. Tải lại trang hoặc bảng tính rồi thử lại.',
  },
  'bad-json': {
    status: 400,
    title: 'Nội dung không phải JSON',
    detail: 'Nội dung gửi lên không đọc được dưới dạng JSON (UTF-8).',
  },
  'bad-precondition': {
    status: 400,
    title: 'Điều kiện gửi không đúng',
    detail: 'Chỉ nhận "If-None-Match: *" hoặc "If-Match" với đúng một số hiệu bản, không nhận cả hai.',
  },
  'reason-missing': {
    status: 400,
    title: 'Thiếu lý do',
    detail: 'Việc này cần nêu lý do, ít nhất 3 ký tự và không quá 500 ký tự.',
  },
  'sign-in-failed': {
    status: 400,
    title: 'Đăng nhập chưa thành công',
    detail: 'Lần đăng nhập này đã hết hạn hoặc bị ngắt giữa chừng. Mời đăng nhập lại từ đầu.',
  },
  unauthenticated: {
    status: 401,
    title: 'Chưa đăng nhập',
    detail: 'Cần đăng nhập để xem hoặc gửi số liệu.',
  },
  'invalid-token': {
    status: 401,
    title: 'Chưa xác nhận được người gửi',
    detail: 'Thông tin đăng nhập không hợp lệ. Mời đăng nhập lại.',
  },
  'expired-token': {
    status: 401,
    title: 'Phiên đăng nhập đã hết hạn',
    detail: 'Thông tin đăng nhập đã hết hạn. Mời mở lại thanh bên hoặc đăng nhập lại.',
  },
  'unknown-audience': {
    status: 401,
    title: 'Bảng tính chưa được đăng ký',
    detail: 'Bảng tính này chưa được đăng ký cho đơn vị nào. Nhờ quản trị đăng ký mã ứng dụng của bảng tính.',
  },
  'other-account': {
    status: 401,
    title: 'Địa chỉ thư thuộc tài khoản khác',
    detail:
      'Địa chỉ thư này đã gắn với một tài khoản khác của xã. Nếu tài khoản vừa được cấp lại, nhờ quản trị gỡ tên cũ rồi mời lại.',
  },
  forbidden: {
    status: 403,
    title: 'Không có quyền',
    detail: 'Tài khoản đang dùng không có quyền làm việc này. Nếu cần, nhờ quản trị của xã cấp quyền.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Yêu cầu từ trang khác',
    detail: 'Yêu cầu này được gửi từ một trang khác nên không được nhận. Mời thao tác ngay trên trang của xã.',
  },
  'https-required': {
    status: 403,
    title: 'Cần kết nối an toàn',
    detail: 'Yêu cầu này được gửi không mã hóa (http://) nên không được nhận. Mời gửi lại tới địa chỉ https:// của xã.',
  },
  'not-found': {
    status: 404,
    title: 'Không tìm thấy',
    detail: 'Địa chỉ này không có. Kiểm tra lại đường dẫn.',
  },
  'unknown-unit': {
    status: 404,
    title: 'Không có đơn vị này',
    detail: 'Không có đơn vị báo cáo mang mã này.',
  },
  'unknown-period': {
    status: 404,
    title: 'Không có kỳ này',
    detail: 'Kỳ báo cáo này không thuộc nhiệm kỳ của nghị quyết.',
  },
  'no-report': {
    status: 404,
    title: 'Chưa có báo cáo',
    detail: 'Đơn vị chưa gửi báo cáo nào cho kỳ này.',
  },
  'unknown-member': {
    status: 404,
    title: 'Không có người dùng này',
    detail: 'Không có người dùng nào mang địa chỉ thư này.',
  },
  'unknown-audience-id': {
    status: 404,
    title: 'Chưa đăng ký mã này',
    detail: 'Không có bảng tính nào được đăng ký với mã ứng dụng này.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Cách gọi không đúng',
    detail: 'Địa chỉ này có, nhưng không nhận cách gọi vừa dùng. Mời mở lại từ trang của xã.',
  },
  'sheet-mismatch': {
    status: 409,
    title: 'Bảng tính khác đang gửi',
    detail:
      'Đơn vị đã gắn với một bảng tính khác; bảng tính này có thể là bản sao. Hãy nhập ở bảng tính gốc, hoặc nhờ quản trị bỏ liên kết bảng tính cũ.',
  },
  accepted: {
    status: 409,
    title: 'Báo cáo đã được duyệt',
    detail: 'Báo cáo của kỳ này đã được duyệt nên không sửa được. Cần sửa thì nhờ người duyệt trả lại báo cáo.',
  },
  'not-submitted': {
    status: 409,
    title: 'Báo cáo chưa nộp',
    detail: 'Chỉ duyệt được báo cáo đã nộp, và chỉ trả lại được báo cáo đã nộp hoặc đã duyệt.',
  },
  'not-in-person': {
    status: 409,
    title: 'Phải tự tay nộp',
    detail: 'Báo cáo chỉ được nộp khi chính người báo cáo bấm nộp ở thanh bên hoặc trong thực đơn.',
  },
  'last-admin': {
    status: 409,
    title: 'Quản trị cuối cùng',
    detail: 'Đây là quản trị cuối cùng nên không gỡ hoặc đổi vai trò được. Hãy thêm một quản trị khác trước.',
  },
  'not-empty': {
    status: 409,
    title: 'Nơi này đã có số liệu',
    detail:
      'Chỉ khôi phục được vào hệ thống mới, chưa ghi việc gì vào sổ. Ở đây đã có việc được ghi nên không thay đổi gì.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Báo cáo đã thay đổi',
    detail: 'Báo cáo đã được người khác cập nhật sau lần đọc cuối. Hãy xem bản hiện tại rồi chọn số liệu cần giữ.',
  },
  'too-large': {
    status: 413,
    title: 'Nội dung quá lớn',
    detail: 'Nội dung gửi lên vượt quá 128 KiB.',
  },
  'backup-too-large': {
    status: 413,
    title: 'Tệp sao lưu quá lớn',
    detail: 'Tệp sao lưu lớn hơn mức cho phép của hệ thống này; chưa có gì được khôi phục.',
  },
  'backup-format': {
    status: 400,
    title: 'Không phải tệp sao lưu',
    detail: 'Tệp không đúng mẫu tệp sao lưu của hệ thống này; chưa có gì được khôi phục. Kiểm tra lại tệp đã chọn.',
  },
  findings: {
    status: 422,
    title: 'Số liệu chưa đạt yêu cầu',
    detail: 'Có số liệu không nhận được hoặc chưa đủ điều kiện nộp. Xem từng mục kèm theo.',
  },
  'backup-newer': {
    status: 422,
    title: 'Tệp sao lưu của phiên bản mới hơn',
    detail: 'Tệp được lưu từ một phiên bản mới hơn của hệ thống. Hãy cập nhật hệ thống này rồi khôi phục lại.',
  },
  'backup-schema': {
    status: 422,
    title: 'Tệp sao lưu của phiên bản không còn đọc được',
    detail: 'Tệp được lưu theo một cấu trúc mà hệ thống này không chuyển đổi được; chưa có gì được khôi phục.',
  },
  'backup-foreign': {
    status: 422,
    title: 'Tệp sao lưu của nơi khác',
    detail: 'Tệp thuộc một xã hoặc một nghị quyết khác nên không khôi phục vào đây.',
  },
  'backup-truncated': {
    status: 422,
    title: 'Tệp sao lưu không trọn vẹn',
    detail: 'Tệp không kết thúc bằng dòng kết thúc, có thể do tải về bị ngắt. Hãy dùng một tệp sao lưu khác.',
  },
  'backup-damaged': {
    status: 422,
    title: 'Tệp sao lưu đã bị thay đổi',
    detail: 'Số dòng hoặc mã kiểm tra ở cuối tệp không khớp với nội dung. Hãy dùng một tệp sao lưu khác.',
  },
  'backup-order': {
    status: 422,
    title: 'Các dòng của tệp sao lưu không đúng',
    detail: 'Trong tệp có dòng bị lặp, bị đổi chỗ hoặc không viết đúng mẫu; chưa có gì được khôi phục.',
  },
  'backup-ledger': {
    status: 422,
    title: 'Sổ ghi trong tệp không liền mạch',
    detail: 'Chuỗi mã của sổ ghi trong tệp không khớp: có việc đã bị sửa, xóa hoặc thêm. Chưa có gì được khôi phục.',
  },
  'backup-revisions': {
    status: 422,
    title: 'Báo cáo trong tệp khác với sổ ghi',
    detail:
      'Có bản báo cáo trong tệp bị thiếu, bị thừa hoặc không giống với việc đã ghi trong sổ. Chưa có gì được khôi phục.',
  },
  'backup-standing': {
    status: 422,
    title: 'Thiết lập trong tệp khác với sổ ghi',
    detail:
      'Người dùng, bảng tính, mã ứng dụng hoặc việc khóa kỳ trong tệp không giống với việc đã ghi trong sổ. Chưa có gì được khôi phục.',
  },
  locked: {
    status: 423,
    title: 'Kỳ đã khóa',
    detail: 'Số liệu của kỳ này đã khóa. Cần sửa thì nhờ quản trị mở khóa.',
  },
  'upgrade-required': {
    status: 426,
    title: 'Cần kết nối WebSocket',
    detail: 'Địa chỉ này chỉ dùng cho kết nối WebSocket.',
  },
  'precondition-required': {
    status: 428,
    title: 'Thiếu điều kiện gửi',
    detail: 'Cần "If-None-Match: *" cho bản đầu tiên, hoặc "If-Match" với số hiệu của bản đang sửa.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Quá nhiều yêu cầu',
    detail: 'Có quá nhiều yêu cầu trong thời gian ngắn. Số liệu vẫn còn nguyên; chờ một lát rồi thử lại.',
  },
  internal: {
    status: 500,
    title: 'Lỗi của hệ thống',
    detail: 'Hệ thống gặp lỗi ngoài dự tính; chưa có gì được lưu. Mời thử lại, nếu còn lỗi thì báo quản trị.',
  },
  'keys-unavailable': {
    status: 503,
    title: 'Chưa kiểm tra được đăng nhập',
    detail: 'Tạm thời không kiểm tra được thông tin đăng nhập với nơi cấp. Chờ một lát rồi thử lại.',
  },
  'newer-data': {
    status: 503,
    title: 'Máy chủ đang chạy bản cũ hơn dữ liệu',
    detail:
      'Dữ liệu của xã đã được một bản mới hơn ghi, nên bản cũ này không đọc và không ghi gì; dữ liệu còn nguyên. Nhờ kỹ thuật triển khai lại bản mới.',
  },
  'storage-unavailable': {
    status: 503,
    title: 'Tạm thời chưa lưu được',
    detail: 'Hệ thống tạm thời chưa lưu được; chưa có gì được lưu. Chờ một lát rồi thử lại.',
  },
} as const;

/** Finding messages of the service's own, where a request names what a report cannot have. */
export const WORDS = {
  unknownReason: (input: string) => `Giải trình gửi kèm cho “${input}” không thuộc số liệu của đơn vị.`,
} as const;

/** The exported tables' own words: titles, heads of columns, names of files. */
export const EXPORT_WORDS = {
  title: 'Kết quả thực hiện các chỉ tiêu Nghị quyết',
  commune: 'Đơn vị',
  communeName: (name: string) => `Xã ${name}`,
  period: 'Kỳ báo cáo',
  basis: 'Số liệu',
  bases: { latest: 'Theo báo cáo mới nhất của các đơn vị', accepted: 'Chỉ tính báo cáo đã duyệt' },
  asOf: 'Thời điểm xuất',
  heads: {
    target: 'Chỉ tiêu số',
    targetLabel: 'Chỉ tiêu',
    indicator: 'Chỉ số',
    unit: 'Đơn vị tính',
    goal: 'Mục tiêu',
    horizon: 'Thời hạn',
    goalValue: 'Mức mục tiêu',
    value: 'Thực hiện',
    provisional: 'Tạm tính',
    absolute: 'Số tuyệt đối',
    expected: 'Tiến độ cần có',
    against: 'So với mục tiêu',
    verdict: 'Đánh giá',
    coverage: 'Độ phủ',
    missing: 'Thiếu',
    invalid: 'Chưa hợp lệ',
    standing: 'Tính chất',
    last: 'Gần nhất',
    lastPeriod: 'Kỳ của số gần nhất',
  },
  unitHeads: {
    name: 'Đơn vị báo cáo',
    state: 'Trạng thái',
    revision: 'Bản số',
    updatedAt: 'Cập nhật lúc',
    errors: 'Lỗi',
    warnings: 'Cảnh báo chưa giải trình',
  },
  /** Names of the two sheets; a spreadsheet takes at most 31 characters, and none of : \ / ? * [ ]. */
  sheets: { indicators: 'Chỉ tiêu', units: 'Đơn vị báo cáo' },
  fileName: (commune: string, period: string) => `Chỉ tiêu Nghị quyết xã ${commune}, ${period}`,
} as const;
