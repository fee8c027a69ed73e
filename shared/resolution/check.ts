/**
 * What a schema cannot say of a resolution: that ids are unique and known, that formulas, goals and horizons fit together, that parts and
 * wholes are reported by the same kind of unit. Every issue names its place, so that an editor can go there.
 */
import * as v from 'valibot';
import { periodOf } from '../periods.ts';
import { type IndicatorDefinition, type InputDefinition, type Resolution, ResolutionSchema } from './schema.ts';

/** Something wrong in a resolution: where (keys and indexes from its top), what was read, what is expected. English: for technicians. */
export interface ResolutionIssue {
  readonly path: readonly (string | number)[];
  /** The id of the record that it is in, if it has one. */
  readonly id: string | null;
  readonly message: string;
}

export type CheckedResolution =
  | { readonly ok: true; readonly resolution: Resolution }
  | { readonly ok: false; readonly issues: readonly ResolutionIssue[] };

/** Reads unknown data as a resolution: its shape first, then, if that holds, everything between its parts. All issues, not the first. */
export function checkResolution(data: unknown): CheckedResolution {
  const parsed = v.safeParse(ResolutionSchema, data);
  if (!parsed.success) return { ok: false, issues: parsed.issues.map((issue) => shapeIssue(data, issue)) };
  const issues = CHECKS.flatMap((check) => check(parsed.output));
  return issues.length === 0 ? { ok: true, resolution: parsed.output } : { ok: false, issues };
}

function shapeIssue(data: unknown, issue: v.BaseIssue<unknown>): ResolutionIssue {
  const path = (issue.path ?? []).flatMap((item) =>
    typeof item.key === 'string' || typeof item.key === 'number' ? [item.key] : [],
  );
  const expected = issue.expected === null ? issue.message : `expected ${issue.expected}`;
  return { path, id: idAlong(data, path), message: `${expected}, found ${issue.received}` };
}

/** The id of the innermost record on the way to a place. */
function idAlong(data: unknown, path: readonly (string | number)[]): string | null {
  let here: unknown = data;
  let id: string | null = null;
  for (const key of path) {
    if (typeof here !== 'object' || here === null) break;
    here = Reflect.get(here, key);
    const own: unknown = typeof here === 'object' && here !== null ? Reflect.get(here, 'id') : undefined;
    if (typeof own === 'string') id = own;
  }
  return id;
}

type Check = (resolution: Resolution) => ResolutionIssue[];

const CHECKS: readonly Check[] = [
  checkTerm,
  checkUnique,
  checkUnits,
  checkTargets,
  checkInputs,
  checkFormulas,
  checkGoals,
  checkReadings,
];

function issue(id: string | null, message: string, ...path: (string | number)[]): ResolutionIssue {
  return { path, id, message };
}

function checkTerm({ term }: Resolution): ResolutionIssue[] {
  const issues: ResolutionIssue[] = [];
  const baseline = periodOf(term.firstYear - 1, 4);
  if (term.baseline !== baseline) {
    issues.push(
      issue(null, `expected ${baseline}, the quarter before the term, found ${term.baseline}`, 'term', 'baseline'),
    );
  }
  if (term.lastYear < term.firstYear) {
    issues.push(issue(null, `expected ${term.firstYear} or later, found ${term.lastYear}`, 'term', 'lastYear'));
  }
  return issues;
}

function checkUnique(resolution: Resolution): ResolutionIssue[] {
  const lists = ['units', 'kinds', 'sections', 'inputs', 'indicators', 'readings'] as const;
  const repeated = lists.flatMap((list) =>
    duplicates(resolution[list].map((one) => one.id)).map((index) =>
      issue(resolution[list][index]?.id ?? null, `expected an id that no other of ${list} has`, list, index, 'id'),
    ),
  );
  const numbers = duplicates(resolution.targets.map((target) => target.number)).map((index) =>
    issue(null, 'expected a number that no other target has', 'targets', index, 'number'),
  );
  return [...repeated, ...numbers];
}

function duplicates(keys: readonly (string | number)[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}

function checkUnits(resolution: Resolution): ResolutionIssue[] {
  const kinds = new Set(resolution.kinds.map((kind) => kind.id));
  const unknown = resolution.units.flatMap((unit, index) =>
    kinds.has(unit.kind)
      ? []
      : [issue(unit.id, `expected one of the kinds, found ${unit.kind}`, 'units', index, 'kind')],
  );
  const unused = resolution.kinds.flatMap((kind, index) =>
    resolution.units.some((unit) => unit.kind === kind.id)
      ? []
      : [issue(kind.id, 'expected at least one unit of this kind', 'kinds', index, 'id')],
  );
  return [...unknown, ...unused];
}

function checkTargets(resolution: Resolution): ResolutionIssue[] {
  const sections = new Set(resolution.sections.map((section) => section.id));
  const judged = new Set(resolution.indicators.map((indicator) => indicator.target));
  return resolution.targets.flatMap((target, index) => [
    ...(sections.has(target.section)
      ? []
      : [issue(null, `expected one of the sections, found ${target.section}`, 'targets', index, 'section')]),
    ...(judged.has(target.number)
      ? []
      : [issue(null, `expected an indicator of target ${target.number}, found none`, 'targets', index, 'number')]),
  ]);
}

function checkInputs(resolution: Resolution): ResolutionIssue[] {
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

function checkFormulas(resolution: Resolution): ResolutionIssue[] {
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

function checkGoals(resolution: Resolution): ResolutionIssue[] {
  const byId = new Map(resolution.inputs.map((input) => [input.id, input]));
  return resolution.indicators.flatMap((indicator, index) =>
    goalMessages(indicator, byId).map(([key, message]) =>
      issue(indicator.id, message, 'indicators', index, 'goal', key),
    ),
  );
}

function goalMessages(
  { formula, goal }: IndicatorDefinition,
  byId: ReadonlyMap<string, InputDefinition>,
): [key: string, message: string][] {
  const messages: [string, string][] = [];
  if ((goal.value === undefined) === (goal.ofBaseline === undefined)) {
    messages.push(['value', 'expected either a value or a share of a baseline (ofBaseline), one of the two']);
  }
  if (goal.value !== undefined && (formula.kind === 'flag') !== (goal.value === true)) {
    messages.push(['value', formula.kind === 'flag' ? 'expected true for a flag' : 'expected a number']);
  }
  if (formula.kind === 'flag' && goal.horizon === 'term') messages.push(['horizon', 'expected no term for a flag']);
  if ((formula.kind === 'termSum') !== (goal.horizon === 'term')) {
    messages.push(['horizon', 'expected the horizon term for a term sum, and only for one']);
  }
  if (goal.stretch !== undefined && goal.horizon !== 'everyYear') {
    messages.push(['stretch', 'expected a stretch goal only for what is judged every year']);
  }
  if (goal.growthPerYear !== undefined && goal.horizon !== 'term') {
    messages.push(['growthPerYear', 'expected a pace only for the horizon term']);
  }
  if (goal.ofBaseline !== undefined && byId.get(goal.ofBaseline.input) === undefined) {
    messages.push(['ofBaseline', `expected the id of an input, found ${goal.ofBaseline.input}`]);
  }
  return messages;
}

/** A changed reading makes a new version of the resolution: the versions of its readings add up to no more than its own. */
function checkReadings(resolution: Resolution): ResolutionIssue[] {
  const ids = new Set(resolution.readings.map((reading) => reading.id));
  const targets = new Set(resolution.targets.map((target) => target.number));
  const changes = resolution.readings.reduce((sum, reading) => sum + reading.version - 1, 0);
  return [
    ...(resolution.version > changes
      ? []
      : [
          issue(
            resolution.id,
            `expected ${changes + 1} or more, as its readings were changed ${changes} times`,
            'version',
          ),
        ]),
    ...resolution.indicators.flatMap((indicator, index) =>
      (indicator.readings ?? []).flatMap((id, at) =>
        ids.has(id)
          ? []
          : [issue(indicator.id, `expected the id of a reading, found ${id}`, 'indicators', index, 'readings', at)],
      ),
    ),
    ...resolution.readings.flatMap((reading, index) =>
      reading.targets.flatMap((number, at) =>
        targets.has(number)
          ? []
          : [issue(reading.id, `expected the number of a target, found ${number}`, 'readings', index, 'targets', at)],
      ),
    ),
  ];
}
