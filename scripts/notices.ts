/** `npm run notices`: writes the notices of other people's work in what ships, from the packages that are installed. */
import { writeFileSync } from 'node:fs';
import { lockedPackages } from './dependencies/lockfile.ts';
import { NOTICES_FILE, noticesOf } from './dependencies/notices.ts';

writeFileSync(NOTICES_FILE, noticesOf(lockedPackages()));
