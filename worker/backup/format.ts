/** What a backup is, version 1: NDJSON of a header, a line for each row, and an end that says what must have come before it. Pure. */
import * as v from 'valibot';
import { canonicalJson, sha256 } from '../canonical.ts';
import type { ProblemCode } from '../problems.ts';

export const FORMAT = 'chieng-mung-backup';
export const VERSION = 1;

/** The last step of the schema that was there when backups began: there is no path from before it. */
const FIRST_SCHEMA = '0003-ledger';

/** What is wrong with a file that was sent to be restored. */
export type BackupFault = Extract<ProblemCode, `backup-${string}`>;

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const HeaderSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  resolution: v.strictObject({ id: v.string(), version: Count }),
  /** The ids of the migrations that had run, in order: the rows are those of this schema. */
  schema: v.array(v.string()),
  /** When and where it was taken; of no effect on a restore. */
  at: v.string(),
  origin: v.string(),
});
export type Header = v.InferOutput<typeof HeaderSchema>;

const EndSchema = v.strictObject({
  end: v.literal(true),
  /** Rows by table. */
  counts: v.record(v.string(), Count),
  /** SHA-256 of the header's line without its line feed. */
  header: Hash,
  /** SHA-256 of all lines between header and end, each with its line feed: the same rows have the same root, whenever they are saved. */
  root: Hash,
});
export type End = v.InferOutput<typeof EndSchema>;

const RowSchema = v.strictObject({
  table: v.string(),
  row: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
});
export type RowLine = v.InferOutput<typeof RowSchema>;

/** What this deployment can take in. */
export interface Here {
  readonly resolution: { readonly id: string; readonly version: number };
  readonly schema: readonly string[];
}

export type HeaderVerdict =
  | { readonly ok: true; readonly header: Header }
  | { readonly ok: false; readonly fault: BackupFault };

/** Reads the first line, and says whether what follows it can be taken in here at all. */
export function judgeHeader(line: string, here: Here): HeaderVerdict {
  const refuse = (fault: BackupFault): HeaderVerdict => ({ ok: false, fault });
  const raw = parse(line);
  const named = v.safeParse(v.looseObject({ format: v.literal(FORMAT), version: Count }), raw);
  if (!named.success) return refuse('backup-format');
  // Before the rest of it: what a newer version's header says is not known here.
  if (named.output.version > VERSION) return refuse('backup-newer');
  const read = v.safeParse(HeaderSchema, raw);
  if (!read.success) return refuse('backup-format');
  const { resolution, schema } = read.output;
  if (resolution.id !== here.resolution.id) return refuse('backup-foreign');
  if (resolution.version > here.resolution.version) return refuse('backup-newer');
  const fault = schemaFault(schema, here.schema);
  return fault === null ? { ok: true, header: read.output } : refuse(fault);
}

function schemaFault(schema: readonly string[], known: readonly string[]): BackupFault | null {
  const common = schema.findIndex((id, place) => id !== known[place]);
  if (common === -1) return schema.includes(FIRST_SCHEMA) ? null : 'backup-schema';
  return common === known.length ? 'backup-newer' : 'backup-schema';
}

/** The last line; null where it is none, because the file was cut or something follows its end. */
export function readEnd(line: string): End | null {
  const read = v.safeParse(EndSchema, parse(line));
  return read.success ? read.output : null;
}

/** A line between header and end; null where it is no row. */
export function readRow(line: string): RowLine | null {
  const read = v.safeParse(RowSchema, parse(line));
  return read.success ? read.output : null;
}

/** Canonical JSON, which for a flat row is `JSON.stringify` of sorted columns: there are too many of them for more. */
export function rowLine({ table, row }: RowLine): string {
  const sorted = Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ row: sorted, table });
}

export function headerLine(header: Header): string {
  return canonicalJson(header);
}

export function endLine(header: string, counts: End['counts'], root: string): string {
  return canonicalJson({ end: true, counts, header: sha256(header), root });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
