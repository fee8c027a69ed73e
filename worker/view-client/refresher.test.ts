import { describe, expect, it } from 'vitest';
import { createRefresher, type Refreshed } from './refresher.ts';

/** A load whose runs are finished by hand. */
function manualLoad() {
  const runs: ((outcome: Refreshed) => void)[] = [];
  return { runs, load: () => new Promise<Refreshed>((finish) => runs.push(finish)) };
}

describe('refreshing', () => {
  it('runs once at a time, and once more for all that was asked meanwhile', async () => {
    const { runs, load } = manualLoad();
    const refresh = createRefresher(load);
    const first = refresh();
    const [second, third] = [refresh(), refresh()];
    expect(runs).toHaveLength(1);
    runs[0]!('done');
    await first;
    await Promise.resolve();
    expect(runs).toHaveLength(2);
    runs[1]!('failed');
    expect(await Promise.all([second, third])).toEqual(['failed', 'failed']);
  });

  it('never answers with a run that began before it was asked', async () => {
    const { runs, load } = manualLoad();
    const refresh = createRefresher(load);
    void refresh();
    let answered = false;
    const asked = refresh().then(() => {
      answered = true;
    });
    runs[0]!('done');
    await new Promise((turn) => setTimeout(turn));
    expect(answered).toBe(false);
    runs[1]!('done');
    await asked;
  });

  it('can run again after it was idle', async () => {
    const { runs, load } = manualLoad();
    const refresh = createRefresher(load);
    for (const index of [0, 1, 2]) {
      const run = refresh();
      runs[index]!('done');
      expect(await run).toBe('done');
    }
  });
});
