/** The messages between the desk's page and its server, checked where they arrive. */

import * as v from 'valibot';
import type { Change, Json } from './json-delta.ts';

const JsonValue: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(JsonValue), v.record(v.string(), JsonValue)]),
);

const Path = v.array(v.union([v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))]));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const ChangeSchema: v.GenericSchema<Change> = v.union([
  v.strictObject({ path: Path, set: JsonValue }),
  v.strictObject({ path: Path, drop: v.literal(true) }),
  v.strictObject({ path: Path, splice: v.strictTuple([Count, Count, v.array(JsonValue)]) }),
]);

const Writer = v.pipe(v.string(), v.minLength(8), v.maxLength(64));
const Sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** `POST /books/:id/open`: this window writes from now on. */
export const OpenBook = v.strictObject({ writer: Writer });

/** `PUT /books/:id`: the whole workbook; `sequence` must be above what is stored. */
export const PutBook = v.strictObject({ writer: Writer, sequence: Sequence, state: v.record(v.string(), v.unknown()) });

/** `PATCH /books/:id`: what changed, step by step; steps that are stored already are passed over. */
export const PatchBook = v.strictObject({
  writer: Writer,
  steps: v.pipe(
    v.array(v.strictObject({ sequence: Sequence, changes: v.array(ChangeSchema) })),
    v.minLength(1),
    v.maxLength(1000),
  ),
});

export type Step = v.InferOutput<typeof PatchBook>['steps'][number];

/** `POST /html`: a page that the script showed (sidebar or dialog), to be loaded into a frame. */
export const ShownHtml = v.strictObject({ html: v.pipe(v.string(), v.maxLength(4_000_000)) });

/** `POST /fetch`: a request of UrlFetchApp. */
export const RelayRequest = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(8000)),
  method: v.picklist(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']),
  headers: v.record(v.string(), v.string()),
  payload: v.nullable(v.string()),
});

/** What came of it; `unreachable` is what UrlFetchApp throws "Address unavailable" for. */
export type RelayAnswer =
  | { readonly ok: true; readonly status: number; readonly headers: Record<string, string>; readonly body: string }
  | { readonly ok: false; readonly reason: 'unreachable' | 'timeout' | 'not-allowed' };

/** `POST /answers/:id`, and what `GET /answers/:id` waits for: a person's answer to a script's question. */
export const Answer = v.strictObject({
  button: v.picklist(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
  text: v.pipe(v.string(), v.maxLength(100_000)),
});

export type ScriptAnswer = v.InferOutput<typeof Answer>;

/** `GET /books`. */
export interface BookList {
  readonly workerOrigin: string;
  readonly books: readonly BookEntry[];
}

export interface BookEntry {
  readonly id: string;
  readonly unit: string;
  readonly unitName: string;
  readonly email: string;
  readonly person: string;
  /** Of a workbook that the person had before the add-in: what it is; null for the unit's workbook of the template. */
  readonly title: string | null;
  /** Made-up figures, to be marked as such. */
  readonly sample: boolean;
}

/** `POST /books/:id/open` and `GET /books/:id`; `state` is null for a workbook that was never saved. */
export interface OpenedBook {
  readonly sequence: number;
  readonly state: Json;
}
