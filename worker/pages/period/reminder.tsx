/** The reminder to copy: in a field, so that it can be selected by hand too; the button is there where a script can copy. */
import type { Plan } from '../../../shared/plan.ts';
import type { Summary } from '../../../shared/wire.ts';
import type { Standing } from '../period.tsx';
import { REMINDER_WORDS } from '../words.ts';
import { reminderText } from './reminder-text.ts';

interface ReminderProps {
  readonly plan: Plan;
  readonly summary: Summary;
  readonly standings: readonly Standing[];
}

export function Reminder({ plan, summary, standings }: ReminderProps) {
  const text = reminderText(plan, summary, standings);
  return (
    <section aria-labelledby="reminder" data-live="reminder">
      <h2 id="reminder">{REMINDER_WORDS.title}</h2>
      {text === null ? (
        <p>{REMINDER_WORDS.nobody}</p>
      ) : (
        <>
          <p class="muted">{REMINDER_WORDS.hint}</p>
          <textarea id="reminder-text" aria-labelledby="reminder" readonly rows={text.split('\n').length + 1}>
            {text}
          </textarea>
          <p>
            <button class="quiet with-script" type="button" data-copy="reminder-text">
              {REMINDER_WORDS.copy}
            </button>{' '}
            <span role="status" />
          </p>
        </>
      )}
    </section>
  );
}
