/** The resolution that this deployment serves, compiled once. */
import { compilePlan, type Plan } from '../shared/plan.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';

let compiled: Plan | undefined;

export function servedPlan(): Plan {
  compiled ??= compilePlan(chiengMung());
  return compiled;
}
