/** Everything that the local run and the tests need, built where it is stale. */
import { buildIfStale, type Part } from './fresh.ts';
import { addonPart, deskBundle, deskPage, view, worker } from './parts.ts';

/** Builds one after the other and says what was built. The desk's script talks to the Worker on `port` of this machine. */
export async function buildForDesk(port: number, say: (line: string) => void): Promise<void> {
  for (const part of deskParts(port)) await buildPart(part, say);
}

export function deskParts(port: number): readonly Part[] {
  return [addonPart(`http://127.0.0.1:${port}`, deskBundle(port)), deskPage, view, worker];
}

/** Answers whether it was built. */
export async function buildPart(part: Part, say: (line: string) => void): Promise<boolean> {
  const started = performance.now();
  const isBuilt = await buildIfStale(part);
  if (isBuilt) say(`  built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return isBuilt;
}
