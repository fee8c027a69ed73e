import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, expect, test } from 'vitest';
import { commune } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { type Alarms, alarmsOf, type Job } from './alarms.ts';

beforeEach(reset);

// Far in the future, so that the platform does not ring by itself meanwhile.
const NOW = Date.parse('2100-01-01T00:00:00Z');

/** What the alarm is set for after some work, in milliseconds from `NOW`; null for none. */
async function alarmAfter(jobs: readonly Job[], work: (alarms: Alarms) => Promise<void>): Promise<number | null> {
  return runInDurableObject(commune(), async (_, { storage }) => {
    await storage.deleteAlarm();
    await work(alarmsOf(storage, jobs));
    const alarm = await storage.getAlarm();
    return alarm === null ? null : alarm - NOW;
  });
}

/** A job with due times, in milliseconds from `NOW`, each done by one run. */
function job(name: string, ran: string[], ...times: number[]): Job {
  return {
    name,
    due: () => (times[0] === undefined ? null : NOW + times[0]),
    run: () => {
      ran.push(name);
      times.shift();
    },
  };
}

test('the alarm is set for whichever is due first', async () => {
  const jobs = [job('late', [], 900), job('soon', [], 20), job('never', [])];
  expect(await alarmAfter(jobs, (alarms) => alarms.arm(NOW))).toBe(20);
});

test('it is not set where nothing is due', async () => {
  expect(await alarmAfter([job('never', [])], (alarms) => alarms.arm(NOW))).toBeNull();
});

test('only what is due runs, and then the next is set', async () => {
  const ran: string[] = [];
  const jobs = [job('late', ran, 900), job('now', ran, 0, 5_000), job('past', ran, -10)];
  expect(await alarmAfter(jobs, (alarms) => alarms.ring(NOW))).toBe(900);
  expect(ran).toEqual(['now', 'past']);
});

test('a job that fails keeps no other from running, and waits a minute for its next try', async () => {
  const ran: string[] = [];
  const failing: Job = {
    name: 'failing',
    due: () => NOW - 5,
    run: () => {
      throw new Error('broken');
    },
  };
  const jobs = [failing, job('now', ran, 0, 100_000)];
  expect(await alarmAfter(jobs, (alarms) => alarms.ring(NOW))).toBe(60_000);
  expect(ran).toEqual(['now']);
});
