/** Everything the desk's server shows to people, in Vietnamese. */

export const words = {
  signIn: {
    title: 'Đăng nhập thử nghiệm',
    product: 'Xã Chiềng Mung · Theo dõi chỉ tiêu Nghị quyết',
    lead: 'Chọn người để đăng nhập. Đây là máy cấp danh tính thay thế trên máy này, không có mật khẩu và không dùng ngoài máy này.',
    sample: 'Số liệu minh họa',
    expiredTitle: 'Phiên đăng nhập đã hết hạn',
    expired: 'Yêu cầu đăng nhập này không còn hiệu lực. Hãy trở lại trang vừa xem và bấm “Đăng nhập” lần nữa.',
    back: 'Về trang tổng hợp của xã',
    failedTitle: 'Chưa đăng nhập được',
    failed: 'Trang vừa xem đã gửi một yêu cầu không hợp lệ. Hãy trở lại trang đó và thử lại.',
    details: 'Chi tiết cho người quản trị',
  },
  problems: {
    unknownPerson: 'Không có người này trong danh sách người dùng thử.',
    badField: 'Trường của biểu mẫu không đúng.',
    notForm: 'Cần gửi dạng application/x-www-form-urlencoded.',
    badHost: 'Máy chủ này chỉ trả lời trên địa chỉ của chính máy này.',
    foreignOrigin: 'Yêu cầu đến từ một trang khác.',
    notFound: 'Không có trang này.',
    badMethod: 'Cách gọi này không được phép.',
    tooLarge: 'Nội dung gửi lên quá lớn.',
    notJson: 'Nội dung gửi lên không phải JSON đúng mẫu.',
    stale: 'Máy chủ đã có bản mới hơn của bảng tính này.',
    otherWriter: 'Bảng tính này đang mở để sửa ở một cửa sổ khác.',
    notBuilt: 'Chưa dựng tiện ích: chạy “npm run build” trước.',
    unexpected: 'Có trục trặc trên máy này. Xem nhật ký của bàn làm việc.',
  },
} as const;
