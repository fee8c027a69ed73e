/**
 * Puts the resolution into the add-in's bundles checked and trimmed: its schema runs when the bundle is built, so neither the schema
 * library nor the notes for those who sign the readings have to be parsed by every open sidebar and every run of the script.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as v from 'valibot';
import { type Resolution, ResolutionSchema } from '../shared/resolution/schema.ts';

const DATA = new URL('../shared/resolution/chieng-mung-2025.json', import.meta.url);

/** An esbuild plugin: `chiengMung()` becomes a constant. The build fails where the data is no resolution. */
export function inlineResolution(): Plugin {
  return {
    name: 'inline-resolution',
    setup: (build) => {
      build.onLoad({ filter: /shared[\\/]resolution[\\/]chieng-mung\.ts$/ }, async () => {
        const resolution = v.parse(ResolutionSchema, JSON.parse(await readFile(DATA, 'utf8')));
        const text = JSON.stringify(trimmed(resolution));
        return {
          contents: `const resolution = ${text};\nexport function chiengMung() { return resolution; }`,
          loader: 'js',
        };
      });
    },
  };
}

/** Without what no run of the add-in reads: how open questions are read, and who is pointed to it. */
function trimmed({ $schema: _schema, ...resolution }: Resolution): Resolution {
  const indicators = resolution.indicators.map(({ readings: _readings, ...indicator }) => indicator);
  return { ...resolution, indicators, readings: [] };
}
