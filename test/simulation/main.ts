/**
 * `npm run simulate -- --seed 7 --seeds 100 --steps 200`: plays the simulation of a commune from a seed on, as often as asked, and says
 * what went wrong, with the command that shows it again. `--only 3,17` plays those steps of the one seed alone, and names each.
 */
import { parseArgs } from 'node:util';
import { openParts } from './parts.ts';
import { playPlaces, replayCommand, simulate, stepsOf } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '200' },
    only: { type: 'string' },
    runtime: { type: 'string', default: 'node' },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} is “${text}”, but must be a whole number`);
  return number;
}

const first = wholeNumber('seed', values.seed);
const seeds = wholeNumber('seeds', values.seeds);
const count = wholeNumber('steps', values.steps);
const { runtime } = values;
if (runtime !== 'node' && runtime !== 'workerd')
  throw new Error(`--runtime is “${runtime}”, but must be node or workerd`);
const parts = await openParts({ runtime });
let failures = 0;

if (values.only === undefined) {
  for (let seed = first; seed < first + seeds; seed++) {
    const { failure, runs, revisions } = await simulate(parts, seed, count);
    console.log(`seed ${seed}: ${runs} runs, ${revisions} revisions${failure === null ? '' : ', wrong:'}`);
    if (failure === null) continue;
    failures += 1;
    console.log(`  ${failure.wrong.join('\n  ')}\n  again: ${replayCommand(failure)}`);
  }
} else {
  const steps = stepsOf(first, count);
  const places = values.only.split(',').map((place) => wholeNumber('only', place));
  for (const place of places) console.log(`${place}: ${JSON.stringify(steps[place])}`);
  const { wrong, after } = await playPlaces(parts, steps, places);
  failures = wrong.length;
  console.log(
    wrong.length === 0 ? 'nothing is wrong' : `after ${places[after] ?? 'the end'}:\n  ${wrong.join('\n  ')}`,
  );
}

await parts.close();
process.exit(failures === 0 ? 0 : 1);
