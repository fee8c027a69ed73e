/** What outlives a run and is not the workbook's: locks, caches, quotas, what was shown, and the record of calls. */
import type { Manifest } from './manifest.ts';
import type { ScriptPorts, ServiceCall, ShownHtml } from './ports.ts';
import type { Quotas } from './quotas.ts';
import type { WorkbookModel } from './workbook-model.ts';

export type MenuNode =
  | { readonly kind: 'menu'; readonly caption: string; readonly items: readonly MenuNode[] }
  | { readonly kind: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly kind: 'separator' };

export interface CachedText {
  readonly value: string;
  readonly until: number;
}

export interface HostState {
  readonly model: WorkbookModel;
  readonly ports: ScriptPorts;
  readonly files: Readonly<Record<string, string>>;
  readonly manifest: Manifest | null;
  readonly quotas: Quotas;
  /** The lock's name to the run that holds it. */
  readonly locks: Map<string, number>;
  readonly caches: Map<string, Map<string, CachedText>>;
  readonly calls: (ServiceCall & { readonly ms: number })[];
  /** The next run's number, from 1. */
  nextRun(): number;
  menus: MenuNode[];
  sidebar: ShownHtml | null;
}
