/** What the platform does to a run or a call, and what becomes of writes that wait. */
import { describe, expect, test, vi } from 'vitest';
import { OWNER, tryHost } from '../server/try-script.ts';
import { COUNTING, call, messages, together } from '../server/try-together.ts';
import type { Failure } from './failures.ts';
import type { ServiceCall } from './ports.ts';

// Each run takes a thread's start the first time.
vi.setConfig({ testTimeout: 60_000 });

const kill = (wanted: (call: ServiceCall) => boolean, unflushed: 'lost' | 'kept' = 'lost') => ({
  failure: (one: ServiceCall): Failure | null => (wanted(one) ? { kind: 'killed', unflushed } : null),
});

describe('a run that the platform ends', () => {
  const SOURCE = `${COUNTING}
    function stubborn() {
      for (let i = 0; i < 5; i += 1) { try { add('n', 1); } catch (error) {} }
      return 'done';
    }
    function writes() {
      const range = SpreadsheetApp.getActive().getRange('A1');
      range.setValue(1);
      PropertiesService.getScriptProperties().setProperty('written', '1');
      SpreadsheetApp.flush();
    }`;

  test.each([1, 2, 5, 9, 20])(
    'before call %d has the effects of the calls before, and no others, whatever it catches',
    (at) => {
      const { runs, n, order } = together(SOURCE, [call('stubborn')], [], { ports: kill(({ index }) => index === at) });
      expect(messages(runs)).toEqual(['Exceeded maximum execution time']);
      expect(order).toHaveLength(at);
      expect(Number(n ?? 0)).toBe(Math.floor((at - 1) / 4));
    },
  );

  test('on its own ends just so', () => {
    const { host, model } = tryHost(SOURCE, { ports: kill(({ index }) => index === 9) });
    expect(host.run('stubborn', [], { user: OWNER, via: 'menu' })).toMatchObject({
      ok: false,
      error: { message: 'Exceeded maximum execution time' },
    });
    expect(model.script.scriptProperties.n).toBe('2');
  });

  test('loses the writes that it had not flushed, or keeps them: a test tries both', () => {
    for (const [unflushed, value] of [
      ['lost', null],
      ['kept', 1],
    ] as const) {
      const { model } = together(SOURCE, [call('writes')], [], {
        ports: kill(({ member }) => member === 'flush', unflushed),
      });
      expect(model.script.scriptProperties.written).toBe('1');
      expect(model.cell(0, 1, 1).value).toBe(value);
    }
  });

  test('for its time is ended too, and nobody else is kept standing for it, whatever the list says', () => {
    const source = `${COUNTING} function slow() { for (let i = 0; i < 8; i += 1) Utilities.sleep(60000); }
      function onEdit(e) { e.range.getRow(); e.range.getRow(); }`;
    const edit = { sheetId: 0, area: { row: 1, column: 1, rows: 1, columns: 1 } };
    const { outcomes } = together(source, [call('slow'), { person: OWNER, does: () => edit }], [1, 2, 0, 0, 0, 0]);
    expect(outcomes.map(({ runs }) => messages(runs))).toEqual([['Exceeded maximum execution time'], ['ok']]);
    expect(outcomes[0]?.runs[0]?.elapsedMs).toBe(420_000);
    expect(outcomes[1]?.runs[0]?.elapsedMs).toBeLessThanOrEqual(10_000);
  });
});

describe('a call that fails', () => {
  const failing = (failure: Failure) => ({
    failure: ({ member, index }: ServiceCall) => (member === 'setProperty' && index < 5 ? failure : null),
  });
  const SOURCE = `${COUNTING} function again() { try { add('n', 1); } catch (error) { add('n', 10); return error instanceof Error && error.message; } }`;

  test.each([
    [{ kind: 'throws', message: 'Service error: Spreadsheets' } as const, '10'],
    [{ kind: 'throws', message: 'Service error: Spreadsheets', after: true } as const, '11'],
  ])('%j throws before its effect or after it', (failure, left) => {
    for (const alone of [true, false]) {
      const { host, model } = tryHost(SOURCE, { ports: failing(failure) });
      const outcome = alone
        ? host.run('again', [], { user: OWNER, via: 'menu' })
        : host.runTogether([call('again')], []).outcomes[0]?.runs[0];
      expect(outcome).toMatchObject({ ok: true, value: failure.message });
      expect(model.script.scriptProperties.n).toBe(left);
    }
  });

  test('after a lock was waited for leaves the lock with the run', () => {
    const source = `function holds() { const l = LockService.getDocumentLock(); l.waitLock(1); SpreadsheetApp.flush(); l.releaseLock(); }
      function tries() { const l = LockService.getDocumentLock(); try { l.waitLock(9000); } catch (error) { return [error.message, l.hasLock()]; } }`;
    const { runs } = together(source, [call('holds'), call('tries')], [0, 0, 1, 1], {
      ports: {
        failure: ({ run, member }) =>
          run === 2 && member === 'waitLock' ? { kind: 'throws', message: 'Service error', after: true } : null,
      },
    });
    expect(runs[1]).toMatchObject({ ok: true, value: ['Service error', true] });
  });
});

describe('what others see of a write', () => {
  const SOURCE = `
    const cell = () => SpreadsheetApp.getActive().getRange('A1');
    function write(flush) {
      cell().setValue(1);
      if (flush) SpreadsheetApp.flush();
      PropertiesService.getScriptProperties().setProperty('written', '1');
      PropertiesService.getScriptProperties().getKeys();
    }
    function look() { return [PropertiesService.getScriptProperties().getProperty('written'), cell().getValue()].join(); }`;
  const seenAfterTheProperty = (flush: boolean) => {
    const until = flush ? 6 : 5;
    return together(SOURCE, [call('write', [flush]), call('look')], [...Array(until).fill(0), ...Array(6).fill(1)])
      .runs[1];
  };

  test('is nothing before it is flushed, though what was done after it is there', () => {
    expect(seenAfterTheProperty(false)).toMatchObject({ ok: true, value: '1,' });
  });
  test('is all of it after a flush', () => {
    expect(seenAfterTheProperty(true)).toMatchObject({ ok: true, value: '1,1' });
  });
  test.each([
    ['setValue(5)', 'getDisplayValue()', '5'],
    ["setValue('5%')", 'getNumberFormat()', '0%'],
    ["setNote('x')", 'getNote()', 'x'],
    ["setFormula('=1+1')", 'getFormula()', '=1+1'],
    ['setValue(5)', 'isBlank()', false],
    ["setBackground('#ff0000')", 'getBackground()', '#ff0000'],
    ['setValue(5)', 'getSheet().getLastRow()', 1],
    ['setValue(5)', 'getSheet().getDataRange().getNumRows()', 1],
  ])('is all of it to its own run: %s, then %s', (write, read, seen) => {
    const { runs } = together(
      `${SOURCE} function own() { const c = cell(); c.${write}; return c.${read}; }`,
      [call('own')],
      [],
    );
    expect(runs[0]).toMatchObject({ ok: true, value: seen });
  });

  test('is there when the run has ended, or when it has read the sheet itself', () => {
    const source = `${SOURCE} function writeAndRead() { cell().setValue(2); return cell().getValue(); }`;
    const { runs, model } = together(source, [[call('write', [false]), call('look'), call('writeAndRead')]], []);
    expect(runs.map((run) => run.ok && run.value)).toEqual([undefined, '1,1', 2]);
    expect(model.cell(0, 1, 1).value).toBe(2);
  });
});
