/**
 * Puts the resolution into the add-in's bundles checked, trimmed and packed: its schema and its self-audit run when the bundle is built,
 * so neither the schema library nor the notes for those who sign the readings have to be parsed by every open sidebar and every run of
 * the script.
 */
import type { Plugin } from 'esbuild';
import { checkResolution } from '../shared/resolution/check.ts';
import data from '../shared/resolution/chieng-mung-2025.json' with { type: 'json' };
import { chiengMungAudit } from '../shared/resolution/chieng-mung-audit.ts';
import type { Resolution } from '../shared/resolution/schema.ts';

/** An esbuild plugin: `chiengMung()` and `chiengMungAudit()` become constants. The build fails where the data is no resolution. */
export function inlineResolution(): Plugin {
  return {
    name: 'inline-resolution',
    setup: (build) => {
      build.onLoad({ filter: /shared[\\/]resolution[\\/]chieng-mung\.ts$/ }, () => ({
        contents: constantOf('chiengMung', packed(trimmed(checked()))),
        loader: 'js',
      }));
      build.onLoad({ filter: /shared[\\/]resolution[\\/]chieng-mung-audit\.ts$/ }, () => ({
        contents: constantOf('chiengMungAudit', JSON.stringify(chiengMungAudit())),
        loader: 'js',
      }));
    },
  };
}

function checked(): Resolution {
  const outcome = checkResolution(data);
  if (!outcome.ok)
    throw new Error(outcome.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return outcome.resolution;
}

/** Without what no run of the add-in reads: how open questions are read, what the self-audit reckons with. */
function trimmed({ $schema: _schema, ...resolution }: Resolution): Resolution {
  const indicators = resolution.indicators.map(({ readings: _readings, ...indicator }) => indicator);
  return { ...resolution, indicators, readings: [], statements: [] };
}

function constantOf(name: string, expression: string): string {
  return `const constant = ${expression};\nexport function ${name}() { return constant; }`;
}

/** Lists of records as tables, each key written once: much of the resolution's text is the names of its keys. */
function packed({ inputs, indicators, ...rest }: Resolution): string {
  const lists = `inputs: ${table(inputs)}, indicators: ${table(indicators)}`;
  return `((unpacked) => ({ ...${JSON.stringify(rest)}, ${lists} }))(${unpack})`;
}

function table(records: readonly object[]): string {
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records.map((record) => `[${keys.map((key) => JSON.stringify(Reflect.get(record, key)) ?? '').join()}]`);
  return `unpacked(${JSON.stringify(keys)}, [${rows.join()}])`;
}

/** Runs in the bundle. A hole in a row is a key that the record does not have. */
function unpack(keys: readonly string[], rows: readonly (readonly unknown[])[]): object[] {
  return rows.map((row) => Object.fromEntries(keys.flatMap((key, at) => (at in row ? [[key, row[at]]] : []))));
}
