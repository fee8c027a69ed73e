/**
 * What a carrier asks before it does anything, in one call of the cache: whether somebody has the sidebar open, whose own runs send under
 * that person's name, and whether a carrier has had its turn just now. The cache may forget at any time: then a carrier opens the
 * workbook's memory, which knows of turns, and may send what the sidebar would have sent. That is no harm.
 */
import { withCache } from './document-cache.ts';
import { FRESH_MS } from './glance.ts';

const OPEN = 'sidebar-open';
const TURN = 'carried';
/** The sidebar says that it is open whenever it reads the memory afresh. */
const OPEN_SECONDS = FRESH_MS / 1000 + 30;

export function noteSidebarOpen(): void {
  put(OPEN, OPEN_SECONDS);
}

export function noteTurn(ms: number): void {
  put(TURN, Math.ceil(ms / 1000));
}

export function carrierMayRest(): boolean {
  const { open, turn } = noted();
  return open || turn;
}

/** The next edit is to be seen by the carrier whatever was, as the self-check's steps want. */
export function wakeCarrier(): void {
  withCache((cache) => cache.removeAll([OPEN, TURN]));
}

export function sidebarIsOpen(): boolean {
  return noted().open;
}

function noted(): { open: boolean; turn: boolean } {
  const known = withCache((cache) => cache.getAll([OPEN, TURN])) ?? {};
  return { open: known[OPEN] !== undefined, turn: known[TURN] !== undefined };
}

function put(key: string, seconds: number): void {
  withCache((cache) => cache.put(key, '1', seconds));
}
