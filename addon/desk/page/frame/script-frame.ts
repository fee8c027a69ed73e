/** A frame that shows a page of the script: loads it from the desk's server and carries its calls. */

import * as v from 'valibot';
import type { RunOutcome } from '../../stand-in/host.ts';
import { postJson } from '../requests.ts';
import { isFrameMessage, type ToFrame } from './frame-messages.ts';
import { drawDelays, type Latency } from './latency.ts';

export interface ScriptFrameOptions {
  readonly title: string;
  readonly html: string;
  readonly latency: Latency;
  readonly networkIsOn: () => boolean;
  readonly run: (functionName: string, args: readonly unknown[]) => Promise<RunOutcome>;
  readonly onClose: () => void;
  readonly onFocusEditor: () => void;
  readonly onSize?: (width: number | null, height: number | null) => void;
}

export interface ScriptFrame {
  readonly element: HTMLIFrameElement;
  setNetwork(on: boolean): void;
  remove(): void;
}

const Shown = v.object({ path: v.string() });

/** Stores the page with the server and points a new frame at it. */
export async function createScriptFrame(options: ScriptFrameOptions): Promise<ScriptFrame> {
  const { path } = v.parse(Shown, await postJson('/html', { html: options.html }));
  const element = document.createElement('iframe');
  element.title = options.title;
  element.allow = 'clipboard-write';
  element.src = path;

  function tell(message: ToFrame): void {
    element.contentWindow?.postMessage(message, location.origin);
  }

  async function call(id: number, functionName: string, args: readonly unknown[]): Promise<void> {
    const [there, back] = drawDelays(options.latency, Math.random);
    await delay(there);
    const outcome = await options.run(functionName, args);
    await delay(back);
    if (outcome.ok) tell({ desk: 'result', id, ok: true, value: outcome.value });
    else tell({ desk: 'result', id, ok: false, name: outcome.error.name, message: outcome.error.message });
  }

  function listen({ data, origin, source }: MessageEvent<unknown>): void {
    if (origin !== location.origin || source !== element.contentWindow || !isFrameMessage(data)) return;
    if (data.desk === 'call') void call(data.id, data.functionName, data.args);
    else if (data.desk === 'close') options.onClose();
    else if (data.desk === 'focus-editor') options.onFocusEditor();
    else if (data.desk === 'size') options.onSize?.(data.width, data.height);
  }

  addEventListener('message', listen);
  element.addEventListener('load', () => tell({ desk: 'network', on: options.networkIsOn() }));
  return {
    element,
    setNetwork: (on) => tell({ desk: 'network', on }),
    remove() {
      removeEventListener('message', listen);
      element.remove();
    },
  };
}

function delay(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
