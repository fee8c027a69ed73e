/** The resolutions that every property is tried on: the real one, a made-up one with other ids, units and term, and one of a single unit. */
import { readFileSync } from 'node:fs';
import { compilePlan, type Plan } from '../../shared/plan.ts';
import { checkResolution } from '../../shared/resolution/check.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import type { Resolution } from '../../shared/resolution/schema.ts';

export const MADE_UP: Resolution = read('../fixtures/suoi-mau-2027.json');
export const ONE_UNIT: Resolution = ofOneUnit(MADE_UP);

/** Name and plan of each. */
export const PLANS: readonly (readonly [name: string, plan: Plan])[] = [
  ['the real resolution', compilePlan(chiengMung())],
  ['a made-up one', compilePlan(MADE_UP)],
  ['one of a single unit', compilePlan(ONE_UNIT)],
];

function read(file: string): Resolution {
  const checked = checkResolution(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.resolution;
}

/** Only the first unit, its inputs, and what follows from them. */
function ofOneUnit(resolution: Resolution): Resolution {
  const [unit] = resolution.units;
  if (unit === undefined) throw new Error('a resolution without units');
  const inputs = resolution.inputs.filter((input) => input.by === unit.kind);
  const known = new Set(inputs.map((input) => input.id));
  const indicators = resolution.indicators.filter((indicator) =>
    Object.entries(indicator.formula).every(([key, id]) => key === 'kind' || known.has(id)),
  );
  const judged = new Set(indicators.map((indicator) => indicator.target));
  const checked = checkResolution({
    ...resolution,
    id: `${resolution.id}-alone`,
    units: [unit],
    kinds: resolution.kinds.filter((kind) => kind.id === unit.kind),
    targets: resolution.targets.filter((target) => judged.has(target.number)),
    inputs,
    indicators,
  });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.resolution;
}
