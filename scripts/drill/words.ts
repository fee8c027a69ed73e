/** Everything that `npm run drill` says. */

export const DRILL_WORDS = {
  usage: 'Cách dùng: npm run drill -- TỆP-SAO-LƯU.ndjson',
  unreadable: (file: string) => `Không đọc được tệp ${file}`,
  whole: (file: string) =>
    `${file}: khôi phục được trọn vẹn. Đã thử vào một hệ thống trống trên máy này, xong thì xóa.`,
  holds: (ledger: number, revisions: number, members: number) =>
    `Trong tệp: sổ ghi ${ledger} việc, ${revisions} bản báo cáo, ${members} người dùng.`,
  root: (root: string) => `Mã kiểm tra (root) của tệp và của dữ liệu đã khôi phục là một: ${root}`,
  otherRoot: (root: string, wanted: string) => `Dữ liệu khôi phục có mã ${root}, tệp ghi ${wanted}: báo dự án.`,
  refused: (file: string, title: string, detail: string) => `${file}: không khôi phục được. ${title}: ${detail}`,
  failed: (status: number) => `Máy chủ thử trả lời ${status}, không nói vì sao.`,
} as const;
