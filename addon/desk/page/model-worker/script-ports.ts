/** The stand-in's ports at the desk: the server's relay for UrlFetchApp, its identity tokens, and questions to the person. */

import * as v from 'valibot';
import type { RelayAnswer } from '../../server/wire.ts';
import type { ButtonName, FetchAnswer, FetchRequest, Question, ScriptPorts } from '../../stand-in/ports.ts';
import { compileInWorker } from '../../stand-in/worker-evaluate.ts';
import type { FromWorker } from '../protocol.ts';
import { createIdentityTokens } from './identity-tokens.ts';
import { syncRequest } from './sync-request.ts';

const Answer = v.object({ button: v.picklist(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']), text: v.string() });

const Relayed: v.GenericSchema<unknown, RelayAnswer> = v.union([
  v.object({
    ok: v.literal(true),
    status: v.number(),
    headers: v.record(v.string(), v.string()),
    body: v.string(),
  }),
  v.object({ ok: v.literal(false), reason: v.picklist(['unreachable', 'timeout', 'not-allowed']) }),
]);

export interface PortOptions {
  readonly unit: string;
  readonly tell: (message: FromWorker) => void;
  readonly networkIsOn: () => boolean;
}

export function createScriptPorts({ unit, tell, networkIsOn }: PortOptions): ScriptPorts {
  return {
    compile: compileInWorker,
    now: Date.now,
    identityToken: createIdentityTokens(unit),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    fetch: (request) =>
      networkIsOn() ? relayed(request) : { kind: 'unreachable', detail: 'the network is switched off' },
    log: (line) => console.info(line),
    ui: {
      sidebar: (shown) => tell({ kind: 'sidebar', shown }),
      dialog: (shown) => tell({ kind: 'dialog', shown }),
      toast: (text) => tell({ kind: 'toast', text }),
      alert: (question) => ask(question, false, tell).button,
      prompt: (question) => ask(question, true, tell),
    },
  };
}

function relayed({ url, method, headers, body }: FetchRequest): FetchAnswer {
  const answer = syncRequest('/fetch', { url, method, headers, payload: body });
  if (!answer.ok) return { kind: 'unreachable', detail: 'the desk is not running' };
  const relay = v.parse(Relayed, JSON.parse(answer.text));
  if (relay.ok) return { kind: 'response', status: relay.status, headers: relay.headers, body: relay.body };
  return relay.reason === 'timeout' ? { kind: 'timeout' } : { kind: 'unreachable', detail: relay.reason };
}

/** The run stands still until the person has answered: the page shows the question, the server hands the answer over. */
function ask(question: Question, prompt: boolean, tell: PortOptions['tell']): { button: ButtonName; text: string } {
  const id = crypto.randomUUID();
  const { text, buttons } = question;
  tell({ kind: 'ask', question: { id, title: question.title ?? '', text, buttons, prompt } });
  const answer = syncRequest(`/answers/${id}`);
  if (!answer.ok || answer.status !== 200) return { button: 'CLOSE', text: '' };
  return v.parse(Answer, JSON.parse(answer.text));
}
