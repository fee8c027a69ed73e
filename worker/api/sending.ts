/** How a revision came, as its entry in the ledger tells it: the report's rows do not have it, for it is no content. */
import * as v from 'valibot';
import { PutReportSchema } from '../../shared/wire.ts';
import type { Services } from '../commune/services.ts';
import type { Sending } from '../pages/report/shown.ts';
import type { Revision } from '../store/revisions.ts';

const { via, editors, sources } = PutReportSchema.entries;
const EntrySchema = v.object({
  kind: v.literal('report'),
  via: via.wrapped,
  editors: editors.wrapped,
  sources: sources.wrapped,
});

/** Null for what a reviewer made, and where the entry does not say it. */
export function sendingOf({ ledger }: Pick<Services, 'ledger'>, { ledgerIndex }: Revision): Sending | null {
  const entry = ledger.after(ledgerIndex - 1, 1)[0];
  if (entry?.index !== ledgerIndex) return null;
  const read = v.safeParse(EntrySchema, JSON.parse(entry.entry));
  if (!read.success) return null;
  const { output } = read;
  return { via: output.via, editors: output.editors, formulas: Object.keys(output.sources) };
}
