/** What a page offers to whom: what somebody may not do is not shown as a way that leads nowhere. */
import { type Capability, can } from '../rights.ts';
import type { Person } from './props.ts';

/** Whether the person may, in the browser; for this unit where the capability is about one. */
export function may({ role, units }: Person, capability: Capability, unit?: string): boolean {
  return role !== null && can({ role, units }, { kind: 'browser' }, capability, unit);
}
