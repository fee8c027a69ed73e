/** Each thing that must never be is seen: a bug of that kind, put in on purpose, is found within so many seeds, in the long run. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildPart } from '../../scripts/build/all.ts';
import { worker } from '../../scripts/build/parts.ts';
import { inRoot } from '../../scripts/root.ts';
import { isLongRun } from '../properties/seed.ts';
import { addonWith, type Change, workerWith } from './mutants.ts';
import { openParts } from './parts.ts';
import { play } from './play.ts';
import { stepsOf } from './simulate.ts';
import type { Parts } from './simulation.ts';

const STEPS = 200;
const AT_MOST = 30;
const LIMIT = { timeout: 300_000 };

/** How many seeds it takes to see something wrong that begins with the word; null where none shows it. */
async function seedsUntil(word: string, parts: Parts, first = 1): Promise<number | null> {
  for (let tried = 1; tried <= AT_MOST; tried++) {
    const { wrong } = await play(parts, stepsOf(first + tried - 1, STEPS));
    if (wrong.some((line) => line.startsWith(word))) return tried;
  }
  return null;
}

const IN_WORKER: readonly [seen: string, what: string, changes: readonly Change[]][] = [
  [
    'lost',
    'a revision that is acknowledged and not stored',
    [{ from: 'append: (revision) => insert(sql, revision, contents.write(revision))', to: 'append: () => {}' }],
  ],
  [
    'twice',
    'a sending that is stored again when it comes again',
    [
      { from: 'content === null ? null : replayOf(sent, content, now)', to: 'null' },
      { from: 'if (!holds(sent.precondition, now.current)) return', to: 'if (false) return' },
    ],
  ],
  ['view', 'figures that do not follow a new revision', [{ from: 'services.board.put(stored.revision);', to: ';' }]],
  [
    'error',
    'a review that throws',
    [
      {
        from: 'function decideReview(act, precondition, now) {',
        to: 'function decideReview() { return undefined.state;',
      },
    ],
  ],
];

const IN_ADDON: readonly [seen: string, what: string, source: string, change: Change, first?: number][] = [
  [
    'saved',
    'a change of what was acknowledged once does not count as waiting',
    'addon/server/report-content.ts',
    {
      from: 'return !sameValues(content.values, sent.values) || !sameReasons(content.reasons, sent.sentReasons);',
      to: 'return false;',
    },
  ],
  [
    'apart',
    'a try without an answer is forgotten',
    'addon/server/report-content.ts',
    { from: 'if (sent.unanswered.some((values) => !sameValues(content.values, values))) return true;', to: '' },
    // About one seed in forty shows it: 94 is the first.
    90,
  ],
  [
    'copy',
    'a copy sends',
    'addon/server/workbook.ts',
    { from: "const copyOf = standing.kind === 'copy' ? book.home : null;", to: 'const copyOf = null;' },
  ],
  [
    'failed',
    'a trigger that throws at a paste of several rows',
    'addon/server/mark-edit.ts',
    {
      from: '  const { range } = event;',
      to: '  const { range } = event;\n  if (range.getNumRows() > 1) throw new Error("deliberate");',
    },
  ],
];

test('the bugs are of the code as it is', async () => {
  await buildPart(worker, () => {});
  const places = [
    ...IN_WORKER.flatMap(([, , changes]) => changes.map(({ from }) => [worker.output, from] as const)),
    ...IN_ADDON.map(([, , source, { from }]) => [inRoot(source), from] as const),
  ];
  expect(places.filter(([file, from]) => readFileSync(file, 'utf8').split(from).length !== 2)).toEqual([]);
});

describe.runIf(isLongRun())('a bug of the Worker', () => {
  test.each(IN_WORKER)('%s: %s', LIMIT, async (seen, _what, changes) => {
    const { bundle, remove } = await workerWith(changes);
    const parts = await openParts({ bundle });
    try {
      const seeds = await seedsUntil(seen, parts);
      console.info(`${seen}: seen after ${seeds} seeds`);
      expect(seeds).not.toBeNull();
    } finally {
      await parts.close();
      remove();
    }
  });
});

describe.runIf(isLongRun())('a bug of the add-in', () => {
  test.each(IN_ADDON)('%s: %s', LIMIT, async (seen, _what, source, change, first) => {
    const parts = await openParts({ files: await addonWith(source, change) });
    try {
      const seeds = await seedsUntil(seen, parts, first);
      console.info(`${seen}: seen after ${seeds} seeds`);
      expect(seeds).not.toBeNull();
    } finally {
      await parts.close();
    }
  });
});
