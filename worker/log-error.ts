/** What the log may say of an error: its kind and where it came from. Its message quotes what it choked on, so that stays out. */
import { ConfigurationError } from './configuration-error.ts';

export interface ErrorDescription {
  readonly name: string;
  /** The setting that is wrong, by its name. */
  readonly setting?: string;
  /** SQLite's own code, which names no value. */
  readonly code?: string;
  /** Places in our code, innermost first. */
  readonly at: readonly string[];
  readonly cause?: ErrorDescription;
}

const MAX_PLACES = 8;
const MAX_CAUSES = 4;

export function describeError(error: unknown, depth = 1): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = /\bSQLITE_[A-Z_]+/.exec(error.message)?.[0];
  return {
    name: /^\w{1,64}$/.test(error.name) ? error.name : 'Error',
    ...(error instanceof ConfigurationError ? { setting: error.setting } : {}),
    ...(code === undefined ? {} : { code }),
    at: placesOf(error),
    ...(error.cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The stack repeats the message first, and a message can be made to look like a stack. */
function placesOf({ stack = '', message }: Error): string[] {
  const after = stack.slice(stack.indexOf(message) + message.length);
  return [...after.matchAll(/^\s+at (.+)$/gm)].slice(0, MAX_PLACES).map(([, place = '']) => place);
}
