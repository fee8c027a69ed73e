/** The input's name, and behind "(?)" its exact definition. */
import { useState } from 'preact/hooks';
import type { AuditFinding } from '../../../shared/audit.ts';
import { isDue, type Plan } from '../../../shared/plan.ts';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { Sign } from '../../page/sign.tsx';
import type { Selection } from '../../rpc.ts';
import { FIELD_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { HELP_ID } from './focus.ts';

interface HelpProps {
  readonly store: AppProps['store'];
  readonly cell: Selection;
  readonly input: InputDefinition;
}

export function Help({ store, cell, input }: HelpProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="label-line">
        <label class="label" id="label" for="field">
          {input.label}
        </label>
        <button
          id={HELP_ID}
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
        {definitionOf(store.plan, store.parts.audit.value, cell, input).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
}

function definitionOf(
  plan: Plan,
  audit: readonly AuditFinding[],
  cell: Selection,
  input: InputDefinition,
): readonly string[] {
  const whole = input.partOf === undefined ? undefined : plan.inputById.get(input.partOf);
  const text = plan.resolution.targets.find((one) => one.number === input.target)?.source.text;
  const due = isDue(plan, input, cell.period) ? FIELD_WORDS.due[input.due] : FIELD_WORDS.notDue;
  return [
    input.kind === 'flag'
      ? FIELD_WORDS.kinds.flag
      : `${FIELD_WORDS.kinds[input.kind]} ${FIELD_WORDS.decimals(input.decimals)}`,
    ...(whole === undefined ? [] : [FIELD_WORDS.partOf(whole.label)]),
    due,
    ...(text === undefined ? [] : [FIELD_WORDS.resolution(text)]),
    ...audit.flatMap((finding) => (finding.target === input.target ? FIELD_WORDS.audit(finding.message) : [])),
  ];
}
