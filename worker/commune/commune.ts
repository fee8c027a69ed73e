/** The commune's one Durable Object: wires storage, sockets and alarms to the decisions, and decides nothing itself. */
import { DurableObject } from 'cloudflare:workers';
import { createApp } from '../api/app.ts';
import { configOf, type Env } from '../env.ts';
import { servedPlan } from '../plan.ts';
import { migrate } from '../store/migrations.ts';
import { inviteFirstAdmin } from './first-admin.ts';
import { farewell } from './live.ts';
import { refuseNewerData } from './newer-data.ts';
import { createServices } from './services.ts';

const PAUSE_MS = 60 * 60_000;

export class Commune extends DurableObject<Env> {
  private readonly answer: (request: Request) => Response | Promise<Response>;
  private readonly ring: (now: number) => Promise<void>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    if (migrate(ctx.storage) === 'newer') {
      this.answer = refuseNewerData;
      // Kept alive, so that the night's work goes on by itself once the right version is back.
      this.ring = (now) => ctx.storage.setAlarm(now + PAUSE_MS);
      return;
    }
    const services = createServices(ctx, servedPlan(), configOf(env));
    inviteFirstAdmin(services);
    this.answer = createApp(services);
    this.ring = services.alarms.ring;
    // An alarm gives up after its retries: what outlived it gets a new one.
    ctx.waitUntil(services.alarms.arm(Date.now()));
  }

  override async fetch(request: Request): Promise<Response> {
    return this.answer(request);
  }

  /** Answers a client's goodbye: without it the client sees a broken connection (1006) instead of a closed one. */
  override webSocketClose(socket: WebSocket): void {
    farewell(socket);
  }

  override alarm(): Promise<void> {
    return this.ring(Date.now());
  }
}
