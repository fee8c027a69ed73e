/** `npm run costs`: counts what the built service does, reckons a year of it in the platform's meters and prices, and writes docs/costs.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { countsOfService } from './costs/count.ts';
import { costsDocument } from './costs/document.ts';
import type { Assumptions, Prices } from './costs/year.ts';
import { inRoot } from './root.ts';

/** The add-ins' calls a day, as they were counted into docs/quotas.md: everything under one account, which is the whole commune. */
function countedCalls(quotas: string): { readonly busy: number; readonly quiet: number } {
  const rows = quotas.split('\n').filter((line) => line.startsWith('|'));
  const cells = (line: string | undefined) => (line ?? '').split('|').map((cell) => cell.trim());
  const heads = cells(rows[0]);
  const values = cells(rows.find((line) => line.startsWith('| URL Fetch calls')));
  const of = (head: string) => {
    const calls = Number(values[heads.indexOf(head)]?.split(' ')[0]?.replaceAll(',', ''));
    if (!(calls > 0)) throw new Error(`docs/quotas.md does not say how many calls “${head}” makes`);
    return calls;
  };
  return { busy: of('paper by paper, one account'), quiet: of('nobody there, 24 hourly runs, one account') };
}

const read = (...path: string[]) => readFileSync(inRoot(...path), 'utf8');
const prices: Prices = JSON.parse(read('scripts', 'costs', 'prices.json'));
const assumed: Assumptions = JSON.parse(read('scripts', 'costs', 'assumptions.json'));
const counts = await countsOfService(countedCalls(read('docs', 'quotas.md')));
const document = costsDocument(counts, assumed, prices);
writeFileSync(inRoot('docs', 'costs.md'), document);
console.log(document);
