/** What the service is measured beside: Workers that do next to nothing, on the same platform. */
import type { PlainWorker } from '../../test/service/plain-workerd.ts';

/** A Worker alone. */
export const EMPTY_WORKER: PlainWorker = {
  script: `export default { fetch: () => new Response('ok') };`,
};

const FRONT = `export default { fetch: (request, env) => env.ONE.get(env.ONE.idFromName('one')).fetch(request) };`;
const object = { binding: 'ONE', className: 'One' };

/** A Worker and its object, which does nothing: as our Worker's way is. */
export const IDLE_OBJECT: PlainWorker = {
  object,
  script: `import { DurableObject } from 'cloudflare:workers';
export class One extends DurableObject { async fetch(request) { await request.text(); return new Response('ok'); } }
${FRONT}`,
};

/** The same, and the object stores what it was sent: one row a request. */
export const ONE_INSERT: PlainWorker = {
  object,
  script: `import { DurableObject } from 'cloudflare:workers';
export class One extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (place INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  }
  async fetch(request) {
    this.ctx.storage.sql.exec('INSERT INTO rows (body) VALUES (?)', await request.text());
    return new Response('ok');
  }
}
${FRONT}`,
};
