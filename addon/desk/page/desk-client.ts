/** The page's end of the worker: calls that are answered, and what the worker tells by itself. */

import type { Json } from '../server/json-delta.ts';
import type { RunOutcome } from '../stand-in/host.ts';
import type { PersonOutcome } from '../stand-in/model/types.ts';
import type { FromWorker, PersonAct, StartMessage, ToWorker } from './protocol.ts';

type Told = Exclude<FromWorker, { kind: 'acted' | 'ran' | 'whole' }>;

export interface DeskClient {
  tell(message: Extract<ToWorker, { kind: 'select' | 'results' | 'network' }>): void;
  act(act: PersonAct): Promise<PersonOutcome>;
  run(functionName: string, args: readonly unknown[], via: 'sidebar' | 'menu'): Promise<RunOutcome>;
  whole(sequence: number): Promise<{ readonly sequence: number; readonly state: Json }>;
  /** Acts and runs that are not answered yet. */
  readonly pending: () => number;
}

/** Starts the worker with the workbook; `onTold` gets everything that answers no call, in order. */
export function startDeskClient(start: StartMessage, onTold: (message: Told) => void): DeskClient {
  const worker = new Worker(new URL('./model-worker/main.ts', import.meta.url), { type: 'module', name: 'workbook' });
  const waiting = new Map<number, (message: FromWorker) => void>();
  let last = 0;

  function ask<K extends 'acted' | 'ran' | 'whole'>(
    kind: K,
    message: (id: number) => ToWorker,
  ): Promise<Extract<FromWorker, { kind: K }>> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, (answer) => {
        if (isKind(answer, kind)) resolve(answer);
      });
      worker.postMessage(message(id));
    });
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind !== 'acted' && data.kind !== 'ran' && data.kind !== 'whole') return onTold(data);
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => onTold({ kind: 'failed', functionName: '', message }));
  worker.postMessage(start satisfies ToWorker);

  return {
    tell: (message) => worker.postMessage(message),
    act: async (act) => (await ask('acted', (id) => ({ kind: 'act', id, act }))).outcome,
    run: async (functionName, args, via) =>
      (await ask('ran', (id) => ({ kind: 'run', id, functionName, args, via }))).outcome,
    whole: async (sequence) => (await ask('whole', (id) => ({ kind: 'whole', id, sequence }))).whole,
    pending: () => waiting.size,
  };
}

function isKind<K extends FromWorker['kind']>(
  message: FromWorker,
  kind: K,
): message is Extract<FromWorker, { kind: K }> {
  return message.kind === kind;
}
