/** The grid's commands that change the workbook, each with the act of a person that it stands for. */

import { CellValueType, type ICommandInfo, type IRange } from '@univerjs/core';
import * as v from 'valibot';
import type { Area } from '../../stand-in/model/types.ts';
import type { PersonAct } from '../protocol.ts';
import type { CopySource } from './copy-source.ts';

interface Input {
  selection(): { readonly sheetId: number; readonly area: Area } | null;
  readonly copySource: CopySource;
}

type Acts = readonly PersonAct[];

/** 'other': not one of these, the grid may go on; 'nothing': one of these, but with nothing to do. */
export type CommandAnswer = 'other' | 'nothing' | Acts | Promise<Acts>;

const Index = v.nullish(v.number(), Number.NaN);
const Range = v.looseObject({ startRow: Index, endRow: Index, startColumn: Index, endColumn: Index });
const FillParams = v.looseObject({ sourceRange: Range, targetRange: Range });
const MoveParams = v.looseObject({ fromRange: Range, toRange: Range });
const LineParams = v.looseObject({ range: Range });
const PasteParams = v.looseObject({ textContent: v.optional(v.string()) });
const CellData = v.looseObject({
  v: v.nullish(v.union([v.string(), v.number(), v.boolean()])),
  t: v.nullish(v.number()),
});
const ValueParams = v.looseObject({ range: Range, value: v.unknown() });

type Translate = (
  params: unknown,
  place: { sheetId: number; area: Area },
  input: Input,
) => Exclude<CommandAnswer, 'other'>;

const COMMANDS: Readonly<Record<string, Translate>> = {
  'univer.command.undo': () => [{ kind: 'undo' }],
  'univer.command.redo': () => [{ kind: 'redo' }],
  'sheet.command.clear-selection-content': clear,
  'sheet.command.clear-selection-all': clear,
  'sheet.command.auto-fill': fill,
  'sheet.command.move-range': move,
  'sheet.command.move-rows': moveRows,
  'sheet.command.insert-row': insertRows,
  'sheet.command.insert-row-by-range': insertRows,
  'sheet.command.insert-col': insertColumns,
  'sheet.command.insert-col-by-range': insertColumns,
  'sheet.command.remove-row': deleteRows,
  'sheet.command.remove-row-by-range': deleteRows,
  'sheet.command.remove-col': deleteColumns,
  'sheet.command.remove-col-by-range': deleteColumns,
  'sheet.command.set-range-values': setValues,
  'sheet.command.paste-by-short-key': (params, place, input) =>
    pasteText(v.parse(PasteParams, params).textContent, place, input),
  'univer.command.paste': (_params, place, input) => pasteClipboard(place, input, false),
  'sheet.command.paste-value': (_params, place, input) => pasteClipboard(place, input, true),
};

export function actOf(command: Readonly<ICommandInfo>, input: Input): CommandAnswer {
  const place = input.selection();
  if (command.id === 'univer.command.copy' || command.id === 'univer.command.cut') {
    if (place !== null) input.copySource.remember(place.sheetId, place.area, command.id.endsWith('cut'));
    return 'other';
  }
  const translate = Object.hasOwn(COMMANDS, command.id) ? COMMANDS[command.id] : undefined;
  if (translate === undefined) return 'other';
  return place === null ? 'nothing' : translate(command.params, place, input);
}

function clear(_params: unknown, { sheetId, area }: { sheetId: number; area: Area }): Acts {
  return [{ kind: 'clear', sheetId, area }];
}

function fill(params: unknown, { sheetId }: { sheetId: number }): Acts {
  const { sourceRange, targetRange } = v.parse(FillParams, params);
  return [{ kind: 'fill', sheetId, source: area(sourceRange), target: area(targetRange) }];
}

function move(params: unknown, { sheetId }: { sheetId: number }): Acts {
  const { fromRange, toRange } = v.parse(MoveParams, params);
  const { row, column } = area(toRange);
  return [{ kind: 'cut', sheetId, area: area(fromRange), toSheetId: sheetId, to: { row, column } }];
}

/** Dragged by their heads: the selected rows go before the row where they are let go. */
function moveRows(params: unknown, { sheetId, area: selected }: { sheetId: number; area: Area }): Acts {
  const { toRange } = v.parse(MoveParams, params);
  return [{ kind: 'move-rows', sheetId, at: selected.row, count: selected.rows, before: toRange.startRow + 1 }];
}

function insertRows(params: unknown, { sheetId }: { sheetId: number }): Acts {
  const { range } = v.parse(LineParams, params);
  return [{ kind: 'insert-rows', sheetId, before: range.startRow + 1, count: range.endRow - range.startRow + 1 }];
}

function insertColumns(params: unknown, { sheetId }: { sheetId: number }): Acts {
  const { range } = v.parse(LineParams, params);
  const count = range.endColumn - range.startColumn + 1;
  return [{ kind: 'insert-columns', sheetId, before: range.startColumn + 1, count }];
}

function deleteRows(params: unknown, { sheetId, area: selected }: { sheetId: number; area: Area }): Acts {
  const given = v.safeParse(LineParams, params);
  const rows = given.success ? area(given.output.range) : selected;
  return [{ kind: 'delete-rows', sheetId, at: rows.row, count: rows.rows }];
}

function deleteColumns(params: unknown, { sheetId, area: selected }: { sheetId: number; area: Area }): Acts {
  const given = v.safeParse(LineParams, params);
  const columns = given.success ? area(given.output.range) : selected;
  return [{ kind: 'delete-columns', sheetId, at: columns.column, count: columns.columns }];
}

/** A choice from a dropdown, or a tick in a checkbox. */
function setValues(params: unknown, { sheetId }: { sheetId: number }): Acts | 'nothing' {
  const { range, value } = v.parse(ValueParams, params);
  const cell = v.safeParse(CellData, value);
  if (!cell.success) return 'nothing';
  const at = { row: range.startRow + 1, column: range.startColumn + 1 };
  const { v: raw, t } = cell.output;
  const typed = t === CellValueType.BOOLEAN ? (raw ? 'TRUE' : 'FALSE') : String(raw ?? '');
  return [{ kind: 'edit', sheetId, at, typed }];
}

function pasteText(text: string | undefined, place: { sheetId: number; area: Area }, input: Input): Acts | 'nothing' {
  return text === undefined ? 'nothing' : [input.copySource.paste(text, place, false)];
}

/** From a menu: the browser asks the person whether the page may read the clipboard. */
async function pasteClipboard(
  place: { sheetId: number; area: Area },
  input: Input,
  valuesOnly: boolean,
): Promise<Acts> {
  const text = await navigator.clipboard.readText();
  return [input.copySource.paste(text, place, valuesOnly)];
}

function area({
  startRow,
  endRow,
  startColumn,
  endColumn,
}: Pick<IRange, 'startRow' | 'endRow' | 'startColumn' | 'endColumn'>): Area {
  return {
    row: startRow + 1,
    column: startColumn + 1,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}
