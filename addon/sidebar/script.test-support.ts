/** A script whose answers come when the test says, in the order it says. */

import type { ScriptTrouble } from '../page/script-calls.ts';
import type { SidebarServer } from '../rpc.ts';
import type { Ask, Outcome } from './script.ts';

type Name = keyof SidebarServer;

interface Call<K extends Name> {
  readonly name: K;
  readonly args: Parameters<SidebarServer[K]>;
  readonly answer: (answer: ReturnType<SidebarServer[K]>) => Promise<void>;
  readonly fail: (trouble?: ScriptTrouble) => Promise<void>;
}

export interface ScriptedScript {
  readonly ask: Ask;
  /** The names of all calls so far, in the order in which they left. */
  readonly names: Name[];
  /** The open calls of one name, oldest first. */
  of<K extends Name>(name: K): Call<K>[];
}

export function scriptedScript(): ScriptedScript {
  const names: Name[] = [];
  const open: { [K in Name]: Call<K>[] } = {
    sidebarOpen: [],
    sidebarPulse: [],
    sidebarGlance: [],
    sidebarCommit: [],
    sidebarKeep: [],
    sidebarConfirm: [],
    sidebarUndo: [],
    sidebarReason: [],
    sidebarSubmit: [],
    sidebarJump: [],
    sidebarToken: [],
    sidebarSetUp: [],
    sidebarSettle: [],
    sidebarLedgerSeen: [],
    sidebarDisplaced: [],
    sidebarRebind: [],
  };
  return {
    names,
    of: (name) => open[name],
    ask: (name, ...args) => {
      names.push(name);
      return new Promise((resolve) => {
        const list = open[name];
        const settle = async (outcome: Outcome<ReturnType<SidebarServer[typeof name]>>): Promise<void> => {
          list.splice(list.indexOf(call), 1);
          resolve(outcome);
          // What follows the answer runs in microtasks; a few turns let it come to rest.
          for (let turn = 0; turn < 10; turn++) await Promise.resolve();
        };
        const call: Call<typeof name> = {
          name,
          args,
          answer: (answer) => settle({ ok: true, answer }),
          fail: (trouble = { kind: 'failed', message: 'hỏng' }) => settle({ ok: false, trouble }),
        };
        list.push(call);
      });
    },
  };
}
