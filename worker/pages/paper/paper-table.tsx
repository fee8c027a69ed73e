/** The table of the paper; its heads come again on each page, and no row is cut. */
import { PAPER_WORDS } from '../words.ts';
import type { PaperRow } from './rows.ts';

const COLUMNS = ['number', 'label', 'unit', 'goal', 'value', 'against', 'verdict', 'note'] as const;

export function PaperTable({ rows }: { readonly rows: readonly PaperRow[] }) {
  return (
    <table class="paper-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} class={`paper-${column}`} scope="col">
              {PAPER_WORDS.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <Row key={String(place)} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: PaperRow }) {
  switch (row.kind) {
    case 'section':
      return (
        <tr class="paper-section">
          <th scope="colgroup" colspan={COLUMNS.length}>
            {row.label}
          </th>
        </tr>
      );
    case 'target':
      return (
        <tr class="paper-target">
          <td class="paper-number">{row.number}</td>
          <th scope="row" colspan={5}>
            {row.label}
          </th>
          <td class="paper-verdict" colspan={2}>
            {row.verdict}
          </td>
        </tr>
      );
    case 'indicator':
      return (
        <tr>
          <td class="paper-number">{row.number}</td>
          <th class="paper-label" scope="row">
            {row.label}
          </th>
          <td class="paper-unit">{row.unit}</td>
          <td class="paper-goal">{row.goal}</td>
          <td class="paper-value">{row.value}</td>
          <td class="paper-against">{row.against}</td>
          <td class="paper-verdict">{row.verdict}</td>
          <td class="paper-note">{row.note}</td>
        </tr>
      );
  }
}
