/** The part of `google.script` that the add-in's pages use. Source: developers.google.com/apps-script/guides/html/reference/run */

/** Calls of the script's functions, answering through the handlers. */
export interface ScriptRunner {
  withSuccessHandler(handler: (answer: never) => void): ScriptRunner;
  withFailureHandler(handler: (error: unknown) => void): ScriptRunner;
  [name: string]: (...args: never[]) => unknown;
}

declare global {
  const google: {
    readonly script: {
      readonly run: ScriptRunner;
      readonly host: { close(): void; readonly editor: { focus(): void } };
    };
  };
}
