/** Protection of a range or a sheet, by its id: courtesy against editors' runs, no wall against the owner. */
import { contains } from '../model/areas.ts';
import type { Area, ProtectionState } from '../model/types.ts';
import { protectionType } from './enums.ts';
import type { Kit } from './kit.ts';
import { makeUser } from './session.ts';
import { strict } from './strict.ts';

type GProtection = GoogleAppsScript.Spreadsheet.Protection;
type Editors = string | readonly (string | GoogleAppsScript.Base.User)[] | GoogleAppsScript.Base.User;

/** The new protection's id. Who makes it may edit; other editors of the workbook may too, until they are removed. */
export function newProtection(kit: Kit, sheetId: number, area: Area | null): number {
  const { model } = kit.run.host;
  const me = kit.run.identity.effective.email;
  const editors = [...new Set([me, model.state.owner, ...model.state.editors])];
  const id = model.nextId();
  const entry = { id, sheetId, area, description: '', warningOnly: false, editors, unprotected: [] };
  model.update(
    (state) => {
      state.protections = [...state.protections, entry];
    },
    { kind: 'protections' },
  );
  return id;
}

/** A sheet has one protection: asked for it again, Google gives the one that is there. */
export function sheetProtection(kit: Kit, sheetId: number): GProtection {
  const there = kit.run.host.model.protections.find((entry) => entry.sheetId === sheetId && entry.area === null);
  return makeProtection(kit, there?.id ?? newProtection(kit, sheetId, null));
}

export function makeProtection(kit: Kit, id: number): GProtection {
  const { model } = kit.run.host;
  const entry = (): ProtectionState => {
    const found = model.protections.find((one) => one.id === id);
    if (!found) throw new Error('The protection does not exist any more.');
    return found;
  };
  const set = (change: Partial<ProtectionState>): GProtection => {
    entry();
    model.update(
      (state) => {
        state.protections = state.protections.map((one) => (one.id === id ? { ...one, ...change } : one));
      },
      { kind: 'protections' },
    );
    return made;
  };
  const add = (given: Editors): GProtection => set({ editors: [...new Set([...entry().editors, ...emails(given)])] });
  // The owner and the person who runs the script cannot be removed, at Google's neither.
  const remove = (given: Editors): GProtection => {
    const gone = emails(given).filter((email) => email !== kit.run.identity.effective.email);
    return set({ editors: entry().editors.filter((email) => !gone.includes(email)) });
  };
  const made: GProtection = strict<GProtection>(kit.run, 'Protection', {
    getDescription: () => entry().description,
    setDescription: (description) => set({ description }),
    isWarningOnly: () => entry().warningOnly,
    setWarningOnly: (warningOnly) => set({ warningOnly }),
    getProtectionType: () => protectionType.values[entry().area ? 'RANGE' : 'SHEET'],
    getRange: () => {
      const { sheetId, area } = entry();
      const sheet = kit.state(sheetId);
      return kit.range(sheetId, area ?? { row: 1, column: 1, rows: sheet.grid.length, columns: sheet.columns.length });
    },
    setRange: (range) => {
      const { sheetId, area } = kit.ranges.of(range);
      return set({ sheetId, area });
    },
    getUnprotectedRanges: () => entry().unprotected.map((area) => kit.range(entry().sheetId, area)),
    setUnprotectedRanges: (ranges) => {
      const areas = ranges.map((range) => kit.ranges.of(range).area);
      const { area } = entry();
      if (area && !areas.every((part) => contains(area, part)))
        throw new Error('Unprotected ranges must lie inside the protection.');
      return set({ unprotected: areas });
    },
    canEdit: () => {
      const me = kit.run.identity.effective.email;
      return me === model.state.owner || entry().warningOnly || entry().editors.includes(me);
    },
    canDomainEdit: () => false,
    getEditors: () => entry().editors.map((email) => makeUser(kit.run, email)),
    addEditor: (given: Editors) => add(given),
    addEditors: (given: string[]) => add(given),
    removeEditor: (given: Editors) => remove(given),
    removeEditors: (given: string[] | GoogleAppsScript.Base.User[]) => remove(given),
    setDomainEdit: () => made,
    remove: () => {
      entry();
      model.update(
        (state) => {
          state.protections = state.protections.filter((one) => one.id !== id);
        },
        { kind: 'protections' },
      );
    },
  });
  return made;
}

export function protectionsOf(kit: Kit, wanted: (entry: ProtectionState) => boolean): GProtection[] {
  return kit.run.host.model.protections.filter(wanted).map((entry) => makeProtection(kit, entry.id));
}

function emails(given: Editors): string[] {
  const all = typeof given === 'string' || !('length' in given) ? [given] : [...given];
  return all.map((one) => (typeof one === 'string' ? one : one.getEmail()));
}
