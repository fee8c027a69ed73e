/** The input's name, and behind "(?)" its exact definition. */
import { useState } from 'preact/hooks';
import { isDue, type Plan } from '../../../shared/plan.ts';
import { chiengMungAudit } from '../../../shared/resolution/chieng-mung-audit.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { Selection } from '../../rpc.ts';
import { FIELD_WORDS } from '../words.ts';
import { Sign } from './sign.tsx';

interface HelpProps {
  readonly plan: Plan;
  readonly cell: Selection;
  readonly input: InputDefinition;
}

export function Help({ plan, cell, input }: HelpProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="label-line">
        <label class="label" id="label" for="field">
          {input.label}
        </label>
        <button
          type="button"
          class="icon"
          aria-label={FIELD_WORDS.help}
          aria-expanded={open}
          aria-controls="definition"
          onClick={() => setOpen(!open)}
        >
          <Sign name="question" size={16} />
        </button>
      </div>
      <div id="definition" class="definition" hidden={!open}>
        {definitionOf(plan, cell, input).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}

function definitionOf(plan: Plan, cell: Selection, input: InputDefinition): readonly string[] {
  const whole = input.partOf === undefined ? undefined : plan.inputById.get(input.partOf);
  const target = plan.resolution.targets.find((one) => one.number === input.target);
  const due = isDue(plan, input, cell.period) ? FIELD_WORDS.due[input.due] : FIELD_WORDS.notDue;
  return [
    input.kind === 'flag'
      ? FIELD_WORDS.kinds.flag
      : `${FIELD_WORDS.kinds[input.kind]} ${FIELD_WORDS.decimals(input.decimals)}`,
    ...(whole === undefined ? [] : [FIELD_WORDS.partOf(whole.label)]),
    due,
    ...(target?.source.text === undefined ? [] : [FIELD_WORDS.resolution(target.source.text)]),
    ...chiengMungAudit().flatMap((finding) =>
      finding.target === input.target ? FIELD_WORDS.audit(finding.message) : [],
    ),
  ];
}
