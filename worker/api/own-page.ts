/** A cookie comes along whoever wrote the page: what comes with one must come from a page of ours, or be somebody's visit. */
import { Refusal } from '../problems.ts';

/**
 * Throws 403 for a request that another origin's page sent. Ports of one host, and hosts of one domain, count as the same site, so
 * that the cookie's own rule does not tell; `Origin` does, and where there is none, what browsers say of how a request came about.
 */
export function requireOwnPage({ method, headers }: Request, publicOrigin: string): void {
  const isReading = method === 'GET' || method === 'HEAD';
  if (!isReading && headers.get('Origin') !== publicOrigin) throw new Refusal('foreign-origin');
  const site = headers.get('Sec-Fetch-Site');
  if (site === null || site === 'same-origin' || site === 'none') return;
  // A link from elsewhere may lead here, into a window of its own. Nothing else may: no picture, no script, no frame.
  const isVisit = headers.get('Sec-Fetch-Mode') === 'navigate' && headers.get('Sec-Fetch-Dest') === 'document';
  if (!isReading || !isVisit) throw new Refusal('foreign-origin');
}
