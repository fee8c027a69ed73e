/** What surrounds the Worker of a simulation, in whatever runtime: the time, the issuer's keys, and silence. */

export const world: { now: number; keys: readonly object[] | null } = { now: 0, keys: [] };

class VirtualDate extends Date {
  constructor(...parts: [] | [number | string | Date]) {
    super(parts.length === 0 ? world.now : parts[0]);
  }
  static override now(): number {
    return world.now;
  }
}

/** Only the issuer is there. */
async function outside(input: Request | URL | string): Promise<Response> {
  if (world.keys === null) throw new TypeError('the issuer cannot be reached');
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  return pathname === '/jwks' ? Response.json({ keys: world.keys }) : new Response('no', { status: 404 });
}

/** From here on the whole runtime lives in it. */
export function enterWorld(): void {
  Object.assign(globalThis, {
    Date: VirtualDate,
    fetch: outside,
    // What went wrong is seen in the answers; the lines themselves would drown a test's output.
    console: { ...console, log: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
}

/** All revisions above an entry of the ledger. */
export const REVISIONS = `SELECT unit, period, revision, state, sheet, content, content_hash AS contentHash, at, by, ledger_index AS ledgerIndex
  FROM revisions WHERE ledger_index > ? ORDER BY ledger_index`;
