/** What to do about what the service answers when it refuses: a page with a title, or a line in sidebar and forms. */
import type * as service from '../../worker/words.ts';

const RELOAD = 'Tải lại trang hoặc bảng tính rồi làm lại; vẫn vậy thì báo quản trị.';
const SIGN_IN = 'Đăng nhập lại.';
const TECHNICIAN =
  'Chỉ gặp khi gọi máy chủ bằng chương trình: người phụ trách kỹ thuật xem mô tả giao tiếp ở địa chỉ /openapi.json.';
const OTHER_BACKUP = 'Dùng một bản sao lưu khác; xem docs/backup.md.';

/** By the problem's code. */
export const PROBLEM_ADVICE: Readonly<Record<keyof typeof service.PROBLEMS, string>> = {
  'bad-request': RELOAD,
  'bad-json': TECHNICIAN,
  'bad-precondition': TECHNICIAN,
  'reason-missing': 'Viết lý do rồi bấm lại.',
  'sign-in-failed': SIGN_IN,
  unauthenticated: SIGN_IN,
  'invalid-token': SIGN_IN,
  'expired-token': 'Ở bảng tính: mở lại thanh bên. Ở trang của xã: đăng nhập lại.',
  'unknown-audience': 'Báo quản trị đăng ký mã ứng dụng của bảng tính ở trang “Quản trị”.',
  'other-account': 'Báo quản trị: gỡ địa chỉ thư cũ rồi mời lại.',
  forbidden: 'Báo quản trị nếu việc này thuộc nhiệm vụ của mình.',
  'foreign-origin': 'Mở trang của xã bằng địa chỉ chính thức rồi làm lại ở đó.',
  'https-required': 'Gõ lại địa chỉ, bắt đầu bằng https://.',
  'not-found': 'Kiểm tra đường dẫn, hoặc về trang tổng hợp.',
  'unknown-unit': 'Chọn đơn vị từ trang “Đơn vị”.',
  'unknown-period': 'Chọn kỳ từ trang “Kỳ báo cáo”.',
  'no-report': 'Chờ đơn vị nhập, hoặc đôn đốc.',
  'unknown-member': 'Xem lại địa chỉ thư trong danh sách ở trang “Quản trị”.',
  'unknown-audience-id': 'Xem lại mã trong danh sách ở trang “Quản trị”.',
  'method-not-allowed': RELOAD,
  'sheet-mismatch': 'Nhập ở bảng tính vẫn dùng; bảng đó mất thì nhờ quản trị bỏ liên kết.',
  accepted: 'Muốn sửa: nhờ người duyệt trả lại báo cáo.',
  'not-submitted': 'Tải lại trang để thấy trạng thái hiện tại của báo cáo.',
  'not-in-person': 'Tự bấm nộp trong thanh bên.',
  'last-admin': 'Mời một quản trị khác trước.',
  'not-empty': 'Khôi phục vào một hệ thống mới; xem docs/backup.md.',
  'precondition-failed': 'Xem bản hiện tại rồi làm lại; số đã gõ không mất.',
  'too-large': 'Rút ngắn giải trình; vẫn vậy thì báo quản trị.',
  'backup-too-large': OTHER_BACKUP,
  'backup-format': OTHER_BACKUP,
  findings: 'Mở thanh bên, sửa các ô trong “Việc còn lại trong kỳ”.',
  'backup-newer': 'Cập nhật hệ thống rồi khôi phục lại.',
  'backup-schema': OTHER_BACKUP,
  'backup-foreign': OTHER_BACKUP,
  'backup-truncated': OTHER_BACKUP,
  'backup-damaged': OTHER_BACKUP,
  'backup-order': OTHER_BACKUP,
  'backup-ledger': `${OTHER_BACKUP} Giữ tệp hỏng để đối chiếu.`,
  'backup-revisions': `${OTHER_BACKUP} Giữ tệp hỏng để đối chiếu.`,
  'backup-standing': `${OTHER_BACKUP} Giữ tệp hỏng để đối chiếu.`,
  locked: 'Muốn sửa: nhờ quản trị mở khóa kỳ đó.',
  'upgrade-required': TECHNICIAN,
  'precondition-required': TECHNICIAN,
  'too-many-requests': 'Chờ một phút rồi làm lại.',
  internal: 'Làm lại; vẫn vậy thì báo quản trị giờ xảy ra.',
  'keys-unavailable': 'Chờ vài phút rồi đăng nhập lại.',
  'newer-data': 'Báo quản trị: người phụ trách kỹ thuật triển khai lại bản mới. Số đã gõ không mất.',
  'storage-unavailable': 'Chờ vài phút rồi làm lại; ở bảng tính thì tự gửi lại.',
};
