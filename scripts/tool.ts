/**
 * How the commands of the project's own packages are started: their JavaScript, by this Node. What `node_modules/.bin` holds is a
 * shell script on Windows, which no program can start.
 */
import { readFileSync } from 'node:fs';
import { inRoot } from './root.ts';

/** Each command and the package that has it. */
const PACKAGES = {
  biome: '@biomejs/biome',
  clasp: '@google/clasp',
  tsc: 'typescript',
  vitest: 'vitest',
  wrangler: 'wrangler',
} as const;
export type Tool = keyof typeof PACKAGES;

/** What to start, and what to give it before its own arguments. */
export function toolCommand(tool: Tool): readonly [command: string, script: string] {
  const folder = ['node_modules', ...PACKAGES[tool].split('/')];
  const { bin } = JSON.parse(readFileSync(inRoot(...folder, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  return [process.execPath, inRoot(...folder, bin[tool] ?? '')];
}
