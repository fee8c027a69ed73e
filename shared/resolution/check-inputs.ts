/** Checks of inputs and of the formulas over them. */
import { issue, type ResolutionIssue } from './issue.ts';
import type { IndicatorDefinition, InputDefinition, Resolution } from './schema.ts';

/** Every input belongs to a known kind and target; parts and wholes are of one kind of unit and make no circle. */
export function checkInputs(resolution: Resolution): ResolutionIssue[] {
  const byId = new Map(resolution.inputs.map((input) => [input.id, input]));
  const kinds = new Set(resolution.kinds.map((kind) => kind.id));
  const targets = new Set(resolution.targets.map((target) => target.number));
  return resolution.inputs.flatMap((input, index) => {
    const at = (message: string, key: string): ResolutionIssue => issue(input.id, message, 'inputs', index, key);
    return [
      ...(kinds.has(input.by) ? [] : [at(`expected one of the kinds, found ${input.by}`, 'by')]),
      ...(targets.has(input.target) ? [] : [at(`expected the number of a target, found ${input.target}`, 'target')]),
      ...(input.kind === 'flag' && input.decimals !== 0 ? [at('expected 0 for a flag', 'decimals')] : []),
      ...wholeMessages(input, byId).map((message) => at(message, 'partOf')),
    ];
  });
}

function wholeMessages(input: InputDefinition, byId: ReadonlyMap<string, InputDefinition>): string[] {
  if (input.partOf === undefined) return [];
  const whole = byId.get(input.partOf);
  if (whole === undefined) return [`expected the id of an input, found ${input.partOf}`];
  if (whole.by !== input.by)
    return [`expected an input of the same kind of unit, found ${input.partOf} of ${whole.by}`];
  const seen = new Set([input.id]);
  for (let next: InputDefinition | undefined = whole; next !== undefined; next = byId.get(next.partOf ?? '')) {
    if (seen.has(next.id)) return [`expected a whole, found a circle through ${next.id}`];
    seen.add(next.id);
  }
  return [];
}

/** Every formula is over known inputs of one kind of unit and of the right sort. */
export function checkFormulas(resolution: Resolution): ResolutionIssue[] {
  const byId = new Map(resolution.inputs.map((input) => [input.id, input]));
  const targets = new Set(resolution.targets.map((target) => target.number));
  return resolution.indicators.flatMap((indicator, index) => {
    const at = (message: string, ...path: string[]): ResolutionIssue =>
      issue(indicator.id, message, 'indicators', index, ...path);
    const inputs = Object.entries(indicator.formula).filter(([key]) => key !== 'kind');
    const unknown = inputs.flatMap(([key, id]) =>
      byId.has(id) ? [] : [at(`expected the id of an input, found ${id}`, 'formula', key)],
    );
    const known = inputs.flatMap(([, id]) => byId.get(id) ?? []);
    return [
      ...(targets.has(indicator.target)
        ? []
        : [at(`expected the number of a target, found ${indicator.target}`, 'target')]),
      ...unknown,
      ...formulaMessages(indicator, known).map((message) => at(message, 'formula')),
    ];
  });
}

function formulaMessages(indicator: IndicatorDefinition, inputs: readonly InputDefinition[]): string[] {
  const { kind } = indicator.formula;
  const messages: string[] = [];
  if (new Set(inputs.map((input) => input.by)).size > 1) {
    messages.push('expected inputs of one kind of unit: a ratio of sums over the same units');
  }
  for (const input of inputs) {
    if ((kind === 'flag') !== (input.kind === 'flag')) {
      messages.push(`expected ${kind === 'flag' ? 'a flag' : 'a number'}, found ${input.id}, a ${input.kind}`);
    }
  }
  if (kind === 'termSum' && inputs.some((input) => input.kind === 'level')) {
    messages.push('expected a flow: a term sum adds what came about in each year');
  }
  return messages;
}
