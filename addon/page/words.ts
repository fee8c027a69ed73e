/** What every page of the add-in says alike. */

export const PAGE_WORDS = {
  retry: 'Thử lại',
  accountsHeading: 'Trình duyệt đang đăng nhập nhiều tài khoản Google',
  accounts:
    'Google từ chối vì tiện ích chạy dưới tài khoản khác với tài khoản đang mở bảng tính. Hãy mở bảng tính trong cửa sổ ẩn danh, hoặc đăng xuất tất cả rồi đăng nhập tài khoản của đơn vị trước tiên.',
  noAnswer: 'Google không trả lời.',
  account: (address: string) => `Tài khoản: ${address}`,
} as const;
