/** The head of the paper by the rule of its kind, its place and date, its title. */
import { localTime } from '../../../shared/dates.ts';
import type { HeadSetting } from '../../../shared/service-wire.ts';
import { PAPER_WORDS } from '../words.ts';

interface HeadProps {
  readonly head: HeadSetting;
  readonly subject: string;
  readonly now: string;
}

export function PaperHead({ head, subject, now }: HeadProps) {
  const { motto, rule } = PAPER_WORDS.heads[head.kind];
  return (
    <>
      <div class="paper-head">
        <div>
          {head.parent === '' ? null : <p class="paper-parent">{head.parent}</p>}
          <p class="paper-body">{head.body}</p>
          <p>{rule}</p>
          <p>{PAPER_WORDS.number}</p>
        </div>
        <div>
          {motto.map((line) => (
            <p key={line} class="paper-motto">
              {line}
            </p>
          ))}
          <p class="paper-date">{PAPER_WORDS.placeAndDate(head.place, ...dayOf(now))}</p>
        </div>
      </div>
      <h1>
        {PAPER_WORDS.title}
        <span>{subject}</span>
      </h1>
    </>
  );
}

/** Day and month with two digits, as the rule has it. */
function dayOf(iso: string): [string, string, string] {
  const [day = '', month = '', year = ''] = localTime(iso)?.date.split('/') ?? [];
  return [day, month, year];
}
