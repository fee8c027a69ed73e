/** DeveloperMetadata and its finder: kept by the model, which moves it with its row or column. */
import { overlap } from '../model/areas.ts';
import type { MetadataLocation, MetadataState } from '../model/types.ts';
import { metadataLocationType, metadataVisibility } from './enums.ts';
import type { Kit, RangeRef } from './kit.ts';
import { strict } from './strict.ts';

type GMetadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type GLocation = GoogleAppsScript.Spreadsheet.DeveloperMetadataLocation;
type GFinder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;
type GVisibility = GoogleAppsScript.Spreadsheet.DeveloperMetadataVisibility;

/** Where a finder looks. */
export type MetadataScope =
  | { readonly kind: 'spreadsheet' }
  | { readonly kind: 'sheet'; readonly sheetId: number }
  | { readonly kind: 'range'; readonly ref: RangeRef };

interface Filter {
  readonly key?: string;
  readonly value?: string;
  readonly id?: number;
  readonly visibility?: string;
  readonly locationType?: string;
  readonly intersecting: boolean;
}

/** `given`: Google's overloads (key), (key, visibility), (key, value), (key, value, visibility). Without a visibility: DOCUMENT. */
export function addMetadata(kit: Kit, location: MetadataLocation, given: readonly unknown[]): void {
  const [key, second, third] = given;
  if (typeof key !== 'string' || key === '') throw new Error('Developer metadata needs a key.');
  const value = typeof second === 'string' ? second : null;
  const named = typeof second === 'string' ? third : second;
  const visibility = named === undefined ? 'DOCUMENT' : metadataVisibility.nameOf(named);
  const { model } = kit.run.host;
  const entry = { id: model.nextId(), key, value, visibility, location };
  model.update(
    (state) => {
      state.metadata = [...state.metadata, entry];
    },
    { kind: 'metadata' },
  );
}

export function metadataObjects(kit: Kit, wanted: (entry: MetadataState) => boolean): GMetadata[] {
  return kit.run.host.model.metadata.filter(wanted).map((entry) => makeMetadata(kit, entry.id));
}

export function metadataFinder(kit: Kit, scope: MetadataScope, filter: Filter = { intersecting: false }): GFinder {
  const narrowed = (more: Partial<Filter>): GFinder => metadataFinder(kit, scope, { ...filter, ...more });
  return strict<GFinder>(kit.run, 'DeveloperMetadataFinder', {
    find: () =>
      metadataObjects(kit, (entry) => inScope(entry.location, scope, filter.intersecting) && matches(entry, filter)),
    onIntersectingLocations: () => narrowed({ intersecting: true }),
    withId: (id) => narrowed({ id }),
    withKey: (key) => narrowed({ key }),
    withValue: (value) => narrowed({ value }),
    withLocationType: (type) => narrowed({ locationType: metadataLocationType.nameOf(type) }),
    withVisibility: (visibility) => narrowed({ visibility: metadataVisibility.nameOf(visibility) }),
  });
}

function makeMetadata(kit: Kit, id: number): GMetadata {
  const { model } = kit.run.host;
  const entry = (): MetadataState => {
    const found = model.metadata.find((one) => one.id === id);
    if (!found) throw new Error('The developer metadata does not exist any more.');
    return found;
  };
  const set = (change: Partial<MetadataState>): GMetadata => {
    entry();
    model.update(
      (state) => {
        state.metadata = state.metadata.map((one) => (one.id === id ? { ...one, ...change } : one));
      },
      { kind: 'metadata' },
    );
    return made;
  };
  const made: GMetadata = strict<GMetadata>(kit.run, 'DeveloperMetadata', {
    getId: () => id,
    getKey: () => entry().key,
    getValue: () => entry().value,
    getVisibility: (): GVisibility => metadataVisibility.values[entry().visibility],
    getLocation: () => makeLocation(kit, entry().location),
    setKey: (key) => set({ key }),
    setValue: (value) => set({ value }),
    setVisibility: (visibility) => set({ visibility: metadataVisibility.nameOf(visibility) }),
    moveToRow: (row) => {
      const { sheetId, area } = kit.ranges.of(row);
      return set({ location: { type: 'ROW', sheetId, index: area.row } });
    },
    moveToColumn: (column) => {
      const { sheetId, area } = kit.ranges.of(column);
      return set({ location: { type: 'COLUMN', sheetId, index: area.column } });
    },
    moveToSheet: (sheet) => set({ location: { type: 'SHEET', sheetId: kit.sheetIds.of(sheet) } }),
    moveToSpreadsheet: () => set({ location: { type: 'SPREADSHEET' } }),
    remove: () => {
      entry();
      model.update(
        (state) => {
          state.metadata = state.metadata.filter((one) => one.id !== id);
        },
        { kind: 'metadata' },
      );
    },
  });
  return made;
}

function makeLocation(kit: Kit, location: MetadataLocation): GLocation {
  return strict<GLocation>(kit.run, 'DeveloperMetadataLocation', {
    getLocationType: () => metadataLocationType.values[location.type],
    getSpreadsheet: () => (location.type === 'SPREADSHEET' ? kit.spreadsheet() : null),
    getSheet: () => (location.type === 'SHEET' ? kit.sheet(location.sheetId) : null),
    getRow: () => {
      if (location.type !== 'ROW') return null;
      const columns = kit.state(location.sheetId).columns.length;
      return kit.range(location.sheetId, { row: location.index, column: 1, rows: 1, columns }, 'rows');
    },
    getColumn: () => {
      if (location.type !== 'COLUMN') return null;
      const rows = kit.state(location.sheetId).grid.length;
      return kit.range(location.sheetId, { row: 1, column: location.index, rows, columns: 1 }, 'columns');
    },
  });
}

function inScope(location: MetadataLocation, scope: MetadataScope, intersecting: boolean): boolean {
  if (scope.kind === 'spreadsheet') return true;
  if (location.type === 'SPREADSHEET') return false;
  if (scope.kind === 'sheet') return location.sheetId === scope.sheetId;
  const { sheetId, area, whole } = scope.ref;
  if (location.type === 'SHEET' || location.sheetId !== sheetId) return false;
  if (!intersecting && whole !== (location.type === 'ROW' ? 'rows' : 'columns')) return false;
  const line =
    location.type === 'ROW'
      ? { row: location.index, rows: 1, column: 1, columns: Number.POSITIVE_INFINITY }
      : { row: 1, rows: Number.POSITIVE_INFINITY, column: location.index, columns: 1 };
  return overlap(line, area);
}

function matches(entry: MetadataState, filter: Filter): boolean {
  return (
    (filter.id === undefined || entry.id === filter.id) &&
    (filter.key === undefined || entry.key === filter.key) &&
    (filter.value === undefined || entry.value === filter.value) &&
    (filter.visibility === undefined || entry.visibility === filter.visibility) &&
    (filter.locationType === undefined || entry.location.type === filter.locationType)
  );
}
