/** docs/costs.md, from what was counted, what is assumed, and the published prices. Pure. */
import { type Assumptions, type Counts, type Prices, yearOfOne, yearTable } from './year.ts';

export function costsDocument(counts: Counts, assumed: Assumptions, prices: Prices): string {
  const { report, overview, ticket, night, calls } = counts;
  const row = (name: string, { rowsRead, rowsWritten, ms }: Counts['report']) =>
    `| ${name} | ${rowsRead} | ${rowsWritten} | ${ms.toFixed(1)} |`;
  const sources = [...new Set([prices.plan.source, ...Object.values(prices.meters).map(({ source }) => source)])];
  return `# What a year costs

\`npm run costs\` counts what the built service does in workerd, reckons a year of it, and writes this page. Prices were read on ${prices.read}:
${sources.map((source) => `<${source}>`).join(', ')} (\`scripts/costs/prices.json\`).

${yearTable(yearOfOne(counts, assumed), assumed.communes, prices)}

All communes are taken to be that many objects of one account; the plan itself costs ${prices.currency} ${prices.plan.aMonth} a month (${prices.plan.name}). One commune
alone stays within the free plan where the third column is below 100 % also on its busiest day, which is
${(calls.busy / ((assumed.busyDays * calls.busy + (365 - assumed.busyDays) * calls.quiet) / 365)).toFixed(1)} times its average one by calls of the add-ins.

## What was counted

| one | rows read | rows written | processor, ms |
| --- | ---: | ---: | ---: |
${row('report that is sent, everything checked and stored', report)}
${row('overview that is looked at', overview)}
${row('ticket for a live connection', ticket)}

- Rows by the cursors' own \`rowsRead\` and \`rowsWritten\`; the processor's time is workerd's, the Worker's and the object's together, on the
  machine that counted. The object's duration is reckoned from it too: it does not wait for anything but the disk, and sleeps with its connections open.
- A night reads ${night.rowsReadAnEntry.toFixed(1)} rows for each entry that the ledger has, writes ${night.rowsWritten}, and takes ${night.msAnEntry.toFixed(2)} ms an entry.
- An entry takes ${Math.round(counts.bytesAnEntry)} bytes of storage, its report among them.
- The add-ins of the four workbooks call ${calls.busy} times on a day that is full of work, and ${calls.quiet} times while nobody is there
  ([quotas.md](quotas.md), where Google's quotas stand, too: a commune's own, whatever the number of communes). Every call is taken
  for a report here, which is the dearest that it can be.

## What is assumed

${assumed.busyDays} such days a year, the others quiet; ${assumed.readers} people who look at the overview ${assumed.viewsOfAReaderADay} times a day on ${assumed.workingDays} days; on busy days
${assumed.viewsOpenOnBusyDays} views that stay open and are fetched again with every change (\`scripts/costs/assumptions.json\`). Static files cost nothing. Messages to open
views are not charged, those from them are rare.
`;
}
