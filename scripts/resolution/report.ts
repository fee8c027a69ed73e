/** A resolution's file checked, as lines to print: every issue with its line, or what the resolution holds and what its figures imply. */
import { auditText } from '../../shared/audit.ts';
import { compilePlan } from '../../shared/plan.ts';
import { checkResolution } from '../../shared/resolution/check.ts';
import type { ResolutionIssue } from '../../shared/resolution/issue.ts';
import type { Resolution } from '../../shared/resolution/schema.ts';
import { locateJson } from './locate.ts';

/** The line of a place in the file. */
export type LineOf = (path: readonly (string | number)[]) => number;

/** A file's resolution, or the lines that say what is wrong with it: "file:12: indicators.3.goal.value (id): expected …, found …". */
export type ReadFile =
  | { readonly ok: true; readonly resolution: Resolution; readonly lineOf: LineOf }
  | { readonly ok: false; readonly lines: readonly string[] };

export function readResolution(file: string, text: string): ReadFile {
  const located = locateJson(text);
  if (!located.ok)
    return { ok: false, lines: located.errors.map(({ line, message }) => `${file}:${line}: ${message}`) };
  const checked = checkResolution(located.data);
  if (checked.ok) return { ...checked, lineOf: located.lineOf };
  return { ok: false, lines: issueLines(file, checked.issues, located.lineOf) };
}

/** Issues in the order of their lines. */
export function issueLines(file: string, issues: readonly ResolutionIssue[], lineOf: LineOf): readonly string[] {
  return issues
    .map((issue) => ({ ...issue, line: lineOf(issue.path) }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, path, id, message }) => {
      const place = path.length === 0 ? 'the whole' : path.join('.');
      return `${file}:${line}: ${place}${id === null ? '' : ` (${id})`}: ${message}`;
    });
}

/** What a resolution holds, in a line, then what its own figures imply. */
export function describeResolution(resolution: Resolution): readonly string[] {
  const { id, version, units, inputs, indicators, targets, term } = resolution;
  const counts = `${units.length} units, ${inputs.length} inputs, ${indicators.length} indicators, ${targets.length} targets`;
  return [
    `${id}, version ${version}, ${term.firstYear}–${term.lastYear}: ${counts}. No issue.`,
    ...auditText(compilePlan(resolution)).map(({ target, message }) => `target ${target}: ${message}`),
  ];
}
