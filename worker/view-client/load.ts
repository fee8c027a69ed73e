/** Fetches the shown page again and puts in what changed. */
import type { Refreshed } from './refresher.ts';
import type { Status } from './status.ts';
import { swapChanged } from './swap.ts';

/** Longer than any answer should take, shorter than anybody waits for a figure. */
const PATIENCE_MS = 15_000;

export async function loadPage(line: HTMLElement, status: Status): Promise<Refreshed> {
  const page = await fetchPage(line);
  if (page === 'ended' || page === 'failed') return page;
  const fresh = new DOMParser().parseFromString(page, 'text/html');
  const freshLine = fresh.querySelector<HTMLElement>('[data-live-status]');
  // A page without the line is another page: the sign-in, or one that says that the right to see this has ended.
  if (freshLine === null) return 'ended';
  status.updated(freshLine.dataset.now ?? '', swapChanged(document, fresh));
  return 'done';
}

async function fetchPage(line: HTMLElement): Promise<string | 'ended' | 'failed'> {
  const address = addressOf(line);
  try {
    const response = await fetch(address, {
      headers: { Accept: 'text/html' },
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401 || response.status === 403) return 'ended';
    if (response.redirected && new URL(response.url).pathname !== address.pathname) return 'ended';
    return response.ok ? await response.text() : 'failed';
  } catch {
    return 'failed';
  }
}

/**
 * The page's own address, or the one that it names in its place; without a period in it, that of the shown one, as "the newest" may
 * become another meanwhile.
 */
function addressOf(line: HTMLElement): URL {
  const address = new URL(line.dataset.address ?? location.href, location.href);
  const period = line.dataset.period;
  if (period !== undefined) address.searchParams.set('period', period);
  address.hash = '';
  return address;
}
