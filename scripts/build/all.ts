/** Everything that the local run and the tests need, built where it is stale. */
import { buildIfStale, type Part } from './fresh.ts';
import { addonPart, deskBundle, deskPage, view, worker } from './parts.ts';

/** Builds one after the other and says what was built. The desk's script talks to the Worker on `port` of this machine. */
export async function buildForDesk(port: number, say: (line: string) => void): Promise<void> {
  for (const part of [addonPart(`http://127.0.0.1:${port}`, deskBundle(port)), deskPage, view, worker])
    await buildPart(part, say);
}

export async function buildPart(part: Part, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  if (await buildIfStale(part)) say(`  built ${part.name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
