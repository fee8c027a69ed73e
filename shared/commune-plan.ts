/** What only those need compiled who consolidate a whole commune: apart from the plan, which the add-in's pages compile at each opening. */
import type { Plan } from './plan.ts';

/** What is looked up once for every consolidation of a commune. */
export interface CommunePlan {
  /** By the unit's place; one for all of a kind. */
  readonly forms: readonly Form[];
  /** Places of the indicators of each target, by the target's place. */
  readonly judging: readonly (readonly number[])[];
  /** The place of each indicator's target. */
  readonly targetOf: readonly number[];
}

/** What a unit reports. */
export interface Form {
  /** Places of its inputs, in the resolution's order, */
  readonly inputs: readonly number[];
  /** and of those among them that are part of another. */
  readonly parts: readonly number[];
}

const known = new WeakMap<Plan, CommunePlan>();

/** Compiled once for a plan. */
export function communePlan(plan: Plan): CommunePlan {
  const made = known.get(plan) ?? compile(plan);
  known.set(plan, made);
  return made;
}

function compile({ resolution, indicators }: Plan): CommunePlan {
  const formOf = (kind: string): Form => {
    const inputs = resolution.inputs.flatMap(({ by }, place) => (by === kind ? [place] : []));
    return { inputs, parts: inputs.filter((place) => resolution.inputs[place]?.partOf !== undefined) };
  };
  const forms = new Map(resolution.kinds.map(({ id }) => [id, formOf(id)]));
  const places = new Map(resolution.targets.map(({ number }, place) => [number, place]));
  return {
    forms: resolution.units.map(({ kind }) => forms.get(kind) ?? { inputs: [], parts: [] }),
    judging: resolution.targets.map(({ number }) =>
      indicators.flatMap(({ definition, index }) => (definition.target === number ? [index] : [])),
    ),
    targetOf: indicators.map(({ definition }) => places.get(definition.target) ?? -1),
  };
}
