/** What only those need compiled who consolidate a whole commune: apart from the plan, which the add-in's pages compile at each opening. */
import type { Plan } from './plan.ts';

/** What is looked up once for every consolidation of a commune. */
export interface CommunePlan {
  /** Places of the inputs of one kind of unit that are part of another. */
  readonly partsByKind: ReadonlyMap<string, readonly number[]>;
  /** Places of the indicators of each target, by the target's place. */
  readonly judging: readonly (readonly number[])[];
  /** The place of each indicator's target. */
  readonly targetOf: readonly number[];
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
  const places = new Map(resolution.targets.map(({ number }, place) => [number, place]));
  return {
    partsByKind: new Map(resolution.kinds.map(({ id }) => [id, partsOf(id)])),
    judging: resolution.targets.map(({ number }) =>
      indicators.flatMap(({ definition, index }) => (definition.target === number ? [index] : [])),
    ),
    targetOf: indicators.map(({ definition }) => places.get(definition.target) ?? -1),
  };
}
