/**
 * People are bound to the identity stand-in's address at first sight, as they are to Google's: a data folder that was begun on one desk
 * port would know nobody on another, and says so before anything is started.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Remembers the desk's port with the data. Throws with a sentence for the person where the data belongs to another one. */
export async function requireSameDesk(dataDir: string, deskPort: number): Promise<void> {
  const file = join(dataDir, 'desk-port');
  if (!existsSync(file)) {
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, String(deskPort));
    return;
  }
  const known = (await readFile(file, 'utf8')).trim();
  if (known === String(deskPort)) return;
  throw new Error(
    `The data in ${dataDir} was begun with DESK_PORT=${known}; its people are known under that address alone. Start with DESK_PORT=${known}, or name another folder in DATA_DIR.`,
  );
}
