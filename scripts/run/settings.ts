/** What `npm start` takes from the environment. */
import { resolve } from 'node:path';
import { ROOT } from '../root.ts';

export interface Settings {
  readonly port: number;
  readonly deskPort: number;
  readonly dataDir: string;
  readonly sample: boolean;
  readonly openBrowser: boolean;
  readonly rateBurst: string;
  readonly ratePerSecond: string;
}

/** Throws with a sentence for the person where a value cannot be what it says. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    port: portOf('PORT', env.PORT, 8787),
    deskPort: portOf('DESK_PORT', env.DESK_PORT, 8788),
    dataDir: resolve(ROOT, env.DATA_DIR || '.data'),
    sample: env.SAMPLE !== '0',
    openBrowser: env.OPEN !== '0' && env.CI === undefined,
    rateBurst: positive('RATE_BURST', env.RATE_BURST, '120'),
    ratePerSecond: positive('RATE_PER_SECOND', env.RATE_PER_SECOND, '10'),
  };
}

function portOf(name: string, text: string | undefined, fallback: number): number {
  const port = text === undefined || text === '' ? fallback : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`${name} is “${text}”, but must be a port from 1 to 65535`);
  }
  return port;
}

function positive(name: string, text: string | undefined, fallback: string): string {
  const value = text === undefined || text === '' ? fallback : text;
  if (!(Number(value) > 0)) throw new Error(`${name} is “${text}”, but must be a number above 0`);
  return value;
}
