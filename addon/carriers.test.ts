/** The installed triggers of the built script: who carries what, how often, under whose name, and what they never do. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, CLERK, cellAt, type Desk, OTHER_CLERK, openDesk } from './built-addon.test-support.ts';
import { createWorkbook, WorkbookModel } from './desk/stand-in/workbook-model.ts';
import { missingTriggers } from './server/carrier.ts';

const FRUIT = 'Diện tích cây ăn quả';
const HOUR = 3_600_000;
/** The sidebar's last sign of life, which set-up leaves, is over by then. */
const SIDEBAR_CLOSED = 300_000;

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

function deskWithoutSidebar(): Desk {
  const desk = openDesk(files);
  desk.setUp();
  desk.clock.now += SIDEBAR_CLOSED;
  return desk;
}

const type = (desk: Desk, typed: string, tab = '2026', heading = '9 tháng') =>
  desk.edit(cellAt(desk.model, tab, FRUIT, heading), typed);
const bodies = (desk: Desk) => desk.worker.puts.map((put) => put.body);
const installed = (desk: Desk) => desk.model.script.triggers.map((one) => `${one.functionName} ${one.creator}`);
const callsIn = (desk: Desk, act: () => void) => {
  const before = desk.host.calls().length;
  act();
  return desk.host.calls().slice(before);
};

/** Of an edit, the carrier's. */
const lastRunOf = (calls: ReturnType<typeof callsIn>) => calls.filter(({ run }) => run === calls.at(-1)?.run);

describe('the carrier of edits', () => {
  test('says that it is one, and that it does not know who typed', () => {
    const desk = deskWithoutSidebar();
    const { sheetId, ...place } = cellAt(desk.model, '2026', FRUIT, '9 tháng');
    const outcome = desk.person.edit(sheetId, place, '5');
    if (!outcome.ok || outcome.edit === null) throw new Error('refused');
    // Nobody's address: an editor by link.
    desk.host.fireEdit(outcome.edit, { email: '' });
    expect(bodies(desk)).toMatchObject([{ via: 'trigger', editors: null, state: 'draft' }]);
  });

  test('rests while a sidebar is open, at the price of one call of the cache', () => {
    const desk = deskWithoutSidebar();
    desk.pulse();
    const calls = lastRunOf(callsIn(desk, () => type(desk, '5')));
    const services = calls.map(({ service, member }) => `${service}.${member}`);
    expect(services).toEqual(['CacheService.getDocumentCache', 'Cache.getAll']);
    expect(bodies(desk)).toEqual([]);
  });

  test('has its turn at most once a minute, and rests as cheaply until the next', () => {
    const desk = deskWithoutSidebar();
    for (let second = 0; second < 120; second += 5) {
      desk.clock.now += 5_000;
      type(desk, String(10 + second));
    }
    expect(bodies(desk)).toHaveLength(2);
    desk.clock.now += 1_000;
    expect(lastRunOf(callsIn(desk, () => type(desk, '99')))).toHaveLength(2);
  });

  test('keeps to its minute where the cache has forgotten', () => {
    const desk = openDesk(files, { ports: { lacksService: (name) => name === 'documentCache' } });
    desk.setUp();
    for (let second = 0; second < 60; second += 5) {
      desk.clock.now += 5_000;
      type(desk, String(10 + second));
    }
    expect(bodies(desk)).toHaveLength(1);
  });

  test('reads the edited tab where the simple trigger was dropped, and others that are marked', () => {
    const desk = deskWithoutSidebar();
    type(desk, '5', '2027');
    expect(bodies(desk)).toHaveLength(1);
    desk.clock.now += 30_000;
    type(desk, '6', '2028');
    desk.clock.now += 60_000;
    const { sheetId, ...place } = cellAt(desk.model, '2026', FRUIT, '9 tháng');
    const outcome = desk.person.edit(sheetId, place, '7');
    if (!outcome.ok || outcome.edit === null) throw new Error('refused');
    const marks = { ...desk.model.script.documentProperties };
    desk.host.fireEdit(outcome.edit, CLERK);
    expect(marks['mark.2026-Q3']).toBeUndefined();
    expect(desk.worker.puts.map((put) => put.path.slice(-7))).toEqual(['2027-Q3', '2026-Q3', '2028-Q3']);
  });

  test('sends no submission: an edit after one makes a draft under the carrier’s name', () => {
    const desk = deskWithoutSidebar();
    type(desk, '5');
    desk.worker.fates.push('answer-lost');
    desk.call('sidebarSubmit', { period: '2026-Q3', confirm: [] });
    desk.clock.now += HOUR;
    desk.host.fireClock(desk.clock.now);
    const carried = bodies(desk).filter((body) => body?.via !== 'person');
    expect(carried.map((body) => body?.state)).not.toContain('submitted');
  });
});

describe('one installation a workbook', () => {
  test('another person does not install a second while the first shows life', () => {
    const desk = deskWithoutSidebar();
    for (let tenHours = 1; tenHours <= 5; tenHours++) {
      desk.clock.now += 10 * HOUR;
      desk.host.fireClock(desk.clock.now);
    }
    desk.open(OTHER_CLERK);
    expect(installed(desk)).toEqual([`carryEdits ${CLERK.email}`, `sweep ${CLERK.email}`]);
  });

  test('takes over from one that has been silent for more than a day, and carries under the new name', () => {
    const desk = deskWithoutSidebar();
    removeTriggersOf(desk, CLERK.email);
    desk.clock.now += 25 * HOUR;
    desk.open(OTHER_CLERK);
    expect(installed(desk)).toEqual([]);
    desk.clock.now += 2 * HOUR;
    desk.open(OTHER_CLERK);
    expect(installed(desk)).toEqual([`carryEdits ${OTHER_CLERK.email}`, `sweep ${OTHER_CLERK.email}`]);
    desk.clock.now += SIDEBAR_CLOSED;
    type(desk, '5');
    expect(bodies(desk)).toMatchObject([{ via: 'trigger' }]);
    expect(
      desk.host
        .calls()
        .filter((call) => call.service === 'UrlFetchApp')
        .map((call) => call.user),
    ).toEqual([OTHER_CLERK.email]);
  });

  test('one that was thought dead and comes back takes its own triggers away', () => {
    const desk = deskWithoutSidebar();
    desk.clock.now += 27 * HOUR;
    desk.open(OTHER_CLERK);
    expect(installed(desk)).toHaveLength(4);
    desk.clock.now += SIDEBAR_CLOSED;
    desk.host.fireClock(desk.clock.now);
    expect(installed(desk)).toEqual([`carryEdits ${OTHER_CLERK.email}`, `sweep ${OTHER_CLERK.email}`]);
    type(desk, '5');
    expect(bodies(desk)).toHaveLength(1);
  });

  test('two workbooks of one creator each have theirs', () => {
    const desks = ['book-a', 'book-b'].map((id) => {
      const model = createWorkbook({ id, name: id, owner: CLERK.email, sheets: [{ name: 'Trang tính1' }] });
      const desk = openDesk(files, { model });
      desk.setUp();
      desk.clock.now += SIDEBAR_CLOSED;
      return desk;
    });
    for (const desk of desks) {
      expect(installed(desk)).toEqual([`carryEdits ${CLERK.email}`, `sweep ${CLERK.email}`]);
      type(desk, '5');
      expect(bodies(desk)).toMatchObject([{ via: 'trigger' }]);
    }
  });

  test('as an add-on, another workbook’s edit trigger is none of this one; the clock’s is everybody’s', () => {
    const there = [
      { run: 'carryEdits', source: 'book-a' },
      { run: 'sweep', source: '' },
    ];
    expect(missingTriggers(there, 'book-a')).toEqual({ edit: false, clock: false });
    expect(missingTriggers(there, 'book-b')).toEqual({ edit: true, clock: false });
    expect(missingTriggers([], 'book-b')).toEqual({ edit: true, clock: true });
  });

  function removeTriggersOf(desk: Desk, email: string): void {
    desk.model.update(
      ({ script }) => {
        script.triggers = script.triggers.filter((one) => one.creator !== email);
      },
      { kind: 'script-state' },
    );
  }
});

describe('what no run in the background does', () => {
  test('move a cursor, bring a tab to the front, show anything', () => {
    const desk = deskWithoutSidebar();
    const opened = desk.pulse();
    desk.clock.now += SIDEBAR_CLOSED;
    const calls = callsIn(desk, () => {
      type(desk, '5');
      desk.clock.now += 2 * HOUR;
      desk.host.fireClock(desk.clock.now);
      desk.pulse({ refresh: true, summary: true });
      if (opened.glance !== undefined) {
        desk.call('sidebarGlance', { seen: null, period: '2026-Q3', glance: opened.glance });
      }
    });
    expect(calls.length).toBeGreaterThan(100);
    const members = new Set(calls.map(({ member }) => member));
    expect(
      [...members].filter((name) => /activate|setActive|setCurrent|insertSheet|show|toast|alert/.test(name)),
    ).toEqual([]);
  });

  test('send anything from a copy, even if it had brought its triggers along; who asks is told what to do', () => {
    const original = deskWithoutSidebar();
    const copy = openDesk(files, { model: WorkbookModel.fromJSON({ ...original.model.toJSON(), id: 'another' }) });
    copy.clock.now += SIDEBAR_CLOSED;
    type(copy, '5');
    copy.clock.now += 2 * HOUR;
    copy.host.fireClock(copy.clock.now);
    copy.pulse();
    expect(copy.worker.seen).toEqual([]);
    copy.menu('menuSend');
    expect(copy.toasts.pop()).toContain('Hãy dùng bản gốc');
  });
});
