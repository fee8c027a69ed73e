/** For tests: the built bundle in the stand-in's host, with a person at the grid and one at the sidebar, and a clock of ours. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAddon } from './build.ts';
import { nodePorts } from './desk/server/node-host.ts';
import { createScriptHost, type RunOutcome } from './desk/stand-in/host.ts';
import { personAt } from './desk/stand-in/person.ts';
import type { ScriptPorts } from './desk/stand-in/ports.ts';
import { createWorkbook, type WorkbookModel } from './desk/stand-in/workbook-model.ts';
import type { LinkServer } from './link-rpc.ts';
import type { OpeningState, PulseAnswer, PulseRequest, SidebarServer } from './rpc.ts';
import { ScriptedWorker } from './scripted-worker.test-support.ts';

export const CLERK = { email: 'reporter.muong-bang@demo.test' };
export const OTHER_CLERK = { email: 'reporter.muong-bon@demo.test' };
export const UNIT = 'muong-bang';

type Files = Record<'code' | 'sidebar' | 'link' | 'appsscript', string>;

/** Builds into a folder of its own and reads what came out. @param build another build than the one of these sources. */
export async function builtFiles(workerUrl = 'https://worker.example', build = buildAddon): Promise<Files> {
  const outDir = mkdtempSync(join(tmpdir(), 'addon-'));
  try {
    await build({ workerUrl, outDir });
    const read = (name: string) => readFileSync(join(outDir, name), 'utf8');
    return {
      code: read('code.js'),
      sidebar: read('sidebar.html'),
      link: read('link.html'),
      appsscript: read('appsscript.json'),
    };
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

function tokenOf(email: string, now: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part({ email, exp: Math.floor(now / 1000) + 3600 })}.c2ln`;
}

/** What pages may call. */
type Server = SidebarServer & LinkServer;

export type Desk = ReturnType<typeof openDesk>;

/** A desk with a workbook: a new one, or the one given. */
export function openDesk(
  files: Record<string, string>,
  options: {
    readonly model?: WorkbookModel;
    readonly worker?: ScriptedWorker;
    readonly ports?: Partial<ScriptPorts>;
  } = {},
) {
  const clock = { now: Date.UTC(2026, 10, 24, 2, 0, 0) };
  const worker = options.worker ?? new ScriptedWorker();
  const toasts: string[] = [];
  const model =
    options.model ??
    createWorkbook({
      id: 'book-muong-bang',
      name: 'Mường Bằng',
      owner: CLERK.email,
      editors: [OTHER_CLERK.email],
      sheets: [{ name: 'Trang tính1' }],
    });
  const ports = nodePorts({
    now: () => clock.now,
    fetch: worker.fetch,
    identityToken: (email) => tokenOf(email, clock.now),
    ui: { toast: (text) => toasts.push(text), alert: () => 'OK' },
    ...options.ports,
  });
  const host = createScriptHost({ model, bundleSource: files.code ?? '', files, ports });
  const person = personAt(model, { email: CLERK.email });

  function call<Name extends keyof Server>(
    name: Name,
    request?: Parameters<Server[Name]>[0],
    user = CLERK,
  ): ReturnType<Server[Name]> {
    const outcome = host.run(name, request === undefined ? [] : [request], { user, via: 'sidebar' });
    return resultOf(outcome) as ReturnType<Server[Name]>;
  }

  return {
    clock,
    worker,
    model,
    host,
    person,
    toasts,
    call,
    setUp: (unit = UNIT): OpeningState => call('sidebarSetUp', { unit }),
    open: (user = CLERK): OpeningState => call('sidebarOpen', undefined, user),
    pulse: (request: Partial<PulseRequest> = {}, user = CLERK): PulseAnswer =>
      call('sidebarPulse', { seen: null, period: '2026-Q3', ...request }, user),
    menu: (name: string, user = CLERK) => resultOf(host.run(name, [], { user, via: 'menu' })),
    /** A person's edit with the triggers that it fires. */
    edit(place: CellPlace, typed: string) {
      const outcome = person.edit(place.sheetId, place, typed);
      if (!outcome.ok) throw new Error(`refused: ${outcome.message}`);
      if (outcome.edit === null) throw new Error('no edit');
      return host.fireEdit(outcome.edit, CLERK);
    },
  };
}

export function resultOf(outcome: RunOutcome): unknown {
  if (!outcome.ok) throw new Error(`${outcome.functionName}: ${outcome.error.message}\n${outcome.error.stack}`);
  return outcome.value;
}

export interface CellPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** Finds a cell as a person does: by the tab's name, the row's label and the column's heading. */
export function cellAt(model: WorkbookModel, tab: string, label: string, heading: string): CellPlace {
  const sheet = model.sheetByName(tab);
  if (sheet === null) throw new Error(`no tab ${tab}`);
  const find = (wanted: string) => {
    for (let row = 1; row <= 80; row++) {
      for (let column = 1; column <= 10; column++) {
        if (model.cell(sheet.id, row, column).value === wanted) return { row, column };
      }
    }
    throw new Error(`no cell with ${wanted}`);
  };
  return { sheetId: sheet.id, row: find(label).row, column: find(heading).column };
}
