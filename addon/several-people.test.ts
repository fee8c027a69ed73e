/** Several people at once in one workbook: two sidebars, two editors, one outbox; nothing lost, nothing twice, nobody's cursor moved. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { isLongRun, seed } from '../test/properties/seed.ts';
import { builtFiles, CLERK, OTHER_CLERK } from './built-addon.test-support.ts';
import type { Act } from './desk/stand-in/host.ts';
import type { ServiceCall } from './desk/stand-in/ports.ts';
import { seededRandom } from './desk/stand-in/random.ts';
import {
  BASELINE,
  type Beginning,
  COFFEE,
  FRUIT,
  FRUIT_CODED,
  HOUSEHOLDS,
  type Line,
  Scene,
  workbookSetUp,
} from './several-people.test-support.ts';
import { notSent, troublesIn } from './several-people-checks.test-support.ts';

vi.setConfig({ testTimeout: 60 * 60_000 });

const SCRIPT_APP = 'https://www.googleapis.com/auth/script.scriptapp';
/** Of the places where a run can be stopped, `npm test` tries one in so many, others with each seed; the long run tries all. */
const STRIDE = isLongRun() ? 1 : 11;
const MINUTE_MS = 60_000;

let files: Awaited<ReturnType<typeof builtFiles>>;
let setUp: Beginning;
let setUpWithoutCarrier: Beginning;

beforeAll(async () => {
  files = await builtFiles();
  setUp = workbookSetUp(files);
  setUpWithoutCarrier = workbookSetUp(files, { ...CLERK, deniedScopes: [SCRIPT_APP] });
});

/** Plays the scene of each seed; what is wrong stands beside the seed that shows it. */
function expectNoTrouble(count: number, play: (seed: number) => Scene): void {
  const first = seed() % 100_000;
  for (let at = first; at < first + count * (isLongRun() ? 25 : 1); at += 1) {
    const scene = play(at);
    const told = !scene.outcomes.some(({ dropped }) => dropped) && scene.killed.length === 0;
    scene.lookLater();
    // What triggers told of, and what the sidebar wrote, needs nobody who looks at the period.
    const early = told ? notSent(scene) : [];
    scene.sweepLater();
    expect({ seed: at, troubles: [...early, ...troublesIn(scene)] }).toEqual({ seed: at, troubles: [] });
  }
}

/** Some lines of what people do, each with cells of its own, by a seed. */
function linesOf(scene: Scene, at: number): Line[] {
  const random = seededRandom(at * 7919 + 13);
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const cells = [FRUIT, FRUIT_CODED, HOUSEHOLDS, BASELINE, COFFEE];
  let value = 10;
  return cells.slice(0, 2 + Math.floor(random() * 3)).map((cell) => {
    const user = pick([CLERK, OTHER_CLERK]);
    const next = () => {
      value += 1;
      return value;
    };
    const acts: [() => Act, ...(() => Act)[]] = [
      () => scene.pulse(user, pick([cell.period, '2028-Q1'])),
      () => scene.pulse(user, cell.period, true),
      () => scene.glance(user),
      () => scene.commit(cell, next(), user),
      () => scene.commit(cell, next(), user),
      () => scene.types(cell, next(), user),
      () => scene.types(cell, next(), user),
      () => scene.reason(cell, `Đã rà soát ${next()}`, user),
      () => scene.submit(user, cell.period),
      () => scene.send(user),
      () => scene.sweep(),
      () => scene.opens(user),
      () => scene.returned(cell.period),
    ];
    return Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(acts)());
  });
}

function sceneOf(at: number): Scene {
  const scene = new Scene(files, setUp, { seed: at, slowShare: at % 5 === 0 ? 0.2 : 0 });
  // Both sidebars have been told something.
  scene.play([[scene.pulse(CLERK), scene.pulse(OTHER_CLERK)]], []);
  if (at % 3 === 0) scene.desk.worker.fates.push('pass', 'answer-lost', 'down', 'answer-lost');
  return scene;
}

describe('at random', () => {
  test('two sidebars, a column that is typed, a submission and the clock', () => {
    expectNoTrouble(8, (at) => {
      const scene = new Scene(files, setUp, { seed: at });
      scene.play(
        [
          [scene.pulse(), scene.commit(FRUIT, 60), scene.pulse(), scene.commit(FRUIT, 61)],
          [scene.types(FRUIT_CODED, 41), scene.types(FRUIT_CODED, 42), scene.types(BASELINE, 7)],
          [
            scene.pulse(OTHER_CLERK),
            scene.commit(HOUSEHOLDS, 100, OTHER_CLERK),
            scene.reason(HOUSEHOLDS, 'Đã rà soát', OTHER_CLERK),
            scene.send(OTHER_CLERK),
          ],
          [scene.submit(), scene.pulse(CLERK, BASELINE.period)],
          scene.sweep(),
        ],
        { seed: at },
      );
      return scene;
    });
  });

  test('whatever two to four people do, with a network that fails now and then', () => {
    expectNoTrouble(20, (at) => {
      const scene = sceneOf(at);
      scene.play(linesOf(scene, at), { seed: at });
      return scene;
    });
  });

  test('and a run of them that the platform ends somewhere', () => {
    expectNoTrouble(20, (at) => {
      const scene = sceneOf(at);
      const end = { run: 1 + ((at * 7) % 6), index: 1 + ((at * 13) % 60) };
      scene.play(linesOf(scene, at), { seed: at }, (call) => call.run === end.run && call.index === end.index);
      return scene;
    });
  });
});

interface Pair {
  readonly name: string;
  /** By CLERK: what stands still. */
  readonly first: (scene: Scene) => Act;
  /** The run that stands still; `turn` where it is not the first line's own. */
  readonly run: string;
  readonly turn?: number;
  /** Nobody has installed triggers. */
  readonly withoutCarrier?: boolean;
  /** So much was sent already that only two more may go at once. */
  readonly rationed?: boolean;
  readonly beside: string;
  /** By OTHER_CLERK. */
  readonly second: (scene: Scene) => Act;
}

const COMMIT = { beside: 'a commit', second: (s: Scene) => s.commit(FRUIT, 60, OTHER_CLERK) };
const PAIRS: readonly Pair[] = [
  { name: 'a pulse that sends', first: (s) => s.pulse(), run: 'sidebarPulse', ...COMMIT },
  { name: 'a pulse that asks', first: (s) => s.pulse(CLERK, '2026-Q3', true), run: 'sidebarPulse', ...COMMIT },
  { name: 'a glance that finds a change', first: (s) => s.glance(), run: 'sidebarGlance', ...COMMIT },
  {
    name: 'a pulse on the last of the ration',
    first: (s) => s.pulse(),
    run: 'sidebarPulse',
    rationed: true,
    ...COMMIT,
  },
  { name: 'a reason', first: (s) => s.reason(FRUIT_CODED, 'Đã rà soát'), run: 'sidebarReason', ...COMMIT },
  { name: 'the clock’s sweep', first: (s) => s.sweep(), run: 'sweep', turn: 2, ...COMMIT },
  { name: 'the carrier of an edit', first: (s) => s.types(COFFEE, 5), run: 'carryEdits', turn: 3, ...COMMIT },
  {
    name: 'a commit',
    first: (s) => s.commit(HOUSEHOLDS, 100),
    run: 'sidebarCommit',
    beside: 'a pulse that sends',
    second: (s) => s.pulse(OTHER_CLERK),
  },
  { name: 'a commit', first: (s) => s.commit(HOUSEHOLDS, 100), run: 'sidebarCommit', ...COMMIT },
  {
    name: 'a commit',
    first: (s) => s.commit(HOUSEHOLDS, 100),
    run: 'sidebarCommit',
    withoutCarrier: true,
    beside: 'a number that is typed',
    second: (s) => s.types(FRUIT, 60, OTHER_CLERK),
  },
  {
    name: 'a submission',
    first: (s) => s.submit(),
    run: 'sidebarSubmit',
    beside: 'a commit',
    second: (s) => s.commit(BASELINE, 8, OTHER_CLERK),
  },
  {
    name: '“Gửi ngay”',
    first: (s) => s.send(),
    run: 'menuSend',
    beside: 'a number that is typed',
    second: (s) => s.types(FRUIT, 60, OTHER_CLERK),
  },
];

describe.each(PAIRS)(
  '$name, standing still while there is $beside',
  ({ first, run, turn = 0, withoutCarrier, rationed, second }) => {
    let begun: Beginning;

    /** A number that waits to be sent is there, and one that is sent already. */
    beforeAll(() => {
      const scene = new Scene(files, withoutCarrier === true ? setUpWithoutCarrier : setUp, { seed: 1 });
      const { clock } = scene.desk;
      scene.play(
        [[scene.types(BASELINE, 7), scene.types(FRUIT_CODED, 41), scene.pulse(), scene.types(FRUIT_CODED, 42)]],
        [],
      );
      // Far enough for a carrier to have its turn.
      clock.now += 2 * MINUTE_MS;
      if (rationed === true) scene.leavesTwoSendings();
      begun = scene.soFar();
    });

    const isStill = (call: ServiceCall): boolean => call.functionName === run && call.user === CLERK.email;

    test.each(['goes on', 'is ended'])('%s, at any of its calls', (fate) => {
      const alone = new Scene(files, begun, { seed: 1 });
      alone.play([first(alone)], []);
      const calls = alone.desk.host.calls().filter(isStill).length;
      expect(calls).toBeGreaterThan(10);
      for (let at = seed() % STRIDE; at < calls; at += STRIDE) {
        const scene = new Scene(files, begun, { seed: at });
        // A trigger's run comes with the first turn.
        const turns = [...(turn === 0 ? [] : [0]), ...Array(at).fill(turn), ...Array(400).fill(1)];
        const kills = (call: ServiceCall) => fate === 'is ended' && isStill(call) && call.index === at + 1;
        scene.play([first(scene), second(scene)], turns, kills);
        expect(scene.killed).toHaveLength(fate === 'is ended' ? 1 : 0);
        scene.lookLater();
        const early = fate === 'goes on' ? notSent(scene) : [];
        if (withoutCarrier === true) scene.desk.menu('menuSend');
        else scene.sweepLater();
        const [call] = scene.desk.host.calls().filter((one) => isStill(one) && one.index === at + 1);
        const where = `before call ${at + 1}, ${call?.service}.${call?.member}`;
        expect({ where, troubles: [...early, ...troublesIn(scene)] }).toEqual({ where, troubles: [] });
      }
    });
  },
);

test('two who open the sidebar at once install one carrier', () => {
  for (let at = 0; at < 10; at += 1) {
    const scene = new Scene(files, setUpWithoutCarrier, { seed: at });
    scene.play([scene.opens(), scene.opens(OTHER_CLERK)], { seed: at });
    const { triggers } = scene.desk.model.script;
    expect(triggers.map(({ functionName }) => functionName)).toEqual(['carryEdits', 'sweep']);
    expect(new Set(triggers.map(({ creator }) => creator)).size).toBe(1);
  }
});

test('a run whose requests take long keeps the period to itself until its last one is answered', () => {
  const first = new Scene(files, setUp, { seed: 1, slowShare: 1 });
  first.play([[first.types(FRUIT, 60), first.pulse()]], []);
  // Without memory the report is refused; the run asks what is there, and sends once more.
  first.desk.model.script.documentProperties = {};
  first.play([first.types(FRUIT, 61)], []);
  const begun = first.soFar();

  const requestsOf = (scene: Scene) =>
    scene.desk.host.calls().filter(({ service, user }) => service === 'UrlFetchApp' && user === CLERK.email);
  const alone = new Scene(files, begun, { seed: 1, slowShare: 1 });
  alone.play([alone.pulse()], []);
  expect(alone.desk.worker.seen.map(({ method }) => method)).toEqual(['put', 'get', 'put']);
  const last = requestsOf(alone).at(-1)?.index ?? 0;

  const scene = new Scene(files, begun, { seed: 1, slowShare: 1 });
  const later = [{ pauseMs: 2 * MINUTE_MS - 5_000 }, scene.types(FRUIT, 62), scene.pulse(OTHER_CLERK)];
  scene.play([scene.pulse(), later], [...Array(last - 1).fill(0), ...Array(300).fill(1)]);
  scene.lookLater();
  expect(troublesIn(scene)).toEqual([]);
});

test('a value that is entered as it stood is sent, where another person’s has gone in between', () => {
  const first = new Scene(files, setUp, { seed: 1 });
  first.play([[first.commit(FRUIT, 60)]], []);
  const begun = first.soFar();
  for (let at = seed() % 3; at < 60; at += isLongRun() ? 1 : 3) {
    const scene = new Scene(files, begun, { seed: at });
    const turns = [...Array(at).fill(0), ...Array(300).fill(1)];
    scene.play([scene.commit(FRUIT, 60), scene.commit(FRUIT, 61, OTHER_CLERK)], turns);
    scene.lookLater();
    expect({ at, troubles: notSent(scene) }).toEqual({ at, troubles: [] });
  }
});

describe('a conflict with a report from elsewhere', () => {
  const KEEP = { fruitArea: 'theirs', fruitAreaCoded: 'mine' } as const;
  let begun: Beginning;

  beforeAll(() => {
    const scene = new Scene(files, setUp, { seed: 1 });
    scene.play([[scene.types(FRUIT, 60), scene.types(FRUIT_CODED, 41), scene.pulse()]], []);
    scene.sentElsewhere({ fruitArea: 70, fruitAreaCoded: 45 });
    scene.play([[scene.types(FRUIT_CODED, 42), scene.pulse()]], []);
    expect(scene.desk.open().conflicts).toHaveLength(1);
    begun = scene.soFar();
  });

  test('that two settle at once, each another way, leaves one report that is the sheet’s', () => {
    for (let at = seed() % STRIDE; at < 60; at += STRIDE) {
      const scene = new Scene(files, begun, { seed: at });
      const otherwise = { fruitArea: 'mine', fruitAreaCoded: 'theirs' } as const;
      const turns = [...Array(at).fill(0), ...Array(300).fill(1)];
      scene.play([scene.settle(KEEP), scene.settle(otherwise, OTHER_CLERK)], turns);
      scene.lookLater();
      expect({ at, troubles: [...notSent(scene), ...troublesIn(scene)] }).toEqual({ at, troubles: [] });
    }
  });

  test('is there to be chosen anew where another report than the chosen one has come meanwhile', () => {
    for (let at = seed() % STRIDE; at < 60; at += STRIDE) {
      const scene = new Scene(files, begun, { seed: at });
      scene.sentElsewhere({ fruitArea: 75, fruitAreaCoded: 45 });
      const turns = [...Array(at).fill(0), ...Array(300).fill(1)];
      scene.play([scene.settle(KEEP), scene.pulse(OTHER_CLERK, '2026-Q3', true)], turns);
      scene.lookLater();
      expect({ at, conflicts: scene.desk.open().conflicts.length }).toEqual({ at, conflicts: 1 });
      expect(scene.reportOf('2026-Q3')?.values).toEqual({ fruitArea: 75, fruitAreaCoded: 45 });
    }
  });

  test('is settled as it was chosen, or still there to be chosen, wherever the platform ends the run', () => {
    for (let at = 1 + (seed() % STRIDE); at < 60; at += STRIDE) {
      const scene = new Scene(files, begun, { seed: at });
      scene.play([scene.settle(KEEP)], [], ({ index }) => index === at);
      if (scene.desk.open().conflicts.length > 0) scene.play([scene.settle(KEEP)], []);
      scene.lookLater();
      scene.sweepLater();
      expect({ at, troubles: troublesIn(scene) }).toEqual({ at, troubles: [] });
      expect(scene.reportOf('2026-Q3')?.values).toEqual({ fruitArea: 70, fruitAreaCoded: 42 });
    }
  });
});
