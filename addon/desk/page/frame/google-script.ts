/**
 * The stand-in for `google.script` inside a sidebar's or dialog's frame, put in front of its page: server calls as
 * messages, and the switch that cuts the frame off the network.
 */

import { type FromFrame, isFrameMessage, type ToFrame } from './frame-messages.ts';
import { installNetworkSwitch } from './network-switch.ts';

interface Handlers {
  readonly success?: (value: unknown, userObject?: unknown) => void;
  readonly failure?: (error: Error, userObject?: unknown) => void;
  readonly userObject?: unknown;
}

const waiting = new Map<number, Handlers>();
let lastCall = 0;
const setNetwork = installNetworkSwitch();

function tell(message: FromFrame): void {
  parent.postMessage(message, location.origin);
}

function call(functionName: string, args: readonly unknown[], handlers: Handlers): void {
  lastCall += 1;
  try {
    tell({ desk: 'call', id: lastCall, functionName, args });
  } catch {
    throw new TypeError(`Failed due to illegal value in an argument of ${functionName}.`);
  }
  waiting.set(lastCall, handlers);
}

/** Each `with…` gives a new runner; every other name is a function of the script. */
function runner(handlers: Handlers): object {
  const own: Record<string, unknown> = {
    withSuccessHandler: (success: NonNullable<Handlers['success']>) => runner({ ...handlers, success }),
    withFailureHandler: (failure: NonNullable<Handlers['failure']>) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
    // A runner must not be taken for a promise.
    // biome-ignore lint/suspicious/noThenProperty: it is set to undefined so that `await` does not call a script function named "then"
    then: undefined,
  };
  return new Proxy(own, {
    get: (target, name) => {
      if (typeof name === 'symbol' || Object.hasOwn(target, name)) return Reflect.get(target, name);
      return (...args: unknown[]) => call(name, args, handlers);
    },
  });
}

function settle(message: Extract<ToFrame, { desk: 'result' }>): void {
  const handlers = waiting.get(message.id);
  waiting.delete(message.id);
  if (handlers === undefined) return;
  const { success, failure, userObject } = handlers;
  if (message.ok) success?.(message.value, userObject);
  else if (failure === undefined) console.error('Uncaught', message.name, message.message);
  else failure(Object.assign(new Error(message.message), { name: message.name }), userObject);
}

addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
  if (origin !== location.origin || source !== parent || !isFrameMessage(data)) return;
  if (data.desk === 'result') settle(data);
  else if (data.desk === 'network') setNetwork(data.on);
});

Object.defineProperty(window, 'google', {
  value: {
    script: {
      run: runner({}),
      host: {
        close: () => tell({ desk: 'close' }),
        setHeight: (height: number) => tell({ desk: 'size', width: null, height }),
        setWidth: (width: number) => tell({ desk: 'size', width, height: null }),
        editor: { focus: () => tell({ desk: 'focus-editor' }) },
        origin: location.origin,
      },
      url: {
        getLocation: (give: (where: object) => void) =>
          queueMicrotask(() => give({ hash: '', parameter: {}, parameters: {} })),
      },
    },
  },
});
