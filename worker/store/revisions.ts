/** The reports' revisions: appended, never changed. */
import * as v from 'valibot';
import type { Period } from '../../shared/periods.ts';
import { isPeriod } from '../../shared/periods.ts';
import { REPORT_STATES, ReportSchema, type ReportState } from '../../shared/wire.ts';
import type { Revision } from './revision.ts';

export type { Revision } from './revision.ts';

const ContentSchema = v.object({ values: ReportSchema.entries.values, reasons: ReportSchema.entries.reasons });
const StateSchema = v.picklist(REPORT_STATES);

type Row = Record<string, SqlStorageValue> & {
  unit: string;
  period: string;
  revision: number;
  state: string;
  sheet: string;
  content: string;
  content_hash: string;
  at: string;
  by: string;
  reason: string | null;
  ledger_index: number;
};

export interface RevisionStore {
  current(unit: string, period: Period): Revision | undefined;
  /** The revision that an entry of the ledger made. */
  numbered(unit: string, period: Period, revision: number): Revision | undefined;
  /** How many there are, of every unit and period. */
  count(): number;
  /** The newest revision that a workbook sent, as against one that a reviewer made. */
  lastSent(unit: string, period: Period): Revision | undefined;
  /** The newest revision in one of the states, of those below `before` where it is given. */
  newestIn(unit: string, period: Period, states: readonly ReportState[], before: number | null): Revision | undefined;
  /** Newest first, those below `before` where it is given. */
  page(unit: string, period: Period, limit: number, before: number | null): Revision[];
  /** The current revision of every unit and period. */
  allCurrent(): Revision[];
  append(revision: Revision): void;
}

type Content = v.InferOutput<typeof ContentSchema>;

/** Reads contents, and knows of each unit and period what it saw last: what stands is asked for with every sending. */
class ContentReader {
  readonly #seen = new Map<string, { readonly text: string; readonly content: Content }>();

  read({ unit, period, content: text }: Row): Content {
    const seen = this.#seen.get(`${period} ${unit}`);
    if (seen?.text === text) return seen.content;
    const content = v.parse(ContentSchema, JSON.parse(text));
    this.#seen.set(`${period} ${unit}`, { text, content });
    return content;
  }

  /** The text of a content that is to be stored. */
  write({ unit, period, values, reasons }: Revision): string {
    const text = JSON.stringify({ values, reasons });
    this.#seen.set(`${period} ${unit}`, { text, content: { values, reasons } });
    return text;
  }
}

export function revisionStore(sql: SqlStorage): RevisionStore {
  const contents = new ContentReader();
  const select = (rest: string, ...values: (string | number)[]) =>
    sql
      .exec<Row>(`SELECT * FROM revisions ${rest}`, ...values)
      .toArray()
      .map((row) => revisionOf(row, contents.read(row)));
  const newest = 'ORDER BY revision DESC LIMIT 1';
  const newestIn: RevisionStore['newestIn'] = (unit, period, states, before) => {
    const places = states.map(() => '?').join(', ');
    const where = `WHERE unit = ? AND period = ? AND revision < ? AND state IN (${places})`;
    return select(`${where} ${newest}`, unit, period, before ?? Number.MAX_SAFE_INTEGER, ...states)[0];
  };
  return {
    current: (unit, period) => select(`WHERE unit = ? AND period = ? ${newest}`, unit, period)[0],
    numbered: (unit, period, revision) =>
      select('WHERE unit = ? AND period = ? AND revision = ?', unit, period, revision)[0],
    count: () => sql.exec<{ count: number }>('SELECT count(*) AS count FROM revisions').one().count,
    lastSent: (unit, period) => newestIn(unit, period, ['draft', 'submitted'], null),
    newestIn,
    page: (unit, period, limit, before) =>
      select(
        'WHERE unit = ? AND period = ? AND revision < ? ORDER BY revision DESC LIMIT ?',
        unit,
        period,
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      ),
    allCurrent: () =>
      select('AS r WHERE revision = (SELECT max(revision) FROM revisions WHERE unit = r.unit AND period = r.period)'),
    append: (revision) => insert(sql, revision, contents.write(revision)),
  };
}

function insert(sql: SqlStorage, one: Revision, content: string): void {
  sql.exec(
    `INSERT INTO revisions (unit, period, revision, state, sheet, content, content_hash, at, by, reason, ledger_index)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    one.unit,
    one.period,
    one.revision,
    one.state,
    one.sheet,
    content,
    one.contentHash,
    one.at,
    one.by,
    one.reason,
    one.ledgerIndex,
  );
}

function revisionOf(row: Row, content: Content): Revision {
  const { period } = row;
  if (!isPeriod(period)) throw new Error('a stored period is none');
  return {
    unit: row.unit,
    period,
    revision: row.revision,
    state: v.parse(StateSchema, row.state),
    sheet: row.sheet,
    ...content,
    contentHash: row.content_hash,
    at: row.at,
    by: row.by,
    reason: row.reason,
    ledgerIndex: row.ledger_index,
  };
}
