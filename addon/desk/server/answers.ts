/**
 * Answers on their way from the page to the script: `Browser.alert` and its like block a run until the person has
 * answered, and the worker that runs it can only block on a request.
 */

import type { ServerResponse } from 'node:http';
import { sendJson } from './http.ts';
import type { ScriptAnswer } from './wire.ts';

/** A dialog left open: the run goes on as if it had been closed. Apps Script's own limit of a run is six minutes. */
const PATIENCE = 6 * 60_000;

const CLOSED: ScriptAnswer = { button: 'CLOSE', text: '' };

export interface Answers {
  /** Answers this response when the answer to question `id` is there. */
  wait(id: string, response: ServerResponse): void;
  give(id: string, answer: ScriptAnswer): void;
  /** Ends all waiting. */
  close(): void;
}

export function createAnswers(): Answers {
  const waiting = new Map<string, (answer: ScriptAnswer) => void>();
  const early = new Map<string, ScriptAnswer>();
  return {
    wait(id, response) {
      const given = early.get(id);
      early.delete(id);
      if (given !== undefined) return sendJson(response, 200, given);
      const timer = setTimeout(() => waiting.get(id)?.(CLOSED), PATIENCE);
      const forget = () => {
        clearTimeout(timer);
        waiting.delete(id);
      };
      response.once('close', forget);
      waiting.set(id, (answer) => {
        forget();
        sendJson(response, 200, answer);
      });
    },
    give(id, answer) {
      const resolve = waiting.get(id);
      if (resolve !== undefined) resolve(answer);
      // The person was quicker than the worker's request; only a few can be.
      else if (early.size < 20) early.set(id, answer);
    },
    close() {
      for (const resolve of [...waiting.values()]) resolve(CLOSED);
    },
  };
}
