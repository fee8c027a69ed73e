/** What `npm audit --json` answers, read: the known weaknesses that are above the threshold, or that nobody could be asked. */
import * as v from 'valibot';
import type { Package } from './lockfile.ts';

const LEVELS = ['info', 'low', 'moderate', 'high', 'critical'] as const;
type Level = (typeof LEVELS)[number];

/** What ships is held to more than the tools, which see no request of anybody's. */
const THRESHOLD = { ships: 'moderate', tools: 'high' } as const satisfies Record<string, Level>;

const ViaSchema = v.union([v.string(), v.object({ title: v.string(), url: v.optional(v.string(), '') })]);
const AnswerSchema = v.object({
  vulnerabilities: v.record(
    v.string(),
    v.object({ severity: v.picklist(LEVELS), via: v.array(ViaSchema), range: v.optional(v.string(), '') }),
  ),
});

export type Audit =
  | { readonly kind: 'asked'; readonly faults: readonly string[]; readonly below: number }
  /** The registry did not answer, or not with what was asked for. */
  | { readonly kind: 'unanswered' };

export function readAudit(answer: string, packages: readonly Package[]): Audit {
  const read = v.safeParse(AnswerSchema, parse(answer));
  if (!read.success) return { kind: 'unanswered' };
  const shipped = new Set(packages.filter(({ ships }) => ships).map(({ name }) => name));
  const all = Object.entries(read.output.vulnerabilities);
  const above = all.filter(([name, { severity }]) => isAbove(severity, shipped.has(name)));
  return {
    kind: 'asked',
    faults: above.map(([name, one]) => sentence(name, one, shipped.has(name))),
    below: all.length - above.length,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAbove(level: Level, ships: boolean): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(ships ? THRESHOLD.ships : THRESHOLD.tools);
}

type Weakness = v.InferOutput<typeof AnswerSchema>['vulnerabilities'][string];

function sentence(name: string, { severity, via, range }: Weakness, ships: boolean): string {
  const ways = via.map((each) => (typeof each === 'string' ? `by way of ${each}` : `${each.title} ${each.url}`.trim()));
  return `${name} ${range} (${ships ? 'ships' : 'a tool'}): ${severity}: ${ways.join('; ')}`;
}
