/** What `npm run deploy:addon` was asked for, checked without the network: every fault with what to do about it. */
import { parseArgs } from 'node:util';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { EDITOR_ADDON, type Given, hasScript, type Place, placeOf, readGiven } from './place.ts';
import { ADDON_WORDS } from './words.ts';

export interface Request {
  readonly place: Place;
  readonly given: Given;
  readonly checkOnly: boolean;
}

export type Asked =
  | { readonly ok: true; readonly request: Request }
  /** What is wrong with the request, one line each. */
  | { readonly ok: false; readonly faults: readonly string[] };

export function readRequest(args: readonly string[]): Asked {
  const parsed = parsedArguments(args);
  if (parsed === null) return { ok: false, faults: ADDON_WORDS.usage(unitIds().join(', ')) };
  const { values, name } = parsed;
  const place = placeOf(name);
  const before = readGiven(place);
  const worker = originOf(values.worker ?? before?.worker);
  const workbook = name === EDITOR_ADDON ? null : workbookId(values.workbook ?? before?.workbook ?? '');
  const faults = [
    ...(worker.ok ? [] : [worker.fault]),
    ...(workbook === '' ? [workbookFault(values.workbook)] : []),
    ...(moved(place, before, workbook) ? [movedFault(place)] : []),
  ];
  if (!worker.ok || faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    request: { place, given: { worker: worker.origin, workbook }, checkOnly: values.check === true },
  };
}

function unitIds(): readonly string[] {
  return chiengMung().units.map(({ id }) => id);
}

function parsedArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        worker: { type: 'string' },
        workbook: { type: 'string' },
        'editor-addon': { type: 'boolean' },
        check: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const isAddon = values['editor-addon'] === true;
    const name = isAddon ? EDITOR_ADDON : positionals[0];
    const isKnown = name === EDITOR_ADDON ? isAddon && positionals.length === 0 : positionals.length === 1;
    if (name === undefined || !isKnown || !(isAddon || unitIds().includes(name))) return null;
    return { values, name };
  } catch {
    return null;
  }
}

type Origin = { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly fault: string };

/** The platform calls https alone, and the manifest lists the host: an address with a path, a name or a port of this machine is none. */
function originOf(text: string | undefined): Origin {
  if (text === undefined) return { ok: false, fault: ADDON_WORDS.noWorker };
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || url.username !== '') {
    return { ok: false, fault: ADDON_WORDS.notHttps(text) };
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return { ok: false, fault: ADDON_WORDS.addressAlone(text, url.origin) };
  }
  return { ok: true, origin: url.origin };
}

/** From the id itself, or from the address in the browser's bar; empty where it is neither. */
function workbookId(text: string): string {
  return /(?:^|\/spreadsheets\/d\/)([\w-]{20,})(?:[/?#]|$)/.exec(text)?.[1] ?? '';
}

function workbookFault(given: string | undefined): string {
  return given === undefined ? ADDON_WORDS.noWorkbook : ADDON_WORDS.badWorkbook(given);
}

/** A script stays with its workbook for good: another workbook needs another script. */
function moved(place: Place, before: Given | null, workbook: string | null): boolean {
  return hasScript(place) && before !== null && before.workbook !== workbook;
}

function movedFault({ name, folder }: Place): string {
  return ADDON_WORDS.moved(name, folder);
}
