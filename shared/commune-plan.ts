/** What only those need compiled who consolidate a whole commune: apart from the plan, which the add-in's pages compile at each opening. */
import type { Plan } from './plan.ts';

export interface CommunePlan {
  /** Places of the inputs of one kind of unit that are part of another. */
  readonly partsByKind: ReadonlyMap<string, readonly number[]>;
  /** Places of the indicators of each target, by the target's place. */
  readonly judging: readonly (readonly number[])[];
}

const known = new WeakMap<Plan, CommunePlan>();

/** Compiled once for a plan. */
export function communePlan(plan: Plan): CommunePlan {
  const made = known.get(plan) ?? compile(plan);
  known.set(plan, made);
  return made;
}

function compile({ resolution, indicators }: Plan): CommunePlan {
  const partsOf = (kind: string): number[] =>
    resolution.inputs.flatMap(({ by, partOf }, place) => (by === kind && partOf !== undefined ? [place] : []));
  return {
    partsByKind: new Map(resolution.kinds.map(({ id }) => [id, partsOf(id)])),
    judging: resolution.targets.map(({ number }) =>
      indicators.flatMap(({ definition, index }) => (definition.target === number ? [index] : [])),
    ),
  };
}
