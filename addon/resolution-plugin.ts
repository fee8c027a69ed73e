/**
 * Puts the resolution into the script checked, trimmed and packed: its schema and its self-audit run when the bundle is built, so neither
 * they nor the notes for those who sign the readings have to be parsed by every run. The sidebar has it from the script.
 */
import type { Plugin } from 'esbuild';
import { checkResolution } from '../shared/resolution/check.ts';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import { chiengMungAudit } from '../shared/resolution/chieng-mung-audit.ts';
import type { Resolution } from '../shared/resolution/schema.ts';
import { type Plain, packedSource } from './packed-source.ts';

/** An esbuild plugin: `chiengMung()` and `chiengMungAudit()` become constants. The build fails where the data is no resolution. */
export function inlineResolution(): Plugin {
  return {
    name: 'inline-resolution',
    setup: (build) => {
      build.onLoad({ filter: /shared[\\/]resolution[\\/]chieng-mung\.ts$/ }, () => ({
        contents: constantOf('chiengMung', trimmed(checked())),
        loader: 'js',
      }));
      build.onLoad({ filter: /shared[\\/]resolution[\\/]chieng-mung-audit\.ts$/ }, () => ({
        contents: constantOf('chiengMungAudit', chiengMungAudit()),
        loader: 'js',
      }));
    },
  };
}

function checked(): Resolution {
  const outcome = checkResolution(chiengMung());
  if (!outcome.ok)
    throw new Error(outcome.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return outcome.resolution;
}

/** Without what no run of the add-in reads: how open questions are read, where a series breaks, what the self-audit reckons with. */
function trimmed({ $schema: _schema, ...resolution }: Resolution): Resolution {
  const indicators = resolution.indicators.map(({ readings: _readings, breaks: _breaks, ...indicator }) => indicator);
  return { ...resolution, indicators, readings: [], statements: [] };
}

function constantOf(name: string, value: unknown): string {
  const plain: Plain = JSON.parse(JSON.stringify(value));
  const { declarations, expression } = packedSource(plain);
  return `${declarations}const constant = ${expression};\nexport function ${name}() { return constant; }`;
}
