/** Runs at the same time: whose turn it is, what they see of each other, their locks, edits and clock. */
import { describe, expect, test, vi } from 'vitest';
import { EDITOR, NOW, OWNER, tryHost } from '../server/try-script.ts';
import { COUNTING, call, messages, together } from '../server/try-together.ts';
import type { Failure } from './failures.ts';
import type { Act } from './host.ts';
import type { ServiceCall } from './ports.ts';

// Each run takes a thread's start the first time.
vi.setConfig({ testTimeout: 60_000 });

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
