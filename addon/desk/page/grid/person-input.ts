/**
 * Turns what a person does in the grid into acts on the workbook. The grid itself carries out none of them: it shows what
 * the workbook became. So typing is read as a Vietnamese sheet reads it, and there is one undo stack, the workbook's.
 */

import {
  CanceledError,
  CommandType,
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  type DocumentDataModel,
  EDITOR_ACTIVATED,
  type ICommandInfo,
  ICommandService,
  IContextService,
  type IExecutionOptions,
  type IRange,
  IUniverInstanceService,
} from '@univerjs/core';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import type { Area } from '../../stand-in/model/types.ts';
import type { Mirror } from '../mirror.ts';
import type { PersonAct } from '../protocol.ts';
import { type CopySource, createCopySource } from './copy-source.ts';
import { editingText } from './editing-text.ts';
import { actOf } from './grid-commands.ts';
import type { Painter } from './painter.ts';
import { toArea } from './ranges.ts';
import type { Grid } from './univer.ts';

export interface PersonInput {
  /** The selection of the sheet that is shown. */
  selection(): { readonly sheetId: number; readonly area: Area } | null;
  readonly copySource: CopySource;
}

export interface PersonInputOptions {
  readonly grid: Grid;
  readonly mirror: Mirror;
  readonly painter: Painter;
  readonly act: (act: PersonAct) => void;
  /** Something that a spreadsheet can do and the desk cannot. */
  readonly notHere: (command: string) => void;
}

export function installPersonInput(options: PersonInputOptions): PersonInput {
  const { grid, mirror, painter, act } = options;
  const copySource = createCopySource(mirror);
  takeTyping(grid, mirror, act);
  const input: PersonInput = { selection: () => currentSelection(grid), copySource };
  const contexts = grid.injector.get(IContextService);
  grid.injector.get(ICommandService).beforeCommandExecuted((command, execution) => {
    if (painter.isPainting()) return;
    // While a cell is being edited, undo, paste and the like are the text field's.
    if (contexts.getContextValue(EDITOR_ACTIVATED) && !command.id.startsWith('sheet.command.set-range-values')) return;
    const answer = actOf(command, input);
    if (answer === 'other') return refuseStrangeMutation(command, execution, options.notHere);
    if (answer !== 'nothing') void Promise.resolve(answer).then((acts) => acts.forEach(act));
    throw new CanceledError();
  });
  return input;
}

/** The editor's text as it was typed: what the grid made of it (1.180 is 1.18 to it) is not looked at. */
function takeTyping(grid: Grid, mirror: Mirror, act: (act: PersonAct) => void): void {
  const instances = grid.injector.get(IUniverInstanceService);
  grid.injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    id: 'desk-typing',
    priority: 1000,
    handler: (_cell, at) => {
      const editor = instances.getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY);
      const typed = (editor?.getBody()?.dataStream ?? '').replace(/\r\n$/, '').replaceAll('\r', '\n');
      // Opened and closed again without a change is no edit, and fires no trigger.
      const [sheetId, row, column] = [Number(at.subUnitId), at.row + 1, at.col + 1];
      const began = editingText(mirror.cell(sheetId, row, column), mirror.place);
      if (typed !== began) act({ kind: 'edit', sheetId, at: { row, column }, typed });
      // The cell as it was: the grid sees no change and writes nothing.
      return at.worksheet.getCellRaw(at.row, at.col);
    },
  });
}

/**
 * Content and structure change through the workbook only. What still comes as a mutation of the grid's own was made by a
 * command that the desk does not know: it would show what the workbook does not have.
 */
function refuseStrangeMutation(
  { id, type }: Readonly<ICommandInfo>,
  execution: IExecutionOptions | undefined,
  notHere: (command: string) => void,
): void {
  const own = execution?.fromFormula === true || execution?.onlyLocal === true || HARMLESS.has(id);
  if (type !== CommandType.MUTATION || !id.startsWith('sheet.mutation.') || own) return;
  notHere(id);
  throw new CanceledError();
}

/** Layout that the grid works out for itself. */
const HARMLESS = new Set([
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.toggle-note-popup',
  'sheet.mutation.update-note-position',
]);

function currentSelection(grid: Grid): ReturnType<PersonInput['selection']> {
  const sheet = grid.api.getActiveWorkbook()?.getActiveSheet();
  const range: IRange | undefined = sheet?.getSelection()?.getActiveRange()?.getRange();
  if (sheet === undefined || range === undefined) return null;
  const size = { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  return { sheetId: Number(sheet.getSheetId()), area: toArea(range, size) };
}
