/** The workbook's memory in the built script: what other runs see of it while it is written, when a run is killed, when it is full. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compilePlan, inputsOf } from '../shared/plan.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import { builtFiles, CLERK, cellAt, type Desk, openDesk, UNIT } from './built-addon.test-support.ts';
import type { ScriptPorts, ServiceCall } from './desk/stand-in/ports.ts';
import type { PeriodSync } from './rpc.ts';
import { MEMORY_BYTES, memoryBytes, REASONS_BYTES } from './server/memory-size.ts';
import { outboxOf, writesOf, written } from './server/stored-outbox.ts';

const FRUIT = 'Diện tích cây ăn quả';
const PERIOD = '2026-Q3';

let files: Awaited<ReturnType<typeof builtFiles>>;

beforeAll(async () => {
  files = await builtFiles();
});

/** A desk whose calls a test can watch and stop. */
function watchedDesk(more: Partial<ScriptPorts> = {}) {
  const watch: { before: (call: ServiceCall) => void } = { before: () => {} };
  const desk = openDesk(files, { ports: { ...more, beforeCall: (call) => watch.before(call) } });
  desk.setUp();
  return { desk, watch };
}

/** What the properties say of the period at this moment. */
function truth(desk: Desk) {
  const { revision, state, reasons } = outboxOf(desk.model.script.documentProperties).record(PERIOD);
  return { revision, state, reasons };
}

/** What a run is told that reads the memory as it was last kept. */
function told(desk: Desk) {
  const { syncs } = desk.call('sidebarJump', { period: PERIOD, input: 'fruitArea' });
  const sync = syncs.find((one: PeriodSync) => one.period === PERIOD);
  return { revision: sync?.revision ?? null, state: sync?.state ?? 'none', reasons: sync?.reasons ?? {} };
}

function type(desk: Desk, typed: string): void {
  desk.clock.now += 120_000;
  desk.edit(cellAt(desk.model, '2026', FRUIT, '9 tháng'), typed);
}

/** How many service calls the action makes. */
function callsOf(watch: { before: (call: ServiceCall) => void }, act: () => void): number {
  let calls = 0;
  watch.before = () => void calls++;
  act();
  watch.before = () => {};
  return calls;
}

/** A desk that has sent, and how many calls the next sending takes. */
function aboutToSend() {
  const { desk, watch } = watchedDesk();
  type(desk, '10');
  desk.pulse();
  type(desk, '11');
  return { desk, watch, calls: callsOf(watch, () => desk.pulse()) };
}

describe('the memory that the cache keeps', { timeout: 60_000 }, () => {
  test('is what the properties say, for a run that comes in between at any call of one that sends', () => {
    const { desk, watch, calls } = aboutToSend();
    for (let at = 1; at <= calls; at++) {
      type(desk, String(20 + at));
      let count = 0;
      watch.before = () => {
        count++;
        if (count !== at) return;
        watch.before = () => {};
        expect(told(desk), `before call ${at}`).toEqual(truth(desk));
      };
      desk.pulse();
      watch.before = () => {};
      expect(told(desk), `after call ${at}`).toEqual(truth(desk));
    }
    expect(calls).toBeGreaterThan(30);
  });

  test('is what the properties say after another run has written at any call of one that sends', () => {
    const { desk, watch, calls } = aboutToSend();
    for (let at = 1; at <= calls; at++) {
      type(desk, String(20 + at));
      let count = 0;
      watch.before = () => {
        count++;
        if (count !== at) return;
        watch.before = () => {};
        // Where the first run holds the lock this one gives up, as it does at Google's after ten seconds.
        desk.host.run('sidebarReason', [{ period: PERIOD, input: 'fruitArea', reason: `vì ${at}` }], {
          user: CLERK,
          via: 'sidebar',
        });
      };
      desk.pulse();
      watch.before = () => {};
      expect(told(desk), `with another at call ${at}`).toEqual(truth(desk));
    }
  });

  test('is what the properties say after a run was killed at any of its calls', () => {
    const { desk, watch, calls } = aboutToSend();
    for (let at = 1; at <= calls; at++) {
      type(desk, String(20 + at));
      let count = 0;
      watch.before = () => {
        count++;
        if (count >= at) throw new Error('killed');
      };
      desk.host.run('sidebarPulse', [{ seen: null, period: PERIOD }], { user: CLERK, via: 'sidebar' });
      watch.before = () => {};
      expect(told(desk), `killed before call ${at}`).toEqual(truth(desk));
      desk.clock.now += 120_000;
      expect(desk.pulse().conflicts).toEqual([]);
      const stored = desk.worker.reports.get(`/api/reports/${UNIT}/${PERIOD}`);
      expect(stored?.values, `after the death before call ${at}`).toEqual({ fruitArea: 20 + at });
    }
  });

  test('is not needed: without a cache, and with one that always fails, everything is sent', () => {
    const without = watchedDesk({ lacksService: (name) => name === 'documentCache' }).desk;
    const { desk: failing, watch } = watchedDesk();
    watch.before = ({ service }) => {
      if (service === 'Cache') throw new Error('Service error: Cache');
    };
    for (const desk of [without, failing]) {
      type(desk, '10');
      desk.pulse();
      desk.call('sidebarCommit', { period: PERIOD, input: 'fruitArea', value: 11 });
      expect(told(desk)).toMatchObject({ revision: 2, state: 'draft' });
    }
  });

  test('holds no mark: a run that reads it does not take an edit for looked at', () => {
    const { desk } = watchedDesk();
    type(desk, '10');
    const { glance } = desk.pulse();
    desk.clock.now += 1_000;
    desk.edit(cellAt(desk.model, '2026', FRUIT, '6 tháng'), '5');
    desk.edit(cellAt(desk.model, '2027', FRUIT, '6 tháng'), '7');
    const { pulse } = desk.call('sidebarGlance', { seen: null, period: PERIOD, glance: glance ?? never() });
    expect(pulse?.syncs.map(({ period }) => period)).toEqual(['2026-Q2', PERIOD]);
    // The next reading of the properties looks at the other tab.
    expect(desk.pulse().syncs.map(({ period }) => period)).toEqual(['2026-Q2', PERIOD, '2027-Q2']);
  });
});

test('an edit between the reading of the sheet and that of the memory is not taken for looked at', () => {
  const { desk, watch } = watchedDesk({ lacksService: (name) => name === 'documentCache' });
  // No carrier that would find it.
  desk.model.script.triggers = [];
  type(desk, '10');
  const { glance } = desk.pulse();
  type(desk, '11');
  let read = false;
  watch.before = ({ service }) => {
    if (service === 'Range') read = true;
    if (!read || service !== 'PropertiesService') return;
    watch.before = () => {};
    desk.edit(cellAt(desk.model, '2026', FRUIT, '6 tháng'), '5');
  };
  desk.call('sidebarGlance', { seen: null, period: PERIOD, glance: glance ?? never() });
  const { syncs } = desk.pulse({ period: '2027-Q3' });
  expect(syncs.map(({ period, waiting }) => [period, waiting])).toEqual([
    ['2026-Q2', false],
    [PERIOD, false],
  ]);
});

function never(): never {
  throw new Error('no glance');
}

describe('a full memory', { timeout: 60_000 }, () => {
  const inputs = inputsOf(compilePlan(chiengMung()), UNIT);
  const periods = compilePlan(chiengMung()).periods.slice(1);
  /** 500 characters of Vietnamese. */
  const words =
    'Số liệu tăng do xã mới rà soát lại toàn bộ hộ dân, đối chiếu với sổ theo dõi của từng bản; đã có xác nhận. ';
  const reason = words.repeat(5).slice(0, 500);

  test('takes what fits of 20 periods with 49 reasons of 500 characters, refuses the next in words, and goes on sending', () => {
    const { desk } = watchedDesk();
    type(desk, '10');
    desk.pulse();
    fillAlmost(desk);
    const first = keepGiving(desk);
    const size = memoryBytes(desk.model.script.documentProperties);
    expect(inputs.length * periods.length * reason.length).toBe(490_000);
    expect(size).toBeGreaterThan(REASONS_BYTES - 1_000);
    expect(size).toBeLessThanOrEqual(REASONS_BYTES);
    expect(first.refusal).toContain('Phần dành cho giải trình trong bảng tính đã đầy');
    type(desk, '12');
    const answer = desk.pulse();
    expect(answer.syncs.find((one) => one.period === PERIOD)).toMatchObject({ waiting: false, trouble: null });
    // What was given is there, and shorter ones make room again.
    expect(reasonsIn(desk, periods[0])).toEqual(Object.fromEntries(inputs.map(({ id }) => [id, reason])));
    for (const input of inputs.slice(0, 6)) give(desk, periods[0], input, 'Đã rà soát');
    expect(keepGiving(desk).kept).toBeGreaterThan(0);
    expect(memoryBytes(desk.model.script.documentProperties)).toBeLessThan(MEMORY_BYTES);
  });

  test('beyond the reserve refuses to write, says so, and leaves what it has', () => {
    const { desk } = watchedDesk();
    type(desk, '10');
    desk.pulse();
    const filled = { ...desk.model.script.documentProperties, other: 'x'.repeat(8_000) };
    for (let index = 0; memoryBytes(filled) + 9_000 < MEMORY_BYTES; index++) {
      Object.assign(filled, { [`other.${index}`]: 'x'.repeat(8_000) });
    }
    Object.assign(filled, { last: 'x'.repeat(MEMORY_BYTES - memoryBytes(filled) - 4) });
    desk.model.script.documentProperties = filled;
    type(desk, '12');
    expect(() => desk.pulse()).toThrow('Bộ nhớ của tiện ích trong bảng tính này đã đầy');
    expect(truth(desk)).toMatchObject({ revision: 1 });
    expect(desk.worker.puts).toHaveLength(1);
  });

  /** As the script itself would store them, but period by period: all but the last dozen that fit. */
  function fillAlmost(desk: Desk): void {
    for (const period of periods) {
      const all = desk.model.script.documentProperties;
      const outbox = outboxOf(all);
      const room = Math.floor((REASONS_BYTES - memoryBytes(all)) / 760) - 12;
      const reasons = Object.fromEntries(inputs.slice(0, Math.max(0, room)).map(({ id }) => [id, reason]));
      const record = { ...outbox.record(period), reasons };
      desk.model.script.documentProperties = written(all, writesOf(outbox, { records: { [period]: record } }));
    }
  }

  /** Gives reasons until one is refused. */
  function keepGiving(desk: Desk): { kept: number; refusal: string } {
    let kept = 0;
    for (const period of periods) {
      for (const input of inputs.filter(({ id }) => reasonsIn(desk, period)[id] === undefined)) {
        const outcome = give(desk, period, input, reason);
        if (!outcome.ok) return { kept, refusal: outcome.error.message };
        kept++;
      }
    }
    throw new Error('never full');
  }

  function give(desk: Desk, period = periods[0], input = inputs[0], text: string) {
    const request = { period, input: input?.id, reason: text };
    return desk.host.run('sidebarReason', [request], { user: CLERK, via: 'sidebar' });
  }

  function reasonsIn(desk: Desk, period = periods[0]) {
    return outboxOf(desk.model.script.documentProperties).record(period ?? PERIOD).reasons;
  }
});
