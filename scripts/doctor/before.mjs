/** Before `npm run doctor`: what has to be there for the doctor itself to run. Plain Node, of any version, because nothing else is there at that moment; installs nothing. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const stamp = join(root, 'node_modules', '.lockfile-installed');

function fail(what, next) {
  console.error(`✗ ${what}\n    → ${next}`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node ${process.versions.node} quá cũ: cần Node 20 trở lên`,
    'cài bản LTS từ https://nodejs.org rồi mở lại cửa sổ lệnh',
  );
}
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  fail('Chưa cài đủ các gói mà package-lock.json ghi', 'node scripts/ensure-installed.mjs');
}
