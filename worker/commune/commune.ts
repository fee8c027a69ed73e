/** The commune's one Durable Object: wires storage, sockets and alarms to the decisions, and decides nothing itself. */
import { DurableObject } from 'cloudflare:workers';
import { createApp } from '../api/app.ts';
import { configOf, type Env } from '../env.ts';
import { servedPlan } from '../plan.ts';
import { migrate } from '../store/migrations.ts';
import { inviteFirstAdmin } from './first-admin.ts';
import { farewell } from './live.ts';
import { createServices, type Services } from './services.ts';

export class Commune extends DurableObject<Env> {
  private readonly services: Services;
  private readonly answer: (request: Request) => Promise<Response>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrate(ctx.storage);
    this.services = createServices(ctx, servedPlan(), configOf(env));
    inviteFirstAdmin(this.services);
    this.answer = createApp(this.services);
    // An alarm gives up after its retries: what outlived it gets a new one.
    ctx.waitUntil(this.services.alarms.arm(Date.now()));
  }

  override fetch(request: Request): Promise<Response> {
    return this.answer(request);
  }

  /** Answers a client's goodbye: without it the client sees a broken connection (1006) instead of a closed one. */
  override webSocketClose(socket: WebSocket): void {
    farewell(socket);
  }

  override alarm(): Promise<void> {
    return this.services.alarms.ring(Date.now());
  }
}
