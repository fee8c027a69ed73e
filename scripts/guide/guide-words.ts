/** The words around the guide's generated parts. */

export const MESSAGES_WORDS = {
  title: 'Từng thông báo: nghĩa là gì, cần làm gì',
  intro:
    'Tìm bằng Ctrl+F vài chữ của thông báo. Tên, số, giờ trong các ví dụ là minh họa. Tệp này do lệnh `npm run docs` viết ra từ các thông báo thật của hệ thống; không sửa ở đây. Về [hướng dẫn](huong-dan.md).',
  heads: ['Thông báo', 'Cần làm'],
  chapters: {
    figures: {
      title: 'Về con số',
      intro: 'Gặp ở ô trong bảng (màu đỏ, vàng, ghi chú), ở thanh bên, và ở trang báo cáo của xã.',
    },
    sidebar: { title: 'Thanh bên', intro: 'Thanh bên mở bằng thực đơn “Chỉ tiêu” → “Mở bảng nhập”.' },
    sheet: { title: 'Bảng tính', intro: 'Gặp ở ghi chú của ô, ở hộp báo của thực đơn “Chỉ tiêu” và trong thanh bên.' },
    link: {
      title: 'Liên kết bảng tính có sẵn',
      intro: 'Hộp thoại mở bằng thực đơn “Chỉ tiêu” → “Liên kết bảng tính có sẵn…”.',
    },
    view: { title: 'Trang của xã', intro: 'Gặp trên trang tổng hợp, trang báo cáo, trang quản trị.' },
    service: {
      title: 'Khi máy chủ từ chối',
      intro: 'Gặp thành một trang riêng, hoặc một dòng trên biểu mẫu hay trong thanh bên.',
    },
  },
  problems: 'Máy chủ trả lời',
} as const;
