/** All that the doctor looks at, and what it prints of it. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { VERSION } from '../../worker/version.ts';
import { hasClaspSignIn, hasWranglerSignIn } from '../deploy/sign-ins.ts';
import { readWorkerSettings } from '../deploy/worker-settings.ts';
import type { Outcome } from '../outcome.ts';
import { inRoot } from '../root.ts';
import type { Finding, Section } from './finding.ts';
import { machine } from './machine.ts';
import { online } from './online.ts';
import { project } from './project.ts';
import { unitsSection } from './units.ts';
import { DOCTOR_WORDS } from './words.ts';
import { workerSection } from './worker.ts';

const RESOLUTION = 'shared/resolution/chieng-mung-2025.json';
const MARKS = { ok: '✓', missing: '✗', note: '·' } as const;

/** The command with its arguments. */
export async function doctor(args: readonly string[]): Promise<Outcome> {
  const asked = readArguments(args);
  if (asked === null) return { code: 2, lines: [DOCTOR_WORDS.usage] };
  const sections = await look(asked.online === true);
  const lacking = sections.flatMap(({ findings }) => findings).filter(({ state }) => state === 'missing').length;
  const end = lacking === 0 ? DOCTOR_WORDS.well : DOCTOR_WORDS.lacking(lacking);
  return { code: lacking === 0 ? 0 : 1, lines: [...sections.flatMap(linesOf), end] };
}

async function look(isOnline: boolean): Promise<readonly Section[]> {
  const settings = readWorkerSettings();
  const { id, version, units } = chiengMung();
  const files = {
    resolution: { name: RESOLUTION, text: readFileSync(inRoot(RESOLUTION), 'utf8') },
    wrangler: readFileSync(inRoot('wrangler.toml'), 'utf8'),
  };
  const unitIds = units.map((unit) => unit.id);
  return [
    await machine(),
    project(files, new Date().toISOString().slice(0, 10)),
    workerSection(hasWranglerSignIn()),
    await unitsSection(unitIds, settings?.url ?? null, hasClaspSignIn()),
    ...(isOnline ? [await online(settings, { version: VERSION, resolution: { id, version } }, get)] : []),
  ];
}

function get(url: string): Promise<Response> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
}

function linesOf({ title, findings }: Section): readonly string[] {
  return [title, ...findings.flatMap(lineOf), ''];
}

function lineOf({ state, what, next }: Finding): readonly string[] {
  return [`  ${MARKS[state]} ${what}`, ...(next === undefined ? [] : [`      → ${next}`])];
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { online: { type: 'boolean' } } }).values;
  } catch {
    return null;
  }
}
