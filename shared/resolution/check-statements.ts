/** Checks of what the text states beside its goals: that it speaks of targets, indicators and inputs that are there. */
import { issue, type ResolutionIssue } from './issue.ts';
import type { Resolution, Statement } from './schema.ts';

/** Every statement speaks of records that are there. */
export function checkStatements(resolution: Resolution): ResolutionIssue[] {
  const targets = new Set(resolution.targets.map((target) => target.number));
  const known = {
    indicator: new Set(resolution.indicators.map((indicator) => indicator.id)),
    input: new Set(resolution.inputs.map((input) => input.id)),
  };
  return resolution.statements.flatMap((statement, index) => [
    ...(targets.has(statement.target)
      ? []
      : [issue(null, `expected the number of a target, found ${statement.target}`, 'statements', index, 'target')]),
    ...referencesOf(statement).flatMap(({ key, of, id }) =>
      known[of].has(id) ? [] : [issue(null, `expected the id of an ${of}, found ${id}`, 'statements', index, key)],
    ),
  ]);
}

interface Reference {
  readonly key: string;
  readonly of: 'indicator' | 'input';
  readonly id: string;
}

function referencesOf(statement: Statement): readonly Reference[] {
  switch (statement.kind) {
    case 'increase':
      return [];
    case 'share':
      return [{ key: 'indicator', of: 'indicator', id: statement.indicator }];
    case 'count':
      return [{ key: 'input', of: 'input', id: statement.input }];
    case 'cap':
      return [
        { key: 'part', of: 'input', id: statement.part },
        { key: 'of', of: 'input', id: statement.of },
      ];
  }
}
