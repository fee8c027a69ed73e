/** What the formulas of the tab "Kết quả" ask before they compute. */
import type { Plan } from '../../shared/plan.ts';
import type { InputDefinition } from '../../shared/resolution/schema.ts';

/** The pairs of a part and its whole that make one of the inputs invalid where the part is greater. */
export function contradictionsOf(
  plan: Plan,
  inputs: readonly string[],
): [part: InputDefinition, whole: InputDefinition][] {
  return plan.inputs.flatMap((part): [InputDefinition, InputDefinition][] => {
    const whole = part.partOf === undefined ? undefined : plan.inputById.get(part.partOf);
    if (whole === undefined || part.kind === 'flag' || !(inputs.includes(part.id) || inputs.includes(whole.id)))
      return [];
    return [[part, whole]];
  });
}

/** Texts are never compared: to a spreadsheet a text is above every number. */
export function exceeds(part: string, whole: string): string {
  return `IF(AND(ISNUMBER(${part});ISNUMBER(${whole}));${part}>${whole};FALSE)`;
}

/** By its length: to some engines a zero equals the empty text. */
export function isEmpty(cell: string): string {
  return `LEN(${cell})=0`;
}

export function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `OR(${conditions.join(';')})`;
}
