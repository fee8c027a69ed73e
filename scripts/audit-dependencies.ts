/**
 * `npm run audit:dependencies`: known weaknesses (by the registry), licences (by the lists), notices (as committed), and the inventory in
 * `dist/inventory.cdx.json`. Exit 0: all is well; 1: something is not; 2: the registry could not be asked, and the rest is well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Audit, readAudit } from './dependencies/advisories.ts';
import { inventory } from './dependencies/inventory.ts';
import { licenceFaults } from './dependencies/licences.ts';
import { lockedPackages } from './dependencies/lockfile.ts';
import { NOTICES_FILE, noticesOf } from './dependencies/notices.ts';
import { inRoot } from './root.ts';

const packages = lockedPackages();
const shipped = packages.filter(({ ships }) => ships);
let failed = false;

function say(what: string, faults: readonly string[], well: string): void {
  console.log(faults.length === 0 ? `${what}: ${well}` : `${what}:\n${faults.map((each) => `  ${each}`).join('\n')}`);
  if (faults.length > 0) failed = true;
}

const asked = spawnSync('npm', ['audit', '--json'], { cwd: inRoot(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const audit: Audit = readAudit(asked.stdout ?? '', packages);
if (audit.kind === 'asked') say('Weaknesses', audit.faults, `none above the threshold, ${audit.below} below it`);
else console.log('Weaknesses: not looked for. The registry did not answer; run this again where it can be reached.');

const unpinned = packages.filter(({ integrity }) => integrity === undefined).map(({ name }) => `${name} has no hash`);
say('Lockfile', unpinned, `${packages.length} packages, each with its hash`);
const licences = licenceFaults(packages, (each) => each.license ?? null);
say('Licences', licences, `all allowed, ${shipped.length} packages in what ships`);
const current = existsSync(NOTICES_FILE) ? readFileSync(NOTICES_FILE, 'utf8') : '';
say('Notices', current === noticesOf(packages) ? [] : ['not as they should be: npm run notices'], 'as they should be');

mkdirSync(inRoot('dist'), { recursive: true });
writeFileSync(inRoot('dist', 'inventory.cdx.json'), inventory());
console.log('Inventory: dist/inventory.cdx.json');

process.exit(failed ? 1 : audit.kind === 'asked' ? 0 : 2);
