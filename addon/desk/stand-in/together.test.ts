/** Runs at the same time: whose turn it is, what they see of each other, and what the platform does to one of them. */
import { describe, expect, test } from 'vitest';
import { EDITOR, NOW, OWNER, type TryOptions, tryBook, tryHost } from '../server/try-script.ts';
import type { Failure } from './failures.ts';
import type { Act, RunOutcome } from './host.ts';
import type { ServiceCall } from './ports.ts';
import type { Schedule } from './schedule.ts';

/** Counts in a property, once as everybody does and once under the lock; `note` says who was there, in order. */
const COUNTING = `
  var seen = 0;
  const store = () => PropertiesService.getScriptProperties();
  function add(key, n) { store().setProperty(key, String(Number(store().getProperty(key) || 0) + n)); }
  function careless() { add('n', 1); seen += 1; return seen; }
  function careful() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(10000);
    add('n', 1);
    lock.releaseLock();
  }
  function note(name) { for (let i = 0; i < 3; i += 1) add('order' + name, 1); }
`;

const call = (functionName: string, args: readonly unknown[] = [], user = OWNER): Act => ({
  functionName,
  args,
  user,
  via: 'menu',
});

function together(
  source: string,
  lines: readonly (Act | readonly Act[])[],
  schedule: Schedule,
  options: TryOptions = {},
) {
  const { host, model } = tryHost(source, options);
  const { outcomes, endedAt } = host.runTogether(lines, schedule);
  return {
    model,
    host,
    outcomes,
    endedAt,
    runs: outcomes.flatMap(({ runs }) => runs),
    n: model.script.scriptProperties.n,
    order: host.calls().map(({ run }) => run),
  };
}

const messages = (runs: readonly RunOutcome[]) => runs.map((run) => (run.ok ? 'ok' : run.error.message));
const kill = (wanted: (call: ServiceCall) => boolean, unflushed: 'lost' | 'kept' = 'lost') => ({
  failure: (one: ServiceCall): Failure | null => (wanted(one) ? { kind: 'killed', unflushed } : null),
});

describe('turns', () => {
  test('are taken as the list says, and after its end one run after the other', () => {
    const { order, runs } = together(COUNTING, [call('note', ['A']), call('note', ['B'])], [0, 1, 1, 0, 1]);
    expect(order.slice(0, 5)).toEqual([1, 2, 2, 1, 2]);
    expect(order.slice(5)).toEqual([...Array(10).fill(1), ...Array(9).fill(2)]);
    expect(messages(runs)).toEqual(['ok', 'ok']);
  });

  test('of a run that cannot go on go to one that can', () => {
    const { order } = together(COUNTING, [call('careless'), call('careless')], [7, 7, 7, 7, 7, 7, 7, 7]);
    expect(order.filter((run) => run === 2)).toHaveLength(4);
    expect(order[0]).toBe(2);
  });

  test('make an update lost where two read before either writes, as at Google’s', () => {
    const two = [call('careless'), call('careless')];
    expect(together(COUNTING, two, [0, 0, 0, 0, 1, 1, 1, 1]).n).toBe('2');
    expect(together(COUNTING, two, [0, 0, 0, 1, 1, 1, 1, 0]).n).toBe('1');
  });

  test('by a seed are the same for the same seed, and others for another', () => {
    const orderBy = (seed: number) =>
      together(COUNTING, [call('note', ['A']), call('note', ['B'])], { seed }).order.join('');
    const orders = Array.from({ length: 20 }, (_, seed) => orderBy(seed));
    expect(Array.from({ length: 20 }, (_, seed) => orderBy(seed))).toEqual(orders);
    expect(new Set(orders).size).toBeGreaterThan(10);
  });

  test('end with nothing to do where there is nobody', () => {
    expect(together(COUNTING, [], { seed: 1 }).outcomes).toEqual([]);
  });

  test('leave each run its own variables', () => {
    const { runs } = together(COUNTING, [call('careless'), call('careless')], [0, 1, 0, 1]);
    expect(runs.map((run) => run.ok && run.value)).toEqual([1, 1]);
  });

  test('one person’s acts follow each other, and another person’s come in between', () => {
    const line = [call('careless'), call('careless')];
    const { order, n } = together(COUNTING, [line, call('careless', [], EDITOR)], [0, 0, 1, 0, 0, 1]);
    expect(order.slice(0, 6)).toEqual([1, 1, 2, 1, 1, 2]);
    expect(new Set(order)).toEqual(new Set([1, 2, 3]));
    expect(n).toBe('3');
  });
});

describe('a lock', () => {
  test('that another run holds is waited for, whatever the schedule: no update is lost', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const { n, runs } = together(COUNTING, [call('careful'), call('careful'), call('careful')], { seed });
      expect([n, ...messages(runs)]).toEqual(['3', 'ok', 'ok', 'ok']);
    }
  });

  test('that comes too late throws in waitLock and is false in tryLock; the others have gone on', () => {
    const source = `${COUNTING}
      function holds() { LockService.getDocumentLock().waitLock(1); Utilities.sleep(20000); add('n', 1); }
      function tries() { return LockService.getDocumentLock().tryLock(5000); }`;
    const { runs, n } = together(source, [call('holds'), call('tries'), call('careful')], [0, 0, 1, 1, 2, 2, 0]);
    expect(runs.map((run) => (run.ok ? run.value : run.error.message))).toEqual([
      undefined,
      false,
      'Lock timeout: another process was holding the lock for too long.',
    ]);
    expect(runs[1]?.elapsedMs).toBeGreaterThanOrEqual(5_000);
    expect(n).toBe('1');
  });

  test('that is asked for without patience is refused at once', () => {
    const source =
      'function tries() { const l = LockService.getDocumentLock(); l.tryLock(0); SpreadsheetApp.flush(); return l.hasLock(); }';
    const { runs } = together(source, [call('tries'), call('tries')], [0, 0, 1, 1]);
    expect(runs.map((run) => run.ok && run.value)).toEqual([true, false]);
    expect(runs[1]?.elapsedMs).toBe(0);
  });

  test('crossed with another ends by the shorter patience, not in a standstill', () => {
    const source = `function both(first, second, ms) {
      const locks = { d: LockService.getDocumentLock(), s: LockService.getScriptLock() };
      return [locks[first].tryLock(1000), locks[second].tryLock(ms)];
    }`;
    const { runs } = together(
      source,
      [call('both', ['d', 's', 3000]), call('both', ['s', 'd', 9000])],
      [0, 1, 0, 1, 0, 1],
    );
    expect(runs.map((run) => run.ok && run.value)).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  test('of a run that the platform ends is free for the next one', () => {
    const { runs, n } = together(COUNTING, [call('careful'), call('careful')], [0, 0, 0, 0, 0, 1, 1, 0], {
      ports: kill(({ run, member }) => run === 1 && member === 'setProperty'),
    });
    expect(messages(runs)).toEqual(['Exceeded maximum execution time', 'ok']);
    expect(n).toBe('1');
    expect(runs[1]?.elapsedMs).toBeLessThan(10_000);
  });
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
  test('is there when the run has ended, or when it has read the sheet itself', () => {
    const source = `${SOURCE} function writeAndRead() { cell().setValue(2); return cell().getValue(); }`;
    const { runs, model } = together(source, [[call('write', [false]), call('look'), call('writeAndRead')]], []);
    expect(runs.map((run) => run.ok && run.value)).toEqual([undefined, '1,1', 2]);
    expect(model.cell(0, 1, 1).value).toBe(2);
  });
});

describe('edits', () => {
  const edit = { sheetId: 0, area: { row: 2, column: 1, rows: 1, columns: 1 }, value: '5' };
  const SOURCE = `${COUNTING}
    function onEdit(e) { e.range.getRow(); add('n', 1); }
    function installed(e) { add('installed ' + Session.getEffectiveUser().getEmail() + ' ' + Session.getActiveUser().getEmail() + ' ' + e.user.getEmail(), 1); }
    function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`;
  const types = (user = EDITOR): Act => ({ person: user, does: () => edit });

  test('that come while one’s trigger runs wait, two of them; what comes then is dropped', () => {
    const { outcomes, n } = together(SOURCE, [[types(), types(), types(), types(), types()]], [0, 0, 0, 0, 0]);
    expect(outcomes.map(({ dropped, runs }) => [dropped, runs.length])).toEqual([
      [false, 1],
      [false, 1],
      [false, 1],
      [true, 0],
      [true, 0],
    ]);
    expect(n).toBe('3');
  });

  test('that come one after the other are all told', () => {
    const { n } = together(
      SOURCE,
      [Array(6).fill(types())],
      [0, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2, 2, 0, 3, 3, 3, 3, 3, 0, 4, 4, 4, 4, 4],
    );
    expect(n).toBe('6');
  });

  test('run their trigger one at a time', () => {
    const { n } = together(SOURCE, [types(), types(), types()], { seed: 5 });
    expect(n).toBe('3');
  });

  test('fire the installed trigger beside the simple one, as its creator, who is told of the editor within one domain alone', () => {
    for (const told of [false, true]) {
      const { host, model } = tryHost(SOURCE, { ports: { tellsActiveUser: () => told } });
      host.run('install', [], { user: OWNER, via: 'menu' });
      const { outcomes } = host.runTogether([types()], [0, 1, 2, 1, 2]);
      expect(outcomes[0]?.runs.map((run) => [run.functionName, run.user, run.ok]).sort()).toEqual([
        ['installed', OWNER.email, true],
        ['onEdit', EDITOR.email, true],
      ]);
      const name = told ? EDITOR.email : '';
      expect(Object.keys(model.script.scriptProperties)).toContain(`installed ${OWNER.email} ${name} ${name}`);
    }
  });

  test('of a bundle without onEdit fire nothing', () => {
    expect(together('function other() {}', [types()], []).outcomes).toEqual([{ dropped: false, runs: [] }]);
  });
});

test('the clock’s triggers run as their creators among the others', () => {
  const source = `${COUNTING} function tick() { note('T'); return Session.getEffectiveUser().getEmail(); }
    function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }`;
  const { host } = tryHost(source);
  for (const user of [OWNER, EDITOR]) host.run('install', [], { user, via: 'menu' });
  const due: Act = { clock: NOW + 3_600_000 };
  const { outcomes } = host.runTogether([due, due], { seed: 3 });
  expect(outcomes.map(({ runs }) => runs.flatMap((run) => run.ok && run.value).sort())).toEqual([
    [EDITOR.email, OWNER.email],
    [],
  ]);
});

test('a thirty-first run of one account is refused', () => {
  const { runs } = together(COUNTING, [...Array(31).fill(call('careless')), call('careless', [], EDITOR)], []);
  expect(messages(runs).filter((message) => message !== 'ok')).toEqual([
    'There are too many scripts running simultaneously for this Google user account.',
  ]);
  expect(runs[30]?.ok).toBe(false);
});

describe('the clock', () => {
  const SOURCE =
    'function when(n) { const at = []; for (let i = 0; i < n; i += 1) { SpreadsheetApp.flush(); at.push(Date.now(), Number(new Date())); } return at; }';

  test('is the host’s and goes on with each call’s time, inside the script too', () => {
    for (const alone of [true, false]) {
      const { host } = tryHost(SOURCE, { ports: { latency: () => 100 } });
      const outcome = alone
        ? host.run('when', [2], { user: OWNER, via: 'menu' })
        : host.runTogether([call('when', [2])], []).outcomes[0]?.runs[0];
      expect(outcome).toMatchObject({ value: [NOW + 100, NOW + 100, NOW + 200, NOW + 200], elapsedMs: 200 });
    }
  });

  test('passes for who does nothing, and the others go on meanwhile', () => {
    const { runs } = together(SOURCE, [[{ pauseMs: 60_000 }, call('when', [1])], call('when', [1])], [0, 0, 1]);
    expect(runs.map((run) => run.ok && run.value)).toEqual([
      [NOW + 60_000, NOW + 60_000],
      [NOW, NOW],
    ]);
  });

  test('is one for all runs: two calls at once take as long as one, a call behind another begins later', () => {
    const { runs, endedAt } = together(SOURCE, [call('when', [2]), call('when', [1])], [0, 0, 1], {
      ports: { latency: () => 100 },
    });
    expect(runs.map((run) => run.ok && run.value)).toEqual([
      [NOW + 100, NOW + 100, NOW + 200, NOW + 200],
      [NOW + 200, NOW + 200],
    ]);
    expect(endedAt).toBe(NOW + 100);
  });

  test('and chance repeat where the port’s chance does', () => {
    const source = 'function chance() { return [Math.random(), Utilities.getUuid()]; }';
    const values = () =>
      together(
        source,
        [call('chance'), call('chance')],
        { seed: 1 },
        { ports: { randomBytes: (n) => new Uint8Array(n).fill(7) } },
      ).runs;
    const [first, second] = [values(), values()];
    expect(second).toEqual(first);
    expect(first[0]).toMatchObject({ ok: true, value: [expect.any(Number), expect.any(String)] });
  });
});

describe('what crosses into a run’s thread', () => {
  const one = (body: string, args: readonly unknown[] = [], via: 'menu' | 'sidebar' = 'menu') =>
    together(`function main(given) { ${body} }`, [{ functionName: 'main', args, user: OWNER, via }], [], {
      model: tryBook(),
    }).runs[0];

  test.each([
    [
      'cells with dates and blanks',
      "const r = SpreadsheetApp.getActive().getRange('A1:B1'); r.setValues([[new Date(0), '']]); const v = r.getValues(); return [v[0][0] instanceof Date, Array.isArray(v), v[0][1] === ''].join()",
      'true,true,true',
    ],
    [
      'the same object each time',
      'const s = SpreadsheetApp.getActive(); return [s === SpreadsheetApp.getActive(), s.getSheets()[0] === s.getSheetById(0)].join()',
      'true,true',
    ],
    [
      'enumerations, both ways',
      'const s = SpreadsheetApp.getActive().getSheets()[0]; s.protect(); const t = s.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getProtectionType(); return [t === SpreadsheetApp.ProtectionType.SHEET, String(t), t.name()].join()',
      'true,SHEET,SHEET',
    ],
    [
      'builders and what they build',
      "const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).build(); const r = SpreadsheetApp.getActive().getRange('A1'); r.setDataValidation(rule); return r.getDataValidation().getCriteriaValues().join()",
      '1,5',
    ],
    [
      'plain objects',
      "PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2' }); return Object.keys(PropertiesService.getScriptProperties().getProperties()).join()",
      'a,b',
    ],
    [
      'errors of the script’s own realm',
      'try { SpreadsheetApp.getActive().getSheets()[0].getRange(0, 1); } catch (error) { return error instanceof Error && error.message; }',
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    [
      'an unknown member',
      'try { SpreadsheetApp.getActive().getBlob(); } catch (error) { return error instanceof Error && error.message; }',
      'Spreadsheet.getBlob is not in the stand-in',
    ],
    [
      'an unknown name of an enumeration',
      'try { return String(SpreadsheetApp.ProtectionType.ALL); } catch (error) { return error.message; }',
      'ProtectionType.ALL is not in the stand-in',
    ],
    [
      'a value that is set on a service',
      'try { SpreadsheetApp.flush = 1; } catch (error) { return error.message; }',
      'SpreadsheetApp.flush cannot be set',
    ],
    [
      'an unknown service',
      'try { DriveApp.getFiles(); } catch (error) { return error instanceof ReferenceError; }',
      true,
    ],
    [
      'nothing of Node',
      'return [typeof process, typeof require, typeof setTimeout, typeof Atomics].join()',
      'undefined,undefined,undefined,undefined',
    ],
  ])('%s', (_, body, value) => {
    expect(one(body)).toMatchObject({ ok: true, value });
  });

  test('of the sidebar’s calls only JSON-like values come back', () => {
    expect(one('return { got: given, f: function () {} }', [{ a: [1, null] }], 'sidebar')).toMatchObject({
      ok: true,
      value: { got: { a: [1, null] } },
    });
    for (const [body, why] of [
      ['return { at: new Date(0) }', 'value.at'],
      ['return [undefined]', 'value[0]'],
      ['return new Map()', 'Map'],
      ['return NaN', 'NaN'],
      ['const a = {}; a.a = a; return a', 'contains itself'],
    ] as const)
      expect(one(body, [], 'sidebar')).toMatchObject({ ok: false, error: { message: expect.stringContaining(why) } });
  });

  test('an error of the script ends its run alone, with its name and its console', () => {
    const lines: string[] = [];
    const source =
      "function fails() { console.log('so far', 1); SpreadsheetApp.flush(); throw new TypeError('no'); } function works() { return 1; }";
    const { runs } = together(source, [call('fails'), call('works'), call('missing'), call('hidden_')], [], {
      ports: { log: (line) => lines.push(line) },
    });
    expect(runs).toMatchObject([
      { ok: false, error: { name: 'TypeError', message: 'no' } },
      { ok: true, value: 1 },
      { ok: false, error: { message: 'Script function not found: missing' } },
      { ok: false, error: { message: 'Script function not found: hidden_' } },
    ]);
    expect(lines).toEqual(['so far 1']);
  });
});
