/** Reading a request's body: bounded, UTF-8, JSON or a page's form, of the shape that is asked for. 413, then 400. */
import * as v from 'valibot';
import { MAX_BODY_BYTES } from '../../shared/wire.ts';
import { type ProblemCode, Refusal } from '../problems.ts';

/** The body by its schema, and as it arrived. Throws 413 or 400; `shape` is the code for what does not fit the schema. */
export async function readBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  shape: ProblemCode = 'bad-request',
): Promise<{ readonly body: v.InferOutput<S>; readonly raw: unknown }> {
  const text = await readText(request);
  const raw = parseJson(text);
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success || !isWellFormed(raw, text) || !hasSameLists(raw, parsed.output)) throw new Refusal(shape);
  return { body: parsed.output, raw };
}

/** The same where a body may be left out: nothing is then read as `{}`. */
export async function readOptionalBody<S extends v.GenericSchema>(request: Request, schema: S) {
  const text = await readText(request);
  const raw = text.trim() === '' ? {} : parseJson(text);
  const parsed = v.safeParse(schema, raw);
  if (!parsed.success || !isWellFormed(raw, text) || !hasSameLists(raw, parsed.output))
    throw new Refusal('bad-request');
  return parsed.output;
}

/** A form's fields by a schema, each once and as text. Throws 413, or 400 for what is no such form. */
export async function readForm<S extends v.GenericSchema<unknown, unknown>>(request: Request, schema: S) {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim();
  const fields = new URLSearchParams(await readText(request));
  const parsed = v.safeParse(schema, Object.fromEntries(fields));
  const isOnce = new Set(fields.keys()).size === fields.size;
  if (type !== 'application/x-www-form-urlencoded' || !isOnce || !parsed.success) throw new Refusal('bad-request');
  return parsed.output;
}

const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

async function readText(request: Request): Promise<string> {
  // The edge hands on no more than one byte too many.
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BODY_BYTES) throw new Refusal('too-large');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Refusal('bad-json');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-json');
  }
}

/** Half a surrogate pair has no UTF-8, so that it could be neither stored nor hashed. Without recursion: bodies nest deep. */
function isWellFormed(value: unknown, json: string): boolean {
  // What came as UTF-8 has no half of a pair, unless an escape wrote one.
  if (!ESCAPED_SURROGATE.test(json)) return true;
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && !next.isWellFormed()) return false;
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, inner] of Object.entries(next)) waiting.push(key, inner);
  }
  return true;
}

/** The schema library takes a list for an object with numbers for keys, and makes one of it: what was sent as a list has to be read as one. */
function hasSameLists(raw: unknown, read: unknown): boolean {
  if (raw === read || typeof raw !== 'object' || raw === null || typeof read !== 'object' || read === null) return true;
  if (Array.isArray(raw) !== Array.isArray(read)) return false;
  return Object.entries(read).every(
    ([key, inner]) => !Object.hasOwn(raw, key) || hasSameLists(Reflect.get(raw, key), inner),
  );
}
