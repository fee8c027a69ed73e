/** Logger and console: lines to the port. */
import type { Run } from '../run.ts';
import { strict } from './strict.ts';

type GLogger = GoogleAppsScript.Base.Logger;

export function makeLogger(run: Run): GLogger {
  let lines: string[] = [];
  const logger: GLogger = strict<GLogger>(run, 'Logger', {
    log: (format: unknown, ...values: readonly unknown[]) => {
      const text = line([format, ...values]);
      lines.push(text);
      run.host.ports.log?.(text);
      return logger;
    },
    getLog: () => lines.join('\n'),
    clear: () => {
      lines = [];
    },
  });
  return logger;
}

/** Not counted as a service call: Google's console costs nothing and fails never. */
export function makeConsole(
  log: (line: string) => void,
): Readonly<Record<'log' | 'info' | 'warn' | 'error', (...values: unknown[]) => void>> {
  const write = (...values: unknown[]): void => log(line(values));
  return { log: write, info: write, warn: write, error: write };
}

/** %s and %d take the values behind them; the rest follows with spaces. */
function line(values: readonly unknown[]): string {
  const [format, ...rest] = values;
  if (typeof format !== 'string') return values.map(shown).join(' ');
  const filled = format.replace(/%[sd]/g, (mark) => (rest.length > 0 ? shown(rest.shift()) : mark));
  return [filled, ...rest.map(shown)].join(' ');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'message' in value) return String(value.message);
  return JSON.stringify(value) ?? String(value);
}
