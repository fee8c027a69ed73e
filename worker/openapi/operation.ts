/** What is said of an operation in the document. What its route declares (who may) is added from there, and never said twice. */
import type { ProblemCode } from '../problems.ts';
import type { HeaderName } from './headers.ts';
import type { QueryName } from './parameters.ts';
import type { SchemaName } from './schemas.ts';

/** `schema` is of the whole body, or of each line where the media type is NDJSON; without a media type there is no body. */
export interface Answer {
  readonly description: string;
  readonly type?: string;
  readonly schema?: SchemaName;
  /** Headers that every such answer has. */
  readonly headers?: readonly HeaderName[];
}

/** JSON of a schema, or the media type of what is sent as it is. */
export type Body =
  | { readonly schema: SchemaName; readonly optional?: boolean }
  | { readonly type: string; readonly description: string };

export interface Operation {
  /** The name that generated clients call it by. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: 'reports' | 'review' | 'summary' | 'live' | 'ledger' | 'administration' | 'service';
  readonly query?: readonly QueryName[];
  /** Whether it takes `If-Match` and `If-None-Match` as preconditions of a change. */
  readonly precondition?: 'required' | 'optional';
  readonly body?: Body;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Its own problems; those that follow from its route, its body or its tag are added. */
  readonly problems?: readonly ProblemCode[];
}

/** By the route's method and path: `GET /api/reports/:unit/:period`. */
export type Operations = Readonly<Record<string, Operation>>;

export function json(schema: SchemaName, description: string, headers: readonly HeaderName[] = []): Answer {
  return { description, type: 'application/json', schema, headers };
}

export const NOTHING: Answer = { description: 'Done; there is nothing to say.' };

export const UNCHANGED: Answer = {
  description: 'What `If-None-Match` names is still what would be answered.',
  headers: ['ETag'],
};
