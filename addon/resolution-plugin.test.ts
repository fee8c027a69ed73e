import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import { chiengMungAudit } from '../shared/resolution/chieng-mung-audit.ts';
import { inlineResolution } from './resolution-plugin.ts';

async function bundled(): Promise<unknown> {
  const contents = `
    import { chiengMung } from '../shared/resolution/chieng-mung.ts';
    import { chiengMungAudit } from '../shared/resolution/chieng-mung-audit.ts';
    export default { resolution: chiengMung(), audit: chiengMungAudit() };`;
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2019',
    minify: true,
    plugins: [inlineResolution()],
  });
  const module: { default: unknown } = await import(
    `data:text/javascript;base64,${Buffer.from(result.outputFiles[0]!.contents).toString('base64')}`
  );
  return module.default;
}

test('what the bundles hold is the resolution without what only its signers, its audit and the view read', async () => {
  const { $schema: _schema, ...resolution } = chiengMung();
  const indicators = resolution.indicators.map(({ readings: _readings, breaks: _breaks, ...indicator }) => indicator);
  expect(await bundled()).toEqual({
    resolution: { ...resolution, indicators, readings: [], statements: [] },
    audit: chiengMungAudit(),
  });
});
