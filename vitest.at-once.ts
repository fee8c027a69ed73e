/** How many test files go at once, in every project the same. */
import { availableParallelism } from 'node:os';

/** On two cores the runner's own default is one: much of what is tested waits for a browser, a thread or another process. */
export const FILES_AT_ONCE = Math.max(2, availableParallelism() - 1);
