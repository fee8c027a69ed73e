/** A full collection: without one, the contexts of thousands of runs stay about, and every smaller collection becomes slower. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
export const collectGarbage: () => void = runInNewContext('gc');
