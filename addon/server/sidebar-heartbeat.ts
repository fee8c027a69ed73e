/** Whether somebody has the sidebar open: its own runs send under that person's name, so a carrier leaves it to them. */

const KEY = 'sidebar-open';
const SECONDS = 30;

/** The cache may forget at any time: then a carrier sends, which is no harm. */
export function noteSidebarOpen(): void {
  CacheService.getDocumentCache()?.put(KEY, '1', SECONDS);
}

export function sidebarIsOpen(): boolean {
  return (CacheService.getDocumentCache()?.get(KEY) ?? null) !== null;
}
