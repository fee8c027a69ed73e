/** The built dialog in a browser, the script's part played by the test. */
import type { Browser, Page } from 'playwright-core';
import { builtFiles } from '../../addon/built-addon.test-support.ts';
import type { LinkAnswer, LinkOpening, LinkRequest } from '../../addon/link-rpc.ts';
import { openScriptPage, type ScriptAnswer } from './script-page.ts';

export interface ScriptedLink {
  readonly opening: LinkOpening | Error;
  readonly answer?: LinkAnswer | Error;
  readonly width?: number;
  readonly height?: number;
}

export interface LinkPage {
  readonly page: Page;
  /** The calls so far but `linkOpen`, with what was asked. */
  readonly calls: readonly { readonly name: string; readonly request: LinkRequest | undefined }[];
  close(): Promise<void>;
}

export async function openLinkPage(browser: Browser, scripted: ScriptedLink): Promise<LinkPage> {
  const { link } = await builtFiles();
  const calls: { name: string; request: LinkRequest | undefined }[] = [];
  const answered = (value: unknown): ScriptAnswer =>
    value instanceof Error ? { ok: false, message: value.message } : { ok: true, value };
  const page = await openScriptPage(browser, {
    html: link,
    width: scripted.width ?? 900,
    height: scripted.height ?? 600,
    call: async (name, args) => {
      if (name === 'linkOpen') return answered(scripted.opening);
      calls.push({ name, request: args[0] as LinkRequest | undefined });
      return answered(scripted.answer ?? { ok: true, message: 'Đã liên kết.' });
    },
  });
  return { page, calls, close: () => page.context().close() };
}
