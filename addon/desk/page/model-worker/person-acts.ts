/** One person's act on the workbook, by name. */

import type { PersonOutcome } from '../../stand-in/model/types.ts';
import type { Person } from '../../stand-in/person.ts';
import type { PersonAct } from '../protocol.ts';

export function performAct(person: Person, act: PersonAct): PersonOutcome {
  switch (act.kind) {
    case 'edit':
      return person.edit(act.sheetId, act.at, act.typed);
    case 'paste':
      return person.paste(act.sheetId, act.at, act.block);
    case 'fill':
      return person.fill(act.sheetId, act.source, act.target);
    case 'clear':
      return person.clear(act.sheetId, act.area);
    case 'cut':
      return person.cut(act.sheetId, act.area, act.toSheetId, act.to);
    case 'insert-rows':
      return person.insertRows(act.sheetId, act.before, act.count);
    case 'insert-columns':
      return person.insertColumns(act.sheetId, act.before, act.count);
    case 'delete-rows':
      return person.deleteRows(act.sheetId, act.at, act.count);
    case 'delete-columns':
      return person.deleteColumns(act.sheetId, act.at, act.count);
    case 'move-rows':
      return person.moveRows(act.sheetId, act.at, act.count, act.before);
    case 'sort':
      return person.sort(act.sheetId, act.area, act.column, act.ascending);
    case 'undo':
      return person.undo();
    case 'redo':
      return person.redo();
  }
}
