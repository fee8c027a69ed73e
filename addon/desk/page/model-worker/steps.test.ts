import { describe, expect, it } from 'vitest';
import { applyChanges, type Json } from '../../server/json-delta.ts';
import { personAt } from '../../stand-in/person.ts';
import { createWorkbook } from '../../stand-in/workbook-model.ts';
import { createStepMaker } from './steps.ts';

function open() {
  const model = createWorkbook({ id: 'book', name: 'Sổ', owner: 'a@demo.test', sheets: [{ name: 'Năm 2026' }] });
  const sheetId = model.sheets[0]!.id;
  const person = personAt(model, { email: 'a@demo.test' });
  const type = (row: number, typed: string) => person.edit(sheetId, { row, column: 4 }, typed);
  const json = (): Json => JSON.parse(JSON.stringify(model.toJSON()));
  return { model, type, json };
}

describe('the steps that are kept', () => {
  it('rebuild the workbook from nothing, one after the other', () => {
    const { model, type, json } = open();
    const steps = createStepMaker(model, null, 0);
    let stored: Json = null;
    for (const typed of ['41,5', '1.180', '', "'x"]) {
      type(3, typed);
      const step = steps.next();
      const applied = applyChanges(stored, step?.changes ?? []);
      if (!applied.ok) throw new Error('a step does not fit');
      stored = applied.value;
    }
    expect(stored).toEqual(json());
  });

  it('are numbered on from what is stored, and small for one cell', () => {
    const { model, type, json } = open();
    type(3, '1');
    const steps = createStepMaker(model, json(), 17);
    type(4, '38');
    const step = steps.next();
    expect(step?.sequence).toBe(18);
    expect(JSON.stringify(step).length).toBeLessThan(3000);
  });

  it('are none where nothing changed', () => {
    const { model, json } = open();
    const steps = createStepMaker(model, json(), 4);
    expect(steps.next()).toBeNull();
    expect(steps.next()).toBeNull();
  });

  it('go on above a whole workbook that was sent between', () => {
    const { model, type, json } = open();
    const steps = createStepMaker(model, json(), 4);
    type(3, '1');
    expect(steps.next()?.sequence).toBe(5);
    type(3, '2');
    expect(steps.whole(3)).toEqual({ sequence: 6, state: json() });
    expect(steps.next()).toBeNull();
    type(3, '3');
    expect(steps.next()?.sequence).toBe(7);
    expect(steps.whole(40).sequence).toBe(40);
  });
});
