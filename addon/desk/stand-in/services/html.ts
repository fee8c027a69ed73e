/** HtmlService: output from a text or a file of the bundle; templates are not in the stand-in. */
import type { ShownHtml } from '../ports.ts';
import { sandboxMode, xFrameOptions } from './enums.ts';
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GService = GoogleAppsScript.HTML.HtmlService;
type GOutput = GoogleAppsScript.HTML.HtmlOutput;

export function makeHtmlService(kit: Kit): GService {
  return strict<GService>(kit.run, 'HtmlService', {
    SandboxMode: sandboxMode.values,
    XFrameOptionsMode: xFrameOptions.values,
    createHtmlOutput: (content?: unknown) => {
      if (content !== undefined && typeof content !== 'string')
        throw new Error('HtmlService.createHtmlOutput of a Blob is not in the stand-in');
      return makeOutput(kit, content ?? '');
    },
    createHtmlOutputFromFile: (name) => {
      const content = kit.run.host.files[name];
      if (content === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return makeOutput(kit, content);
    },
  });
}

function makeOutput(kit: Kit, content: string): GOutput {
  let shown: ShownHtml = { title: '', content, width: null, height: null };
  const set = (change: Partial<ShownHtml>): GOutput => {
    shown = { ...shown, ...change };
    return output;
  };
  const output: GOutput = strict<GOutput>(kit.run, 'HtmlOutput', {
    getContent: () => shown.content,
    setContent: (next) => set({ content: next }),
    append: (more) => set({ content: shown.content + more }),
    getTitle: () => shown.title,
    setTitle: (title) => set({ title }),
    getWidth: () => shown.width ?? 0,
    setWidth: (width) => set({ width }),
    getHeight: () => shown.height ?? 0,
    setHeight: (height) => set({ height }),
    addMetaTag: () => output,
    setSandboxMode: () => output,
    setXFrameOptionsMode: () => output,
  });
  return kit.outputs.keep(output, () => shown);
}
