/** Every property of a test file runs as often, and from the seed, that the run was started with. */
import fc from 'fast-check';
import { propertyRuns, seed } from './seed.ts';

fc.configureGlobal({ seed: seed(), numRuns: propertyRuns() });
