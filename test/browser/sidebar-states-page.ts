/** For browser tests: the sidebar's views in every state, as one page without a script behind it. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { inRoot } from '../../scripts/root.ts';

/** As wide as Google draws it. */
export const SIDEBAR = { width: 300, height: 680 };

/** Loads the page; its states are at `window.sidebarStates`. */
export async function openSidebarStates(page: Page): Promise<void> {
  const bundle = await build({
    entryPoints: [inRoot('addon/sidebar/testing/page.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
  });
  const template = readFileSync(inRoot('addon/sidebar/sidebar.html'), 'utf8');
  const styles = await build({ entryPoints: [inRoot('addon/sidebar/sidebar.css')], bundle: true, write: false });
  const css = styles.outputFiles[0]?.text ?? '';
  await page.setViewportSize(SIDEBAR);
  await page.setContent(template.replace('<!-- css -->', () => `<style>${css}</style>`));
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
}
