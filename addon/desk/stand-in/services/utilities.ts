/** Utilities: dates, digests, base64, UUIDs. */
import { formatClock, wallClock } from '../model/dates.ts';
import { sha256 } from '../model/sha256.ts';
import { utf8Bytes } from '../model/utf8.ts';
import { asBlob, signed } from './blob.ts';
import { charset, digestAlgorithm } from './enums.ts';
import type { Kit } from './kit.ts';
import { asDate, strict } from './strict.ts';

type GUtilities = GoogleAppsScript.Utilities.Utilities;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const KNOWN_PATTERN = /^(?:'[^']*'|y+|M{1,2}|d{1,2}|H{1,2}|m{1,2}|s{1,2}|XXX|[^A-Za-z'])*$/;

export function makeUtilities(kit: Kit): GUtilities {
  const { run } = kit;
  return strict<GUtilities>(run, 'Utilities', {
    Charset: charset.values,
    DigestAlgorithm: digestAlgorithm.values,
    formatDate: (date, timeZone, pattern) => {
      const at = asDate(date);
      if (!at) throw new Error("The parameters don't match the method signature for Utilities.formatDate.");
      if (!KNOWN_PATTERN.test(pattern))
        throw new Error(`Utilities.formatDate with "${pattern}" is not in the stand-in`);
      return formatClock(wallClock(at, timeZone), pattern.replace('XXX', `'${offset(at, timeZone)}'`), false);
    },
    getUuid: () => uuid(run.host.ports.randomBytes(16)),
    sleep: (ms) => run.spend(ms),
    computeDigest: (algorithm: unknown, value: number[] | string, _charset?: unknown) => {
      digestAlgorithm.nameOf(algorithm);
      return signed(sha256(typeof value === 'string' ? utf8Bytes(value) : value.map((byte) => byte & 255)));
    },
    base64Encode: (value: number[] | string, _charset?: unknown) => encode(bytesOf(value)),
    base64EncodeWebSafe: (value: number[] | string, _charset?: unknown) =>
      encode(bytesOf(value)).replaceAll('+', '-').replaceAll('/', '_'),
    base64Decode: (text: string, _charset?: unknown) => signed(decode(text)),
    base64DecodeWebSafe: (text: string, _charset?: unknown) =>
      signed(decode(text.replaceAll('-', '+').replaceAll('_', '/'))),
    newBlob: (data: number[] | string, contentType?: string, name?: string) =>
      asBlob(kit, bytesOf(data), contentType ?? (typeof data === 'string' ? 'text/plain' : null), name ?? null),
  });
}

function bytesOf(value: number[] | string): number[] {
  return typeof value === 'string' ? utf8Bytes(value) : value.map((byte) => byte & 255);
}

function encode(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const left = bytes.length - i;
    const group = (a << 16) | (b << 8) | c;
    const char = (shift: number): string => ALPHABET[(group >> shift) & 63] ?? '';
    text += char(18) + char(12) + (left > 1 ? char(6) : '=') + (left > 2 ? char(0) : '=');
  }
  return text;
}

function decode(text: string): number[] {
  const clean = text.replace(/=+$/, '');
  if (/[^A-Za-z0-9+/]/.test(clean)) throw new Error('Could not decode string.');
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const char of clean) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(char)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((buffer >> bits) & 255);
  }
  return bytes;
}

function uuid(random: Uint8Array): string {
  const bytes = [...random];
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function offset(at: Date, timeZone: string): string {
  const clock = wallClock(at, timeZone);
  const local = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  const minutes = Math.round((local - Math.floor(at.getTime() / 1000) * 1000) / 60_000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}
