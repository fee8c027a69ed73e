/** A page of the add-in in a browser, its calls of the script answered by the test: without the desk's grid around it. */
import type { Browser, Page } from 'playwright-core';

export type ScriptAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

interface ScriptPageOptions {
  /** The built page. */
  readonly html: string;
  readonly width: number;
  readonly height: number;
  /** Answers a call of `google.script.run`. */
  readonly call: (name: string, args: unknown[]) => Promise<ScriptAnswer>;
  /** What the Worker answers when it is asked for a period's summary; without it the Worker cannot be reached. */
  readonly summary?: ((period: string) => object) | undefined;
}

const ADDRESS = 'https://page.example/';

/** Opens it in a context of its own, which is closed with the page's. Nothing else of the network can be reached. */
export async function openScriptPage(browser: Browser, options: ScriptPageOptions): Promise<Page> {
  const { html, width, height, call, summary } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN' });
  const page = await context.newPage();
  await page.exposeFunction('callScript', call);
  await page.addInitScript(standInForGoogle);
  await context.route('**/*', (route) => {
    const { href, pathname, searchParams } = new URL(route.request().url());
    if (href === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (summary === undefined || pathname !== '/api/summary') return route.abort();
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    return route.fulfill({ headers, json: summary(searchParams.get('period') ?? '') });
  });
  await page.goto(ADDRESS);
  return page;
}

/** Runs in the page, before anything of it. */
function standInForGoogle(): void {
  type Handler = (value: unknown) => void;
  type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
  const callScript = (name: string, args: unknown[]): Promise<Answer> => Reflect.get(window, 'callScript')(name, args);
  const runner = (success?: Handler, failure?: Handler): object =>
    new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failure);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(success, handler);
          return (...args: unknown[]) =>
            void callScript(String(name), args).then((answer) =>
              answer.ok ? success?.(answer.value) : failure?.(new Error(answer.message)),
            );
        },
      },
    );
  const run = runner();
  Object.assign(window, { google: { script: { run, host: { editor: { focus: () => {} }, close: () => {} } } } });
}
