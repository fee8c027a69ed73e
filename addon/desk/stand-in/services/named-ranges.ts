/** NamedRange: by its name, which is unique in the workbook. */
import type { NamedRangeState } from '../model/types.ts';
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GNamed = GoogleAppsScript.Spreadsheet.NamedRange;

const NAME = /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u;

export function setNamedRange(kit: Kit, name: string, range: GoogleAppsScript.Spreadsheet.Range): void {
  if (!NAME.test(name)) throw new Error(`The name "${name}" is not valid for a named range.`);
  const { sheetId, area } = kit.ranges.of(range);
  kit.run.host.model.update(
    (state) => {
      state.names = [...state.names.filter((entry) => entry.name !== name), { name, sheetId, area }];
    },
    { kind: 'names' },
  );
}

export function removeNamedRange(kit: Kit, name: string): void {
  const { model } = kit.run.host;
  if (!model.names.some((entry) => entry.name === name)) throw new Error(`The named range "${name}" does not exist.`);
  model.update(
    (state) => {
      state.names = state.names.filter((entry) => entry.name !== name);
    },
    { kind: 'names' },
  );
}

export function namedRanges(kit: Kit, wanted: (entry: NamedRangeState) => boolean): GNamed[] {
  return kit.run.host.model.names.filter(wanted).map((entry) => makeNamed(kit, entry.name));
}

function makeNamed(kit: Kit, first: string): GNamed {
  let name = first;
  const entry = (): NamedRangeState => {
    const found = kit.run.host.model.names.find((one) => one.name === name);
    if (!found) throw new Error(`The named range "${name}" does not exist.`);
    return found;
  };
  const made: GNamed = strict<GNamed>(kit.run, 'NamedRange', {
    getName: () => entry().name,
    getRange: () => kit.range(entry().sheetId, entry().area),
    remove: () => removeNamedRange(kit, name),
    setName: (next) => {
      const range = kit.range(entry().sheetId, entry().area);
      removeNamedRange(kit, name);
      setNamedRange(kit, next, range);
      name = next;
      return made;
    },
    setRange: (range) => {
      setNamedRange(kit, name, range);
      return made;
    },
  });
  return made;
}
