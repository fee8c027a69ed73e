/** Every operation of the document, by the method and path of its route. */
import type { Operations } from './operation.ts';
import { ADMINISTRATION_OPERATIONS } from './operations/administration.ts';
import { LEDGER_OPERATIONS } from './operations/ledger.ts';
import { REPORT_OPERATIONS } from './operations/reports.ts';
import { SERVICE_OPERATIONS } from './operations/service.ts';
import { SUMMARY_OPERATIONS } from './operations/summary.ts';

export const OPERATIONS: Operations = {
  ...REPORT_OPERATIONS,
  ...SUMMARY_OPERATIONS,
  ...LEDGER_OPERATIONS,
  ...ADMINISTRATION_OPERATIONS,
  ...SERVICE_OPERATIONS,
};

/** The key of a route in the table above. */
export function operationKey({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path}`;
}

/** Whether a route is the API's, and so in the document; the pages and their sign-in are for browsers. */
export function isApi(path: string): boolean {
  return path.startsWith('/api/') || path === '/healthz' || path === '/openapi.json';
}
