/** What a process has used, as Linux tells it; 0 on systems that tell it otherwise. */
import { existsSync, readFileSync } from 'node:fs';

/** Of Linux on every platform that Node runs on today. */
const TICKS_A_SECOND = 100;

/** Seconds of processor time. */
export function cpuSecondsOf(pid: number): number {
  const fields = told(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_A_SECOND;
}

/** Resident bytes, now and at their highest so far. */
export function memoryOf(pid: number): { readonly now: number; readonly peak: number } {
  const status = told(pid, 'status');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
  return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
}

function told(pid: number, file: string): string {
  const path = `/proc/${pid}/${file}`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
