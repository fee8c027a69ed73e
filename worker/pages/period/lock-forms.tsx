/** Locking a period, and unlocking it with a reason; who may neither sees neither. */
import type { Period } from '../../../shared/periods.ts';
import { periodAddress } from '../addresses.ts';
import { FormProblem } from '../form-problem.tsx';
import { LOCK_WORDS, listed } from '../words.ts';

/** A form that could not be carried out: why, and what had been typed. */
export interface LockFormState {
  readonly problem: string;
  readonly reason: string;
}

interface LockProps {
  readonly period: Period;
  /** The period's name. */
  readonly name: string;
  readonly isLocked: boolean;
  /** The names of the units whose report is not accepted. */
  readonly unaccepted: readonly string[];
  readonly mayLock: boolean;
  readonly mayUnlock: boolean;
  readonly form: LockFormState | null;
}

export function LockForms(props: LockProps) {
  const { isLocked, mayLock, mayUnlock } = props;
  if (isLocked ? !mayUnlock : !mayLock) return null;
  const words = isLocked ? LOCK_WORDS.unlock : LOCK_WORDS.lock;
  return (
    <section aria-labelledby="lock">
      <h2 id="lock">{words.title}</h2>
      <FormProblem problem={props.form?.problem ?? null} />
      <p>{isLocked ? LOCK_WORDS.unlock.what : LOCK_WORDS.lock.what}</p>
      {!isLocked && props.unaccepted.length > 0 ? (
        <p class="notice">{LOCK_WORDS.lock.unaccepted(listed(props.unaccepted))}</p>
      ) : null}
      <form class="stacked" method="post" action={`${periodAddress(props.period)}/${isLocked ? 'unlock' : 'lock'}`}>
        <label>
          <span>{words.reason}</span>
          <input
            name="reason"
            value={props.form?.reason ?? ''}
            maxlength={500}
            required={isLocked}
            autocomplete="off"
          />
        </label>
        <button type="submit">{words.button(props.name)}</button>
      </form>
    </section>
  );
}
