/** What of the project's own files a deployment stands on: the resolution, and `wrangler.toml` as it was given. */
import { readResolution } from '../resolution/report.ts';
import { type Finding, missing, note, ok, type Section } from './finding.ts';
import { DOCTOR_WORDS } from './words.ts';
import { compatibilityDate, readVars, SHIPPED_VARS } from './wrangler-toml.ts';

const words = DOCTOR_WORDS.project;

export interface ProjectFiles {
  readonly resolution: { readonly name: string; readonly text: string };
  readonly wrangler: string;
}

/** `today` as `2026-11-26`. */
export function project({ resolution, wrangler }: ProjectFiles, today: string): Section {
  return { title: words.title, findings: [ofResolution(resolution), dateOf(wrangler, today), ...varsOf(wrangler)] };
}

function ofResolution({ name, text }: ProjectFiles['resolution']): Finding {
  const read = readResolution(name, text);
  return read.ok
    ? ok(words.resolution(read.resolution.id, read.resolution.version))
    : missing(words.badResolution(read.lines[0] ?? ''), words.badResolutionNext(name));
}

function dateOf(wrangler: string, today: string): Finding {
  const date = compatibilityDate(wrangler);
  if (date === null) return missing(words.noDate, words.restore);
  return date > today ? missing(words.futureDate(date), words.restore) : ok(words.date(date));
}

function varsOf(wrangler: string): readonly Finding[] {
  const vars = readVars(wrangler);
  const local = vars.has('LOCAL') && vars.get('LOCAL') !== '0' ? [missing(words.local, words.localNext)] : [];
  const changed = Object.entries(SHIPPED_VARS).flatMap(([name, value]) => (vars.get(name) === value ? [] : [name]));
  return [
    ...local,
    changed.length === 0 ? ok(words.untouched) : note(words.touched(changed.join(', ')), words.touchedNext),
  ];
}
