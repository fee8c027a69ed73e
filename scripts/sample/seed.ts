/**
 * Fills a new data folder with the sample: each unit's workbook is set up by the add-in itself, filled as by a person's paste, and sent
 * and submitted by the add-in through the API like any other report; a reviewer accepts what is accepted. Run as a process of its own:
 * `node seed.ts <data folder> <built add-in> <Worker's address> <identity stand-in's address>`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBookStore } from '../../addon/desk/server/books.ts';
import { nodePorts } from '../../addon/desk/server/node-host.ts';
import { DESKS, type Desk } from '../../addon/desk/server/people.ts';
import { startSyncFetch } from '../../addon/desk/server/sync-fetch.ts';
import { createScriptHost, type RunOutcome } from '../../addon/desk/stand-in/host.ts';
import { personAt } from '../../addon/desk/stand-in/person.ts';
import type { FetchAnswer, FetchRequest } from '../../addon/desk/stand-in/ports.ts';
import { createWorkbook, type WorkbookModel } from '../../addon/desk/stand-in/workbook-model.ts';
import type { Period } from '../../shared/periods.ts';
import { compilePlan, inputsOf, type Plan } from '../../shared/plan.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { signedIn } from '../run/api.ts';
import { SAMPLE_PERIODS, sampleState, sampleValues } from './figures.ts';
import { cellOf } from './grid-cells.ts';

const [dataDir = '', bundleDir = '', workerOrigin = '', issuer = ''] = process.argv.slice(2);
const MAX_TRIES = 60;
const plan: Plan = compilePlan(chiengMung());
const sync = startSyncFetch();

async function main(): Promise<void> {
  const books = createBookStore(dataDir);
  const reviewer = await signedIn(workerOrigin, issuer, 'reviewer@demo.test');
  for (const desk of DESKS) {
    const model = await fillWorkbook(desk);
    await books.seed(desk.book, JSON.parse(JSON.stringify(model.toJSON())), { sample: true });
    for (const period of SAMPLE_PERIODS) {
      if (sampleState(desk.unit, period) !== 'accepted') continue;
      await reviewer.post(`/api/reports/${desk.unit}/${period}/accept`);
    }
  }
  await books.settle();
  await sync.close();
}

/** One unit's workbook from blank to sent, by the functions that its menu and sidebar call. */
async function fillWorkbook(desk: Desk): Promise<WorkbookModel> {
  const token = await tokenOf(desk);
  const model = createWorkbook({
    id: desk.book,
    name: `Chỉ tiêu 2025–2030 · ${desk.unitName}`,
    owner: desk.email,
    sheets: [{ name: 'Trang tính1' }],
  });
  const user = { email: desk.email };
  const host = createScriptHost({
    model,
    bundleSource: readFileSync(join(bundleDir, 'code.js'), 'utf8'),
    files: {
      sidebar: readFileSync(join(bundleDir, 'sidebar.html'), 'utf8'),
      appsscript: readFileSync(join(bundleDir, 'appsscript.json'), 'utf8'),
    },
    ports: nodePorts({ fetch: patientFetch, identityToken: () => token }),
  });
  const call = (name: string, request: object): unknown => result(host.run(name, [request], { user, via: 'sidebar' }));
  call('sidebarSetUp', { unit: desk.unit, sample: true });
  for (const period of SAMPLE_PERIODS) {
    const state = sampleState(desk.unit, period);
    if (state === 'none') continue;
    paste(model, desk, period);
    call('sidebarPulse', { version: 0, period });
    if (state === 'draft') continue;
    const answer = call('sidebarSubmit', { period, confirm: [] });
    if (!isDone(answer))
      throw new Error(`${desk.unit} ${period} was not submitted: ${JSON.stringify(answer).slice(0, 800)}`);
  }
  // The cursor stands where a person would go on: the newest period's first input.
  call('sidebarJump', { period: '2026-Q3', input: inputsOf(plan, desk.unit)[0]?.id ?? '' });
  return model;
}

async function tokenOf(desk: Desk): Promise<string> {
  const form = new URLSearchParams({ email: desk.email, aud: `addin-${desk.unit}` });
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: form });
  const answer = (await response.json()) as { readonly id_token: string };
  return answer.id_token;
}

/** Waits where the rate limit says so: it may be set as low as anyone likes, and nobody is at the keyboard to try again. */
function patientFetch(request: FetchRequest): FetchAnswer {
  for (let attempt = 0; ; attempt++) {
    const answer = sync.fetch(request);
    if (answer.kind !== 'response' || answer.status !== 429 || attempt === MAX_TRIES) return answer;
    const seconds = Number(
      new Headers(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])).get('retry-after') ?? 1,
    );
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
  }
}

function result(outcome: RunOutcome): unknown {
  if (!outcome.ok) throw new Error(`${outcome.functionName}: ${outcome.error.message}`);
  return outcome.value;
}

function isDone(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
}

/** One paste a cell, as a person's: raw values, no event needed, since the pulse compares what the sheet has with what was sent. */
function paste(model: WorkbookModel, desk: Desk, period: Period): void {
  const person = personAt(model, { email: desk.email });
  const values = sampleValues(desk.unit, period);
  for (const input of inputsOf(plan, desk.unit)) {
    const value = values[input.id];
    if (value === undefined || value === null) continue;
    const { sheetId, row, column } = cellOf(model, plan, input, period);
    const shown = value === 'na' ? 'Không áp dụng' : typeof value === 'boolean' ? (value ? 'Có' : 'Chưa') : value;
    const outcome = person.paste(sheetId, { row, column }, [[{ value: shown }]]);
    if (!outcome.ok) throw new Error(`${desk.unit} ${period} ${input.id}: ${outcome.message}`);
  }
}

await main();
