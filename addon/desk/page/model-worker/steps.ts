/** Turns the model's versions into numbered steps for the server, each the difference to the one before. */

import { diffJson, type Json } from '../../server/json-delta.ts';
import type { Step } from '../../server/wire.ts';
import type { WorkbookModel } from '../../stand-in/workbook-model.ts';

export interface StepMaker {
  /** The step since the last one; null: nothing changed that is kept. */
  next(): Step | null;
  /** The whole workbook, numbered at least `sequence` and above every step made so far; the next ones count from there. */
  whole(sequence: number): { readonly sequence: number; readonly state: Json };
}

export function createStepMaker(model: WorkbookModel, stored: Json, storedSequence: number): StepMaker {
  let last = stored;
  let sequence = storedSequence;
  let version: number | null = null;

  return {
    next() {
      if (model.version === version) return null;
      version = model.version;
      const now = asJson(model);
      const changes = diffJson(last, now);
      last = now;
      if (changes.length === 0) return null;
      sequence += 1;
      return { sequence, changes };
    },
    whole(at) {
      sequence = Math.max(at, sequence + 1);
      last = asJson(model);
      version = model.version;
      return { sequence, state: last };
    },
  };
}

/** Through text: the model's JSON has optional keys, and what is undefined must not count as a difference. */
function asJson(model: WorkbookModel): Json {
  const json: Json = JSON.parse(JSON.stringify(model.toJSON()));
  return json;
}
