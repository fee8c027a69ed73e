/** One open workbook with its bound script: takes what the page says, answers with what changed. */

import type { Json } from '../../server/json-delta.ts';
import { createScriptHost, type RunOutcome } from '../../stand-in/host.ts';
import { positions } from '../../stand-in/model/areas.ts';
import type { WorkbookJson } from '../../stand-in/model/json.ts';
import type { CellValue, Position } from '../../stand-in/model/types.ts';
import { personAt } from '../../stand-in/person.ts';
import { createWorkbook, type FormulaResult, WorkbookModel } from '../../stand-in/workbook-model.ts';
import type { FromWorker, PersonAct, StartMessage, ToWorker } from '../protocol.ts';
import { collectDrawings, drawAll } from './drawing.ts';
import { performAct } from './person-acts.ts';
import { formulaHolds, type ReadValues } from './rule-check.ts';
import { createRunQueue } from './run-queue.ts';
import { createScriptPorts } from './script-ports.ts';
import { watchStale } from './stale-formulas.ts';
import { createStepMaker } from './steps.ts';

/** Google's clock triggers fire to the minute at best. */
const CLOCK_INTERVAL = 60_000;

export type Session = (message: ToWorker) => void;

export function startSession(start: StartMessage, tell: (message: FromWorker) => void): Session {
  const { book } = start;
  const user = { email: book.email, timeZone: 'Asia/Ho_Chi_Minh' };
  const model = openModel(start);
  let networkOn = true;
  const ports = createScriptPorts({ unit: book.unit, tell, networkIsOn: () => networkOn });
  const host = createScriptHost({ model, bundleSource: start.code, files: start.files, ports });
  const person = personAt(model, {
    email: book.email,
    formulaHolds: (formula, sheetId, at, typed) => formulaHolds(formula, valuesWith(model, sheetId, at, typed)),
  });
  const drawings = collectDrawings(model, book.email);
  const steps = createStepMaker(model, start.state, start.sequence);
  const stale = watchStale(model);
  const queue = createRunQueue({
    formulasPending: () => model.pendingFormulas().length > 0,
    onBusy: (runs) => tell({ kind: 'busy', runs }),
    after: flush,
    onError: (error) => report('', error instanceof Error ? error.message : String(error)),
  });

  /** Tells what changed: first what is to be seen, then what is to be kept. */
  function flush(): void {
    const drawing = drawings.take();
    if (drawing !== null) tell({ kind: 'draw', drawing });
    const step = steps.next();
    if (step !== null) tell({ kind: 'step', step });
  }

  function report(functionName: string, message: string): void {
    tell({ kind: 'failed', functionName, message });
  }

  /** Runs that a trigger made have nobody who waits for their outcome: a failure is shown. */
  function reportFailures(outcomes: readonly RunOutcome[]): void {
    for (const outcome of outcomes) if (!outcome.ok) report(outcome.functionName, outcome.error.message);
  }

  function act(id: number, what: PersonAct): void {
    const outcome = performAct(person, what);
    flush();
    tell({ kind: 'acted', id, outcome });
    if (!outcome.ok) return;
    const { edit, change } = outcome;
    if (edit !== null) queue.add(() => reportFailures(host.fireEdit(edit, user).runs));
    if (change !== 'EDIT') queue.add(() => reportFailures(host.fireChange(change, user)));
  }

  function takeResults(version: number, results: readonly FormulaResult[]): void {
    model.setFormulaResults(results.filter((result) => stale.since(result) <= version));
    flush();
    queue.formulasComputed();
  }

  function run(message: Extract<ToWorker, { kind: 'run' }>): void {
    queue.add(() => {
      const outcome = host.run(message.functionName, message.args, { user, via: message.via });
      flush();
      tell({ kind: 'ran', id: message.id, outcome });
    });
  }

  tell({
    kind: 'ready',
    locale: model.state.locale,
    timeZone: model.state.timeZone,
    drawing: drawAll(model, book.email),
  });
  queue.add(() => {
    reportFailures(host.open(user));
    tell({ kind: 'menu', nodes: host.menu() });
  });
  setInterval(() => queue.add(() => reportFailures(host.fireClock(Date.now()))), CLOCK_INTERVAL);

  return (message) => {
    switch (message.kind) {
      case 'act':
        return act(message.id, message.act);
      case 'select':
        // A selection is no change to be shown; it is kept with the next step.
        return void person.select(message.sheetId, message.area);
      case 'results':
        return takeResults(message.version, message.results);
      case 'run':
        return run(message);
      case 'network':
        networkOn = message.on;
        return;
      case 'whole':
        return tell({ kind: 'whole', id: message.id, whole: steps.whole(message.sequence) });
      case 'start':
        throw new Error('A session starts once.');
    }
  };
}

function openModel({ book, state }: StartMessage): WorkbookModel {
  if (state === null) {
    const name = `${book.unitName} – số liệu chỉ tiêu`;
    return createWorkbook({ id: book.id, name, owner: book.email, sheets: [{ name: 'Trang tính1' }] });
  }
  return WorkbookModel.fromJSON(asWorkbook(state));
}

/** The sheet's values as they would be with `typed` in one cell. */
function valuesWith(model: WorkbookModel, sheetId: number, at: Position, typed: CellValue): ReadValues {
  return (area) =>
    positions(area).map(({ row, column }) =>
      row === at.row && column === at.column ? typed : model.cell(sheetId, row, column).value,
    );
}

/** The server gives back what this desk stored: the model itself refuses another format. */
function asWorkbook(state: Json): WorkbookJson {
  return state as unknown as WorkbookJson;
}
