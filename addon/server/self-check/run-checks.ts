/** Runs checks one after the other: none stops the others, each is cleaned up after, and none is begun when time is up. */
import { type Check, differs, type Finding, messageOf, untried } from './check.ts';
import { SEEN_WORDS } from './words.ts';

export interface Outcome extends Finding {
  readonly id: string;
}

export function runChecks<B extends { cleanUp(): void }>(
  checks: readonly Check<B>[],
  bench: B,
  timeIsUp: () => boolean,
): Outcome[] {
  return checks.map(({ id, attempt }) => {
    if (timeIsUp()) return { id, ...untried(SEEN_WORDS.timeIsUp) };
    const finding = findingOf(() => attempt(bench));
    const left = findingOf(() => {
      bench.cleanUp();
      return finding;
    });
    return left === finding ? { id, ...finding } : { id, ...differs(SEEN_WORDS.notCleaned(finding.seen, left.seen)) };
  });
}

function findingOf(attempt: () => Finding): Finding {
  try {
    return attempt();
  } catch (error) {
    return differs(SEEN_WORDS.threw(messageOf(error)));
  }
}
