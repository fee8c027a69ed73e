/**
 * Unknown data read as a resolution: its shape by the schema, then what a schema cannot say: that ids are unique and known, that formulas,
 * goals and horizons fit together, that parts and wholes are reported by the same kind of unit.
 */
import * as v from 'valibot';
import { checkBreaks } from './check-breaks.ts';
import { checkTargets, checkTerm, checkUnique, checkUnits } from './check-frame.ts';
import { checkGoals } from './check-goals.ts';
import { checkFormulas, checkInputs } from './check-inputs.ts';
import { checkReadings } from './check-readings.ts';
import { checkStatements } from './check-statements.ts';
import type { Check, ResolutionIssue } from './issue.ts';
import { type Resolution, ResolutionSchema } from './schema.ts';

/** A resolution, or all that keeps the data from being one. */
export type CheckedResolution =
  | { readonly ok: true; readonly resolution: Resolution }
  | { readonly ok: false; readonly issues: readonly ResolutionIssue[] };

const CHECKS: readonly Check[] = [
  checkTerm,
  checkUnique,
  checkUnits,
  checkTargets,
  checkInputs,
  checkFormulas,
  checkGoals,
  checkBreaks,
  checkStatements,
  checkReadings,
];

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
  return { path, id: idAlong(data, path), message: `${expectation(issue)}, found ${issue.received}` };
}

/** The schema library says "never" of a key that nobody knows. */
function expectation({ expected, message }: v.BaseIssue<unknown>): string {
  if (expected === null) return message;
  return expected === 'never' ? 'expected only the keys of the schema' : `expected ${expected}`;
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
