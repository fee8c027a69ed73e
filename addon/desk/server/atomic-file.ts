/** Writing a file so that a reader, or a start after a power cut, sees the old or the new content and nothing between. */

import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

let written = 0;

/** Replaces `file` by `content`: a temporary file beside it, flushed to the disk, then renamed over it. */
export async function writeFileAtomically(file: string, content: string, mode = 0o644): Promise<void> {
  written += 1;
  const temporary = `${file}.${process.pid}.${written}.tmp`;
  try {
    await writeAndFlush(temporary, content, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushDirectory(dirname(file));
}

/** The file's text; undefined where there is no file. Any other failure throws. */
export async function readFileIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeAndFlush(file: string, content: string, mode: number): Promise<void> {
  const handle = await open(file, 'w', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Without this the rename itself may be lost; where a platform cannot open a directory (Windows) there is nothing to do. */
async function flushDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
