/** Checks of goals: that value, direction, horizon and formula fit together. */
import { inputIdsOf } from '../plan.ts';
import { issue, type ResolutionIssue } from './issue.ts';
import type { IndicatorDefinition, InputDefinition, Resolution } from './schema.ts';

/** Every goal has one value, a direction and a horizon that fit its formula. */
export function checkGoals(resolution: Resolution): ResolutionIssue[] {
  const byId = new Map(resolution.inputs.map((input) => [input.id, input]));
  return resolution.indicators.flatMap((indicator, index) =>
    [...valueFaults(indicator), ...horizonFaults(indicator), ...baselineFaults(indicator, byId)].map(([key, message]) =>
      issue(indicator.id, message, 'indicators', index, 'goal', key),
    ),
  );
}

/** What is wrong with one key of a goal. */
type Fault = readonly [key: string, message: string];

function valueFaults({ formula, goal }: IndicatorDefinition): Fault[] {
  const faults: Fault[] = [];
  if ((goal.value === undefined) === (goal.ofBaseline === undefined)) {
    faults.push(['value', 'expected either a value or a share of a baseline (ofBaseline), one of the two']);
  }
  if (goal.value !== undefined && (formula.kind === 'flag') !== (goal.value === true)) {
    faults.push(['value', `expected ${formula.kind === 'flag' ? 'true for a flag' : 'a number'}, found ${goal.value}`]);
  }
  if (formula.kind === 'flag' && (goal.direction === 'atMost' || goal.strict === true)) {
    faults.push(['direction', 'expected atLeast, and not strict, for a flag: it is to become true']);
  }
  if (goal.stretch !== undefined && typeof goal.value === 'number' && !isBeyond(goal.stretch, goal.value, goal)) {
    faults.push(['stretch', `expected a goal beyond ${goal.value}, found ${goal.stretch}`]);
  }
  return faults;
}

function isBeyond(stretch: number, value: number, { direction }: IndicatorDefinition['goal']): boolean {
  return direction === 'atLeast' ? stretch >= value : stretch <= value;
}

function horizonFaults({ formula, goal }: IndicatorDefinition): Fault[] {
  const faults: Fault[] = [];
  if ((formula.kind === 'termSum') !== (goal.horizon === 'term')) {
    faults.push(['horizon', `expected the horizon term for a term sum, and only for one, found ${goal.horizon}`]);
  }
  if (goal.stretch !== undefined && goal.horizon !== 'everyYear') {
    faults.push(['stretch', `expected a stretch goal only for what is judged every year, found ${goal.horizon}`]);
  }
  if (goal.growthPerYear !== undefined && goal.horizon !== 'term') {
    faults.push(['growthPerYear', `expected a pace only for the horizon term, found ${goal.horizon}`]);
  }
  return faults;
}

/** The share is of the same units' sum: those that report the indicator. */
function baselineFaults({ formula, goal }: IndicatorDefinition, byId: ReadonlyMap<string, InputDefinition>): Fault[] {
  if (goal.ofBaseline === undefined) return [];
  const base = byId.get(goal.ofBaseline.input);
  if (base === undefined) return [['ofBaseline', `expected the id of an input, found ${goal.ofBaseline.input}`]];
  const own = byId.get(inputIdsOf(formula)[0] ?? '');
  if (base.kind === 'flag') return [['ofBaseline', `expected a number, found ${base.id}, a flag`]];
  if (own === undefined || own.by === base.by) return [];
  return [['ofBaseline', `expected an input of the same kind of unit, found ${base.id} of ${base.by}`]];
}
