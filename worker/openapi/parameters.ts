/** What stands in addresses, queries and preconditions. */
import { BASES } from '../../shared/wire.ts';
import { type JsonSchema, refTo } from './schemas.ts';

interface Parameter {
  readonly description: string;
  readonly schema: JsonSchema;
}

/** By the name in the route's path. */
const PATH: Readonly<Record<string, Parameter>> = {
  unit: { description: 'The id of a reporting unit, as `GET /api/units` lists them.', schema: { type: 'string' } },
  period: { description: 'The baseline period, or a quarter of the term.', schema: refTo('Period') },
  email: { description: 'A member’s e-mail address; case does not count.', schema: { type: 'string' } },
  audience: {
    description: 'The client id of a workbook’s script, as its tokens name it in `aud`.',
    schema: { type: 'string', pattern: '^[\\w.:/-]{1,255}$' },
  },
};

const QUERY = {
  period: {
    description: 'Without it the newest period that has a report, else the baseline.',
    schema: refTo('Period'),
  },
  basis: {
    description: 'Which reports count: the latest of each unit, or only accepted ones.',
    schema: { type: 'string', enum: [...BASES], default: 'latest' },
  },
  limit: {
    description: 'How many revisions at most.',
    schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  },
  before: {
    description: 'Only revisions below this one: the `next` of the page before.',
    schema: { type: 'integer', minimum: 1 },
  },
  after: {
    description: 'Only entries above this index; 0, the default, for all.',
    schema: { type: 'integer', minimum: 0, default: 0 },
  },
} as const satisfies Readonly<Record<string, Parameter>>;

export type QueryName = keyof typeof QUERY;

/** The parameters in a route's path, as OpenAPI has them. Throws for one that is not described: a bug in the table above. */
export function pathParameters(path: string): JsonSchema[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const parameter = PATH[name];
    if (parameter === undefined) throw new Error(`the parameter ${name} of ${path} is not described`);
    return { name, in: 'path', required: true, ...parameter };
  });
}

export function queryParameters(names: readonly QueryName[]): JsonSchema[] {
  return names.map((name) => ({ name, in: 'query', ...QUERY[name] }));
}

const TEXT = { type: 'string' } as const;

/** For a change: exactly one of the two where one is required. */
export const PRECONDITIONS: readonly JsonSchema[] = [
  {
    name: 'If-Match',
    in: 'header',
    description: 'The revision that the change is based on, one strong tag: `"3"`.',
    schema: TEXT,
  },
  {
    name: 'If-None-Match',
    in: 'header',
    description: 'Only `*`: the change is the first revision. Never together with `If-Match`.',
    schema: TEXT,
  },
];

/** For a reading. */
export const CONDITION: JsonSchema = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The tag of what the client has; answered 304 where it is still so.',
  schema: TEXT,
};
