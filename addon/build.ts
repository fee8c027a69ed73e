/**
 * Builds the add-in as clasp would push it: one script, one inlined file for each page, the manifest. What the platform demands of each
 * (top-level functions, no module syntax, nothing that its HTML sanitiser would strip) is done here and checked here.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transformSync } from 'esbuild';
import { inlineResolution } from './resolution-plugin.ts';

export interface AddonBuild {
  /** The Worker's address, with or without a slash at its end. */
  readonly workerUrl: string;
  readonly outDir: string;
  /** The script of one workbook, or the add-on of the editor, whose menu stands under "Tiện ích mở rộng". */
  readonly kind?: 'bound' | 'editor-addon';
}

/** What is built, and pushed: nothing else. */
export const ADDON_FILES = ['appsscript.json', 'code.js', 'link.html', 'sidebar.html'] as const;

/** The pages: each a folder with its HTML, its style sheet of the same name, and `main.tsx`. */
const PAGES = ['sidebar', 'link'] as const;

const HERE = import.meta.dirname;
/** Apps Script's V8 parses it all; what is newer is lowered. */
const TARGET = 'es2019';

/** Writes `ADDON_FILES` into `outDir`. */
export async function buildAddon({ workerUrl, outDir, kind = 'bound' }: AddonBuild): Promise<void> {
  const origin = workerUrl.replace(/\/+$/, '');
  const [code, ...pages] = await Promise.all([
    buildCode(origin, kind),
    ...PAGES.map((page) => buildPage(page, origin)),
  ]);
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    writeFile(join(outDir, 'code.js'), code),
    ...PAGES.map((page, at) => writeFile(join(outDir, `${page}.html`), pages[at] ?? '')),
    writeFile(join(outDir, 'appsscript.json'), `${JSON.stringify(manifest(origin), null, 2)}\n`),
  ]);
}

/**
 * One plain script. The bundle is a function that is called at the first need: the platform parses the whole script at every
 * edit, but the top level does nothing. Each export of globals.ts becomes a top-level function declaration; the name that ends
 * in `_` cannot be called from outside. The service shows the notices of other people's work, for which the pages have no room.
 */
async function buildCode(origin: string, kind: NonNullable<AddonBuild['kind']>): Promise<string> {
  const result = await build({
    entryPoints: [join(HERE, 'server/globals.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'neutral',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    treeShaking: true,
    // The platform parses all of it at every edit.
    minify: true,
    define: { __WORKER_URL__: JSON.stringify(origin), __EDITOR_ADDON__: String(kind === 'editor-addon') },
    plugins: [inlineResolution()],
    metafile: true,
  });
  const [output] = Object.values(result.metafile.outputs);
  const names = await exportedNames();
  const text = result.outputFiles[0]?.text ?? '';
  if (output === undefined || text === '') throw new Error('the script came out empty');
  return [
    `/** Built from addon/server and its pages; see the project. Third-party licences: ${origin}/third-party.txt */`,
    'var addonExports;',
    'function addon_() {',
    '  if (addonExports) return addonExports;',
    '  var module = { exports: {} };',
    `  (function (module, exports) {${text}})(module, module.exports);`,
    '  addonExports = module.exports;',
    '  return addonExports;',
    '}',
    ...names.map((name) => `function ${name}() { return addon_().${name}.apply(null, arguments); }`),
    '',
  ].join('\n');
}

/** The names that globals.ts exports, as esbuild sees them. */
async function exportedNames(): Promise<readonly string[]> {
  const result = await build({
    entryPoints: [join(HERE, 'server/globals.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    metafile: true,
    define: { __WORKER_URL__: '""', __EDITOR_ADDON__: 'false' },
    logLevel: 'silent',
  });
  return Object.values(result.metafile.outputs).flatMap((output) => output.exports);
}

async function buildPage(page: string, origin: string): Promise<string> {
  const [template, css, js] = await Promise.all([
    readFile(join(HERE, page, `${page}.html`), 'utf8'),
    bundlePage(join(page, `${page}.css`), origin),
    bundlePage(join(page, 'main.tsx'), origin),
  ]);
  return inline(
    inline(template, '<!-- css -->', `<style>${css}</style>`),
    '<!-- js -->',
    `<script>${safeScript(js)}</script>`,
  );
}

async function bundlePage(entry: string, origin: string): Promise<string> {
  const result = await build({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome100', 'firefox100', 'safari15'],
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // HtmlService strips what follows `//` inside template literals of inlined scripts.
    supported: { 'template-literal': false },
    define: { __WORKER_URL__: JSON.stringify(origin), 'process.env.NODE_ENV': '"production"' },
    plugins: [inlineResolution()],
  });
  return (result.outputFiles[0]?.text ?? '').trim();
}

/** A function as replacement: `$&` in a bundle is text. */
function inline(template: string, marker: string, text: string): string {
  if (!template.includes(marker)) throw new Error(`a page's template has no ${marker}`);
  return template.replace(marker, () => text);
}

/**
 * Minified code has no comments, so every `//`, `/*` and `</script` left is inside a string or a regular expression; written
 * another way it means the same and is neither stripped nor taken for the end of the script. Throws where it cannot be.
 */
export function safeScript(js: string): string {
  const safe = js
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    // The end of a regular expression: an escaped slash, then the closing one.
    .replace(/(?<!\\)((?:\\\\)*)\\\/(?=\/)/g, '$1[/]')
    .replace(/\/(?=[/*])/g, '/\\');
  if (/\/[/*]|<\/script/i.test(safe)) throw new Error('a page has text that HtmlService would strip');
  transformSync(safe, { loader: 'js' });
  return safe;
}

/** The narrowest scopes; a list of hosts only where there is an https one, as the platform takes no other. */
function manifest(origin: string) {
  return {
    timeZone: 'Asia/Ho_Chi_Minh',
    exceptionLogging: 'STACKDRIVER',
    runtimeVersion: 'V8',
    oauthScopes: [
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/userinfo.email',
      'openid',
    ],
    ...(origin.startsWith('https://') ? { urlFetchWhitelist: [`${origin}/`] } : {}),
  };
}
