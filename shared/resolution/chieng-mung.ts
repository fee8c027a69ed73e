/** The resolution of the first Party congress of Chiềng Mung, 2025–2030, read from its data file and checked on first use. */
import * as v from 'valibot';
import data from './chieng-mung-2025.json' with { type: 'json' };
import { type Resolution, ResolutionSchema } from './schema.ts';

let parsed: Resolution | undefined;

/** The 24 targets with their 63 inputs and 44 indicators. Throws if the data file is not a resolution (a bug). */
export function chiengMung(): Resolution {
  parsed ??= v.parse(ResolutionSchema, data);
  return parsed;
}
