/** Google's daily quotas of a consumer account, what a day has used of them, and the table of both. */
import { DAILY_LIMITS } from '../desk/stand-in/quotas.ts';
import type { Day, Usage } from './working-day.test-support.ts';

interface Limit {
  readonly limit: number;
  readonly shown: string;
  /** Whether it is Google's, or what would be if Google counted otherwise. */
  readonly held: boolean;
  readonly of: (usage: Usage) => number;
  readonly written: (used: number) => string;
}

const minutes = (used: number): string => `${(used / 60_000).toFixed(1)} min`;
const count = (used: number): string => (Math.round(used / 10) * 10).toLocaleString('en-US');

export const LIMITS: Readonly<Record<string, Limit>> = {
  'URL Fetch calls': {
    limit: DAILY_LIMITS.urlFetch,
    shown: '20,000',
    held: true,
    of: ({ fetches }) => fetches,
    written: count,
  },
  'Properties read/write': {
    limit: DAILY_LIMITS.properties,
    shown: '50,000',
    held: true,
    of: ({ properties }) => properties,
    written: count,
  },
  'Triggers total runtime': {
    limit: DAILY_LIMITS.triggerMs,
    shown: '90 min',
    held: true,
    of: ({ triggerMs }) => triggerMs,
    written: minutes,
  },
  'the same, if it counted simple triggers': {
    limit: DAILY_LIMITS.triggerMs,
    shown: '90 min',
    held: false,
    of: ({ triggerMs, simpleMs }) => triggerMs + simpleMs,
    written: minutes,
  },
  'Cache calls': {
    // None is published: shown beside that of the property store, which is the nearest, and not held to it.
    limit: DAILY_LIMITS.properties,
    shown: 'none published; as if 50,000',
    held: false,
    of: ({ cacheCalls }) => cacheCalls,
    written: count,
  },
};

/** What one account uses: with its triggers in all workbooks and its sidebar in one, and with all sidebars too. */
export interface Accounts {
  readonly apart: Usage;
  readonly together: Usage;
}

export function summedUp({ owner, creator }: Day, workbooks: number): Accounts {
  const sum = (owners: number): Usage => ({
    fetches: creator.fetches * workbooks + owner.fetches * owners,
    properties: creator.properties * workbooks + owner.properties * owners,
    triggerMs: creator.triggerMs * workbooks + owner.triggerMs * owners,
    simpleMs: creator.simpleMs * workbooks + owner.simpleMs * owners,
    cacheCalls: creator.cacheCalls * workbooks + owner.cacheCalls * owners,
  });
  return { apart: sum(1), together: sum(workbooks) };
}

export function shareOf(quota: string, usage: Usage): number {
  const limit = LIMITS[quota];
  if (limit === undefined) throw new Error(`no quota ${quota}`);
  return limit.of(usage) / limit.limit;
}

/** Markdown: a row a quota, two columns a day. */
export function quotaTable(days: ReadonlyMap<string, Accounts>): string {
  const heads = [...days.keys()].flatMap((day) => [`${day}, sidebars apart`, `${day}, one account`]);
  const rows = Object.entries(LIMITS).map(([quota, { shown, of, written }]) => {
    const cells = [...days.values()].flatMap(({ apart, together }) =>
      [apart, together].map((usage) => `${written(of(usage))} · ${Math.round(shareOf(quota, usage) * 100)} %`),
    );
    return [quota, shown, ...cells];
  });
  return [
    ['quota of an account and a day', 'limit', ...heads],
    ['---', ...Array(heads.length + 1).fill('---:')],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}
