/** Serving the built page's files, and nothing outside their folder. */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Sends `path` (already without query) of `folder`; false: there is no such file. */
export async function sendFile(response: ServerResponse, folder: string, path: string): Promise<boolean> {
  const file = resolveInside(folder, path);
  if (file === undefined) return false;
  const size = await sizeOf(file);
  const type = TYPES[extname(file)];
  if (size === undefined || type === undefined) return false;
  // Vite puts a hash of the content into the names below assets/: they never change.
  const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, {
    'content-type': type,
    'content-length': size,
    'cache-control': caching,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "frame-ancestors 'none'",
  });
  await pipeline(createReadStream(file), response);
  return true;
}

function resolveInside(folder: string, path: string): string | undefined {
  const decoded = decode(path);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const file = normalize(join(folder, decoded));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}
