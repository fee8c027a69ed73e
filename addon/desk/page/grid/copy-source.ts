/** Remembers what was copied or cut inside the desk, so that a paste of it carries values and formats, not only text. */

import { shifted } from '../../stand-in/model/formula-text.ts';
import type { Area } from '../../stand-in/model/types.ts';
import type { PastedCell } from '../../stand-in/person.ts';
import type { Mirror } from '../mirror.ts';
import type { PersonAct } from '../protocol.ts';
import { formatBlock, parseBlock } from './clipboard-text.ts';

interface Source {
  readonly sheetId: number;
  readonly area: Area;
  readonly cut: boolean;
  /** What the clipboard holds if nothing else was copied since. */
  readonly text: string;
}

export interface CopySource {
  remember(sheetId: number, area: Area, cut: boolean): void;
  /** The paste of `text`, into the cell or over the area that is selected. */
  paste(text: string, target: { readonly sheetId: number; readonly area: Area }, valuesOnly: boolean): PersonAct;
}

export function createCopySource(mirror: Mirror): CopySource {
  let source: Source | null = null;

  function displayed(sheetId: number, area: Area): string {
    const row = (down: number) =>
      Array.from({ length: area.columns }, (_, across) =>
        mirror.display(sheetId, area.row + down, area.column + across),
      );
    return formatBlock(Array.from({ length: area.rows }, (_, down) => row(down)));
  }

  function pasted(from: Source, target: { row: number; column: number }, valuesOnly: boolean): PastedCell[][] {
    const { area, sheetId } = from;
    return Array.from({ length: area.rows }, (_row, down) =>
      Array.from({ length: area.columns }, (_cell, across) => {
        const cell = mirror.cell(sheetId, area.row + down, area.column + across);
        if (valuesOnly) return { value: cell.value };
        const { value, numberFormat, style } = cell;
        const formula =
          cell.formula === null ? null : shifted(cell.formula, target.row - area.row, target.column - area.column);
        return { value, formula, numberFormat, style };
      }),
    );
  }

  return {
    remember(sheetId, area, cut) {
      source = { sheetId, area, cut, text: displayed(sheetId, area) };
    },
    paste(text, { sheetId, area }, valuesOnly) {
      const at = { row: area.row, column: area.column };
      const own = source !== null && normal(source.text) === normal(text) ? source : null;
      if (own?.cut === true && !valuesOnly) {
        source = null;
        return { kind: 'cut', sheetId: own.sheetId, area: own.area, toSheetId: sheetId, to: at };
      }
      const block = own === null ? parseBlock(text) : pasted(own, at, valuesOnly);
      return { kind: 'paste', sheetId, at, block: repeated<string | PastedCell>(block, area) };
    },
  };
}

/** A single cell fills a selected area, as every spreadsheet does it. */
function repeated<T>(block: readonly (readonly T[])[], area: Area): readonly (readonly T[])[] {
  const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (only === undefined) return block;
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => only));
}

/** Clipboards add or drop the last line end, and may write line ends their own way. */
function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
}
