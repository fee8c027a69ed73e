/** Everything that `npm run doctor` says. */

export const DOCTOR_WORDS = {
  usage: 'Cách dùng: npm run doctor [-- --online] (--online: hỏi thêm máy chủ đã triển khai và Google)',
  well: 'Không thiếu gì.',
  lacking: (count: number) => `Còn thiếu ${count} việc, đánh dấu ✗ ở trên.`,

  machine: {
    title: 'Máy này',
    node: (version: string) => `Node của dự án: ${version}`,
    otherNode: (version: string, wanted: string) => `Đang chạy bằng Node ${version}; dự án ghim ${wanted}`,
    otherNodeNext: 'gọi qua npm: npm run doctor',
    installed: 'Đã cài đủ các gói',
    port: (name: string, port: number) => `Cổng ${port} (${name}) đang trống`,
    portTaken: (name: string, port: number) => `Cổng ${port} (${name}) đang có chương trình dùng`,
    portNext: (name: string) =>
      `nếu đó là npm start đang chạy thì không sao; nếu không, đặt ${name} khác khi chạy npm start`,
    fresh: (part: string) => `Bản dựng “${part}” đúng với mã nguồn`,
    stale: (part: string) => `Bản dựng “${part}” chưa có hoặc cũ hơn mã nguồn`,
    staleNext: 'npm run build',
  },

  project: {
    title: 'Dự án',
    resolution: (id: string, version: number) => `Tệp nghị quyết hợp lệ: ${id}, bản ${version}`,
    badResolution: (line: string) => `Tệp nghị quyết có lỗi: ${line}`,
    badResolutionNext: (file: string) => `npm run resolution -- check ${file}`,
    date: (date: string) => `wrangler.toml: compatibility_date ${date}`,
    noDate: 'wrangler.toml không có compatibility_date',
    futureDate: (date: string) => `wrangler.toml: compatibility_date ${date} ở sau hôm nay; Cloudflare sẽ từ chối`,
    restore: 'git checkout wrangler.toml',
    untouched: 'wrangler.toml như dự án giao; phần riêng của xã ở deployments/worker.json',
    touched: (names: string) => `wrangler.toml đã sửa: ${names}; lần cập nhật sau có thể vướng`,
    touchedNext: 'trả lại như cũ (git checkout wrangler.toml) rồi khai bằng npm run deploy:worker',
    local: 'wrangler.toml đặt LOCAL: máy chủ thật sẽ chấp nhận kết nối không mã hóa',
    localNext: 'xóa dòng LOCAL khỏi wrangler.toml',
  },

  worker: {
    title: 'Máy chủ (Cloudflare)',
    none: 'Chưa triển khai máy chủ lần nào từ máy này',
    noneNext: 'npm run deploy:worker -- --url … (docs/trien-khai.md, bước 2 đến 4)',
    unreadable: (file: string) => `Không đọc được ${file}`,
    unreadableNext: 'npm run deploy:worker -- --url … --google-client … --first-admin …',
    settings: (name: string, url: string) => `Worker ${name}, địa chỉ ${url}`,
    signedIn: 'Đã đăng nhập Cloudflare trên máy này (hạn dùng thì chỉ Cloudflare biết)',
    notSignedIn: 'Chưa đăng nhập Cloudflare trên máy này',
    signIn: 'npx wrangler login',
    publicKey: (file: string) => `Khóa công khai của sổ ghi ở ${file}: in ra và gửi ra ngoài nếu chưa làm`,
    noKey: 'Chưa thấy khóa công khai của sổ ghi trên máy này',
    keyNext: 'nếu chưa từng tạo khóa: npm run ledger-key',
    secretHere: (file: string) => `Khóa bí mật của sổ ghi còn nằm ở ${file}`,
    secretHereNext:
      'cất bản chép vào nơi an toàn, đưa lên Cloudflare (wrangler secret put LEDGER_KEY), rồi xóa tệp này',
    secrets: (name: string) => `Khóa bí mật đã đặt trên Cloudflare hay chưa: npx wrangler secret list --name ${name}`,
  },

  units: {
    title: 'Bảng tính (Google)',
    signedIn: 'Đã đăng nhập clasp trên máy này (hạn dùng thì chỉ Google biết)',
    notSignedIn: 'Chưa đăng nhập clasp trên máy này',
    signIn: 'npx clasp login',
    none: (unit: string) => `${unit}: chưa đẩy tiện ích vào bảng tính nào từ máy này`,
    noneNext: (unit: string, worker: string) =>
      `npm run deploy:addon -- ${unit} --worker ${worker} --workbook ĐỊA-CHỈ-BẢNG-TÍNH`,
    noScript: (unit: string) => `${unit}: đã khai bảng tính nhưng chưa có tập lệnh ở Google`,
    again: (unit: string) => `npm run deploy:addon -- ${unit}`,
    badProject: (unit: string, file: string) => `${unit}: ${file} không có mã tập lệnh (scriptId) đọc được`,
    badProjectNext: (unit: string, folder: string) =>
      `chuyển thư mục ${folder} đi nơi khác rồi npm run deploy:addon -- ${unit} --worker … --workbook …`,
    otherWorker: (unit: string, has: string, wants: string) =>
      `${unit}: tiện ích gọi tới ${has}, còn máy chủ ở ${wants}`,
    otherWorkerNext: (unit: string, worker: string) => `npm run deploy:addon -- ${unit} --worker ${worker}`,
    notBuilt: (unit: string) => `${unit}: chưa có bản dựng đã đẩy`,
    notListed: (unit: string, worker: string) =>
      `${unit}: bản dựng không ghi ${worker} trong danh sách máy chủ được gọi (urlFetchWhitelist) hoặc trong mã`,
    wrongFiles: (unit: string) => `${unit}: clasp sẽ đẩy những tệp khác với bản dựng, hoặc không đọc được thư mục`,
    ready: (unit: string, worker: string) => `${unit}: có tập lệnh, gọi tới ${worker}`,
    older: (unit: string, worker: string) =>
      `${unit}: có tập lệnh, gọi tới ${worker}; mã nguồn ở đây đã khác với bản đã đẩy`,
    audiences:
      'Mã ứng dụng (aud) của từng bảng tính chỉ Google biết: mở bảng tính, chạy “Tự kiểm tra”, quản trị đăng ký ở trang Quản trị',
  },

  online: {
    title: 'Qua mạng',
    nothing: 'Chưa có máy chủ nào để hỏi',
    up: (url: string, version: string) => `${url} trả lời, bản ${version}`,
    silent: (url: string) => `${url} không trả lời`,
    silentNext: 'xem mạng và tên miền; nếu chưa triển khai: npm run deploy:worker',
    status: (url: string, status: number, title: string) =>
      `${url}/healthz trả lời ${status}${title === '' ? '' : `: ${title}`}`,
    statusNext: 'npx wrangler tail để xem dòng ghi của máy chủ (docs/van-hanh.md, “Cảnh báo”)',
    otherVersion: (there: string, here: string) => `Máy chủ chạy bản ${there}, mã nguồn ở đây là bản ${here}`,
    otherVersionNext: 'npm run deploy:worker',
    otherResolution: (there: string, here: string) => `Máy chủ phục vụ nghị quyết ${there}, mã nguồn ở đây là ${here}`,
    checkWell: (at: string) => `Lần kiểm tra đêm gần nhất không thấy gì sai (${at})`,
    noCheck: 'Chưa có lần kiểm tra đêm nào (chạy lúc 2 giờ sáng, sau khi có việc được ghi)',
    checkBad: (kinds: string) => `Lần kiểm tra đêm gần nhất thấy sai: ${kinds}`,
    checkBadNext: 'docs/van-hanh.md, “Cảnh báo”; giữ nguyên hệ thống, tải ngay một bản sao lưu',
    signIn: 'Trang đăng nhập dẫn tới Google với đúng mã ứng dụng và đúng địa chỉ quay về',
    noIssuer: 'Máy chủ chưa nhận Google làm nơi đăng nhập, hoặc không tới được Google',
    noIssuerNext: 'npm run deploy:worker (đặt lại ISSUERS theo deployments/worker.json)',
    otherClient: (there: string, here: string) =>
      `Máy chủ dùng mã ứng dụng ${there}, deployments/worker.json ghi ${here}`,
    otherRedirect: (there: string, here: string) => `Địa chỉ quay về là ${there}, phải là ${here}`,
    redirectNext: 'npm run deploy:worker; và ở Google Cloud, mục Authorized redirect URIs phải có đúng địa chỉ này',
    keys: 'Máy này tới được khóa công khai của Google',
    noKeys: 'Máy này không tới được khóa công khai của Google (máy chủ có thể vẫn tới được)',
  },
} as const;
