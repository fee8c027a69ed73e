/** Builds the desk's page, its worker, and the script that is put into the frames of a sidebar. */

import { join } from 'node:path';
import { build } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** One classic script with a fixed name: the server puts it, before all others, into pages that this build does not know. */
function frameScript(): Plugin {
  let outDir = '';
  return {
    name: 'frame-script',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      await build({
        entryPoints: [join(here, 'frame/google-script.ts')],
        outfile: join(outDir, 'google-script.js'),
        bundle: true,
        format: 'iife',
        target: 'es2022',
        minify: true,
      });
    },
  };
}

export default defineConfig({
  root: here,
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  // React's own warnings are for its developers.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  worker: { format: 'es' },
  build: {
    outDir: join(here, '../../../dist/desk/page'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      onLog(level, log, handler) {
        // "use client" in the grid's dependencies means nothing here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
      },
    },
  },
  plugins: [frameScript()],
});
