/** The part of `google.script` that a sidebar of Google Sheets has. Source: developers.google.com/apps-script/guides/html/reference/run */
import type { SidebarServer } from '../rpc.ts';

/** The script's functions, answering through the handlers. */
export type Calls = { readonly [K in keyof SidebarServer]: (...args: Parameters<SidebarServer[K]>) => void };

export interface ScriptRunner extends Calls {
  withSuccessHandler(handler: (answer: never) => void): ScriptRunner;
  withFailureHandler(handler: (error: unknown) => void): ScriptRunner;
}

declare global {
  const google: {
    readonly script: {
      readonly run: ScriptRunner;
      readonly host: { readonly editor: { focus(): void } };
    };
  };
}
