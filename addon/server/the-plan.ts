/** The compiled resolution of this add-in, made at the first need: most runs of a simple trigger need none. */
import type { Plan } from '../../shared/plan.ts';
import { compilePlan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';

let compiled: Plan | undefined;

export function thePlan(): Plan {
  compiled ??= compilePlan(chiengMung());
  return compiled;
}
