/** Whether a person's edit, or a run in her name, may touch an area. */
import { contains, overlap } from './areas.ts';
import type { Area } from './types.ts';
import type { WorkbookState } from './workbook-state.ts';

export type EditRight =
  | { readonly allowed: true; readonly warning: string | null }
  | { readonly allowed: false; readonly description: string };

/** The owner always may. A warning-only protection asks a person, and does not stop a script. */
export function editRight(state: WorkbookState, user: string, sheetId: number, area: Area): EditRight {
  let warning: string | null = null;
  for (const protection of state.protections) {
    if (protection.sheetId !== sheetId) continue;
    if (protection.area && !overlap(protection.area, area)) continue;
    if (protection.unprotected.some((free) => contains(free, area))) continue;
    if (protection.warningOnly) warning = protection.description;
    else if (user !== state.owner && !protection.editors.includes(user))
      return { allowed: false, description: protection.description };
  }
  return { allowed: true, warning };
}
