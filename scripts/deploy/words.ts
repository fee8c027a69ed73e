/** Everything that the commands of deployment say to the technician. */

export const ADDON_WORDS = {
  usage: (units: string) => [
    'Cách dùng: npm run deploy:addon -- ĐƠN-VỊ --worker https://ĐỊA-CHỈ --workbook BẢNG-TÍNH [--check]',
    'Hoặc: npm run deploy:addon -- --editor-addon --worker https://ĐỊA-CHỈ [--check]',
    `  ĐƠN-VỊ: một trong: ${units}`,
    '  --worker: địa chỉ máy chủ mà bảng tính gửi số liệu tới; lần sau được nhớ lại',
    '  --workbook: địa chỉ (hoặc mã) của bảng tính nhận tập lệnh; lần sau được nhớ lại',
    '  --check: chỉ dựng và kiểm tra, không đẩy gì lên, không hỏi ai',
  ],
  noWorker: 'Thiếu --worker: địa chỉ mà lệnh deploy:worker đã in ra, ví dụ https://chi-tieu.ten-xa.workers.dev',
  notHttps: (text: string) => `--worker ${text}: không phải địa chỉ https`,
  addressAlone: (text: string, origin: string) => `--worker ${text}: chỉ ghi địa chỉ: ${origin}`,
  noWorkbook: 'Thiếu --workbook: mở bảng tính trong trình duyệt rồi chép địa chỉ của nó',
  badWorkbook: (text: string) => `--workbook ${text}: không phải địa chỉ hay mã của một bảng tính`,
  moved: (name: string, folder: string) =>
    `${name} đã có tập lệnh ở một bảng tính khác. Muốn làm lại từ đầu thì chuyển thư mục ${folder} đi nơi khác (tập lệnh cũ vẫn ở bảng tính cũ)`,
  signIn: 'Chưa đăng nhập clasp: chạy `npx clasp login` bằng tài khoản được sửa bảng tính, rồi chạy lại lệnh này',
  apiSwitch: 'Tài khoản đó phải bật Apps Script API: https://script.google.com/home/usersettings',
  ready: (name: string, count: number, worker: string, files: string) =>
    `${name}: ${count} tệp sẵn sàng cho ${worker}: ${files}`,
  notMade: 'Google không tạo được tập lệnh:',
  notTaken: 'Google không nhận các tệp:',
  unreadable: (project: string) =>
    `clasp không đọc được ${project}; tệp này phải đúng như lệnh clasp create-script đã ghi`,
  wrongFiles: (files: string, wanted: string) => `clasp sẽ đẩy ${files} thay vì ${wanted}`,
  status: (worker: string, status: number) =>
    `${worker}/healthz trả lời ${status}: triển khai máy chủ trước (npm run deploy:worker)`,
  silent: (worker: string) =>
    `${worker} không trả lời: triển khai máy chủ trước (npm run deploy:worker), hoặc xem lại kết nối mạng`,
  nextAddon:
    'Tiếp theo: tạo một phiên bản (npx clasp create-version) rồi khai tên nó ở Marketplace SDK của dự án Google Cloud.',
  nextUnit: (name: string) => [
    'Tiếp theo: mở bảng tính, chờ thực đơn “Chỉ tiêu”, cho phép những gì được hỏi, chạy “Tự kiểm tra”,',
    `rồi đưa mã ứng dụng (aud) hiện ra cho quản trị đăng ký với đơn vị ${name}.`,
  ],
} as const;

export const WORKER_WORDS = {
  usage: [
    'Cách dùng: npm run deploy:worker -- --url https://ĐỊA-CHỈ --google-client MÃ --first-admin THƯ [--name TÊN] [--check]',
    '  --url: địa chỉ mọi người sẽ mở: https://TÊN.TÊN-XÃ.workers.dev, hoặc tên miền riêng của xã',
    '  --google-client: mã ứng dụng web (Client ID) tạo ở Google Cloud, tận cùng bằng .apps.googleusercontent.com',
    '  --first-admin: địa chỉ thư Google của quản trị đầu tiên',
    '  --name: tên của Worker trên Cloudflare, chỉ cần khi dùng tên miền riêng',
    '  --check: chỉ dựng và kiểm tra, không đẩy gì lên, không hỏi ai',
    'Lần sau chỉ cần `npm run deploy:worker`: những gì đã khai được nhớ trong deployments/worker.json.',
  ],
  missing: (option: string) => `Thiếu ${option}`,
  notHttps: (text: string) => `--url ${text}: không phải địa chỉ https`,
  addressAlone: (text: string, origin: string) => `--url ${text}: chỉ ghi địa chỉ: ${origin}`,
  badClient: (text: string) => `--google-client ${text}: mã ứng dụng web có dạng 123456-abc.apps.googleusercontent.com`,
  badAdmin: (text: string) => `--first-admin ${text}: không phải một địa chỉ thư`,
  badName: (text: string) => `--name ${text}: chỉ dùng chữ thường không dấu, số và dấu gạch nối, nhiều nhất 63 ký tự`,
  otherName: (text: string, name: string) =>
    `--name ${text}: địa chỉ workers.dev bắt đầu bằng tên của Worker, ở đây là ${name}; bỏ --name đi`,
  notBuilt: 'wrangler không dựng được Worker:',
  ready: (name: string, url: string) => `Worker ${name} sẵn sàng để triển khai tới ${url}`,
  failed: 'wrangler không triển khai được; xem những dòng ở trên. Chưa có gì được ghi nhớ.',
  deployed: (url: string) => `Đã triển khai. Mở thử ${url}/healthz: phải thấy ok là true.`,
  signIn: 'Chưa đăng nhập Cloudflare trên máy này: chạy `npx wrangler login`, rồi chạy lại lệnh này',
  secrets: (name: string) => [
    'Tiếp theo, một lần duy nhất, đặt hai khóa bí mật (bỏ qua nếu đã đặt; `npx wrangler secret list` cho biết):',
    `  npm run ledger-key (tạo khóa ký sổ ghi, rồi làm theo lời nó in ra)`,
    `  npx wrangler secret put CLIENT_SECRETS --name ${name}`,
    '    (dán một dòng: {"https://accounts.google.com":"MẬT KHẨU ỨNG DỤNG CỦA GOOGLE"})',
    'Rồi chạy `npm run doctor -- --online`.',
  ],
} as const;

export const KEY_WORDS = {
  /** In place of the Worker's name while none was deployed from here. */
  noName: 'TÊN-WORKER',
  exists: (file: string) =>
    `${file} đã có. Khóa ký sổ ghi không được thay lặng lẽ: muốn đổi khóa thì đọc mục “Đổi khóa” trong docs/van-hanh.md`,
  made: (secret: string, open: string) => [
    `Đã tạo khóa bí mật ${secret} và khóa công khai ${open}.`,
    'Khóa công khai: in ra giấy, gửi cho văn phòng Đảng ủy giữ; ai cũng được xem.',
    'Khóa bí mật: đưa lên Cloudflare bằng lệnh dưới đây, chép vào nơi cất giữ của xã (ví dụ USB trong két), rồi xóa khỏi máy này:',
  ],
  put: (secret: string, name: string) => [
    `  Linux, macOS: npx wrangler secret put LEDGER_KEY --name ${name} < ${secret}`,
    `  Windows: Get-Content -Raw ${secret} | npx wrangler secret put LEDGER_KEY --name ${name}`,
  ],
} as const;
