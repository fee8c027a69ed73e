/** What a revision changed, line by line: numbers from and to, findings that came or went, reasons. */
import type { Plan } from '../../../shared/plan.ts';
import type { Finding } from '../../../shared/wire.ts';
import { Arrow } from '../arrow.tsx';
import { ChangeOf, inputName } from '../report/change.tsx';
import { Said } from '../report/said.tsx';
import { FindingLine } from '../report/severity.tsx';
import { HISTORY_WORDS } from '../words.ts';
import { changesIn, type HistoryStep } from './step.ts';

export function StepBody({ plan, step }: { readonly plan: Plan; readonly step: HistoryStep }) {
  const { values, reasons, came, went } = changesIn(plan, step);
  return (
    <>
      {step.revision.reason === null ? null : (
        <blockquote class="return-reason">
          <Said text={step.revision.reason} />
        </blockquote>
      )}
      {values.length + reasons.length === 0 ? <p class="muted">{HISTORY_WORDS.unchanged}</p> : null}
      {values.length === 0 ? null : (
        <>
          <p class="step-head">{HISTORY_WORDS.values}</p>
          <ul class="step-values">
            {values.map(({ input, from, to }) => (
              <li key={input}>
                {inputName(plan, input)}: <ChangeOf plan={plan} input={input} from={from} to={to} />
              </li>
            ))}
          </ul>
        </>
      )}
      {reasons.length === 0 ? null : (
        <>
          <p class="step-head">{HISTORY_WORDS.reasons}</p>
          <ul>
            {reasons.map(({ input, from, to }) => (
              <li key={input}>
                {inputName(plan, input)}: <ReasonText text={from} /> <Arrow /> <ReasonText text={to} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Matters head={HISTORY_WORDS.came} findings={came} />
      <Matters head={HISTORY_WORDS.went} findings={went} />
    </>
  );
}

function ReasonText({ text }: { readonly text: string | null }) {
  return text === null ? <span class="muted">{HISTORY_WORDS.noReason}</span> : <Said text={text} />;
}

function Matters({ head, findings }: { readonly head: string; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <p class="step-head">{head}</p>
      <ul class="findings">
        {findings.map((finding) => (
          <FindingLine key={`${finding.code} ${finding.input}`} finding={finding} unexplained={false} />
        ))}
      </ul>
    </>
  );
}
