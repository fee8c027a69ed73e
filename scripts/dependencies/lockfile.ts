/** What the lockfile pins: every package, and which of them go into what is deployed. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { inRoot } from '../root.ts';

const LockedSchema = v.object({
  /** Where it is installed under another name than its own. */
  name: v.optional(v.string()),
  version: v.string(),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  optional: v.optional(v.boolean(), false),
  dependencies: v.optional(v.record(v.string(), v.string()), {}),
});
const LockfileSchema = v.object({
  lockfileVersion: v.literal(3),
  packages: v.record(v.string(), LockedSchema),
});

export interface Package {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; undefined where the package says none, or is not for this machine. */
  readonly license: string | undefined;
  readonly integrity: string | undefined;
  /** "node_modules/…", where it is when it is installed. */
  readonly path: string;
  /** Whether the service or the add-in may hold it: a dependency of the project, or of such a one. */
  readonly ships: boolean;
}

/** Every package of the lockfile, by its place. */
export function lockedPackages(file = inRoot('package-lock.json')): readonly Package[] {
  const { packages } = v.parse(LockfileSchema, JSON.parse(readFileSync(file, 'utf8')));
  const { '': root, ...others } = packages;
  const shipped = shippedPaths(Object.keys(root?.dependencies ?? {}), others);
  return Object.entries(others).map(([path, { name, version, license, integrity }]) => ({
    name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ...{ version, license, integrity, path, ships: shipped.has(path) },
  }));
}

type Locked = Readonly<Record<string, v.InferOutput<typeof LockedSchema>>>;

/** Not by npm's own mark: that counts what a peer may want, which is a tool. */
function shippedPaths(names: readonly string[], locked: Locked): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = names.map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const path = resolve(next.name, next.from, locked);
    if (path === undefined || found.has(path)) continue;
    found.add(path);
    for (const name of Object.keys(locked[path]?.dependencies ?? {})) waiting.push({ name, from: path });
  }
  return found;
}

/** As Node looks for it: in the package's own folder, then in those around it. */
function resolve(name: string, from: string, locked: Locked): string | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (Object.hasOwn(locked, path)) return path;
    if (place === '') return undefined;
    if (!place.includes('/node_modules/')) place = '';
  }
}
