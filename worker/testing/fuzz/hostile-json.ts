/** Bodies that are nearly right, and bodies that are nothing of the kind. */

import { inputsOf } from '../../../shared/plan.ts';
import type { Chance } from '../../../test/oracle/random.ts';
import { fullValues, plan } from '../client.ts';
import { hostileText } from './hostile-text.ts';

const KEYS = ['__proto__', 'constructor', 'toString', '', 'values', 'a'.repeat(300), '\u0000', '<b>'] as const;

/** Any JSON value, mostly small. */
export function anyJson(chance: Chance, depth = 3): unknown {
  const simple = (): unknown =>
    chance.pick([null, true, false, 0, -0, -1, 1.5, 1e308, 5e-324, '', 'na', [], {}, hostileText(chance, 60, true)]);
  if (depth === 0 || chance.oneIn(2)) return simple();
  const many = chance.below(4);
  if (chance.oneIn(2)) return Array.from({ length: many }, () => anyJson(chance, depth - 1));
  return Object.fromEntries(
    Array.from({ length: many }, () => [
      chance.oneIn(2) ? chance.pick(KEYS) : hostileText(chance, 20),
      anyJson(chance, depth - 1),
    ]),
  );
}

/** A report's body, sound or with something wrong in it; deep and long ones among them. */
export function hostileReport(chance: Chance, unit: string): string {
  const inputs = inputsOf(plan, unit).map(({ id }) => id);
  const [first = 'none', ...others] = inputs;
  const input = () => (chance.oneIn(6) ? hostileText(chance, 40) : chance.pick([first, ...others]));
  const body: Record<string, unknown> = {
    state: chance.pick(['draft', 'draft', 'submitted']),
    sheet: chance.oneIn(4) ? hostileText(chance, 220) : `sheet-${unit}`,
    values: {
      ...(chance.oneIn(2) ? fullValues(unit) : {}),
      ...(chance.oneIn(2) ? { [input()]: anyJson(chance) } : {}),
    },
    reasons: chance.oneIn(2) ? { [input()]: hostileText(chance, 520) } : {},
  };
  if (chance.oneIn(4)) body.via = chance.pick(['person', 'trigger', 'sweep', 'x']);
  if (chance.oneIn(6)) body.editors = [hostileText(chance, 330)];
  if (chance.oneIn(6)) body.sources = { [input()]: chance.pick(['formula', 'x']) };
  if (chance.oneIn(12)) body[chance.pick(KEYS)] = anyJson(chance);
  if (chance.oneIn(12)) body[chance.pick(['values', 'reasons', 'sources', 'sheet'])] = chance.pick([[], [1], {}, null]);
  const text = JSON.stringify(body);
  if (chance.oneIn(20)) return text.replace('"values":{', `"values":{"${first}":${deep(chance)},`);
  return chance.oneIn(20) ? damaged(chance, text) : text;
}

/** As deep as a body can be. */
function deep(chance: Chance): string {
  const depth = chance.pick([10, 1000, 20_000, 60_000]);
  if (chance.oneIn(2)) return `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const braces = depth / 4;
  return `${'{"a":'.repeat(braces)}1${'}'.repeat(braces)}`;
}

/** Cut, doubled, or with one sign that is another. */
export function damaged(chance: Chance, text: string): string {
  const at = chance.below(text.length + 1);
  const sign = chance.pick(['', '"', '\\', '}', '\u0000', '9', '\ufeff', ',', '\n']);
  return chance.pick([text.slice(0, at), text + text, text.slice(0, at) + sign + text.slice(at + 1), sign + text]);
}
