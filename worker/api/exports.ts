/** `/api/summary.csv` and `/api/summary.xlsx`: the consolidated view for people's own spreadsheets. */
import { periodName } from '../../shared/words.ts';
import { canonicalJson, sha256 } from '../canonical.ts';
import { csvOf } from '../export/csv.ts';
import { type ExportTable, exportTable } from '../export/table.ts';
import { EXPORT_WORDS } from '../words.ts';
import { type ActorCall, iso } from './call.ts';
import { tagged } from './conditional.ts';
import { attachment } from './content-disposition.ts';
import { type SummaryQuestion, summaryOf, summaryQuestion } from './summary.ts';

type Format = 'csv' | 'xlsx';

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export function getCsv(call: ActorCall): Response {
  const question = summaryQuestion(call);
  const table = tableOf(call, question);
  return answer(call, question, table, 'csv', () => csvOf(table, iso(call.now)));
}

export async function getXlsx(call: ActorCall): Promise<Response> {
  const question = summaryQuestion(call);
  const table = tableOf(call, question);
  // The library is by far the largest thing in the bundle: an object that wakes for a report does not start it.
  const { xlsxOf } = await import('../export/xlsx.ts');
  return answer(call, question, table, 'xlsx', () => xlsxOf(table, iso(call.now)));
}

function tableOf({ services }: ActorCall, question: SummaryQuestion): ExportTable {
  const { plan, config } = services;
  const summary = summaryOf(services, question);
  return exportTable({ plan, summary, basis: question.basis, sample: config.sample });
}

/** The tag is of what the table says, not of when it was asked for: a poll of an unchanged view brings nothing. */
function answer(
  { request, services }: ActorCall,
  { period, basis }: SummaryQuestion,
  table: ExportTable,
  format: Format,
  body: () => BodyInit,
): Response {
  const { id, commune, term } = services.plan.resolution;
  const named = EXPORT_WORDS.fileName(commune, periodName(period, term.baseline));
  const disposition = attachment(`${id}-${period}-${basis}.${format}`, `${named}.${format}`);
  const headers = { 'Content-Type': TYPES[format], 'Content-Disposition': disposition };
  return tagged(request, sha256(canonicalJson({ format, table })), headers, body);
}
