/** Who sent which number of a target in the period, down to the revision and the person. */
import type { Period } from '../../../shared/periods.ts';
import { type Plan, unitName } from '../../../shared/plan.ts';
import type { Value } from '../../../shared/values.ts';
import type { ReportState } from '../../../shared/wire.ts';
import { STATE_WORDS } from '../../../shared/words.ts';
import { reportAddress } from '../addresses.ts';
import { ChangeOf, inputName } from '../report/change.tsx';
import { momentText } from '../times.ts';
import { TARGET_WORDS } from '../words.ts';

/** What one revision of a unit's report changed of a target's inputs. */
export interface FigureChange {
  readonly unit: string;
  readonly period: Period;
  readonly revision: number;
  readonly state: ReportState;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** The e-mail address under which it was sent. */
  readonly by: string;
  readonly changes: readonly { readonly input: string; readonly from: Value; readonly to: Value }[];
}

interface ChangesProps {
  readonly plan: Plan;
  readonly changes: readonly FigureChange[];
  readonly ownOnly: boolean;
  readonly now: string;
  /** The period's name. */
  readonly period: string;
}

export function Changes({ plan, changes, ownOnly, now, period }: ChangesProps) {
  const { historyColumns } = TARGET_WORDS;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{TARGET_WORDS.history(period)}</h2>
      {ownOnly ? <p class="muted">{TARGET_WORDS.ownOnly}</p> : null}
      <div class="scroll" data-live="history">
        {changes.length === 0 ? (
          <p>{TARGET_WORDS.noHistory}</p>
        ) : (
          <table class="plain-table history">
            <thead>
              <tr>
                <th scope="col">{historyColumns.at}</th>
                <th scope="col">{historyColumns.unit}</th>
                <th scope="col">{historyColumns.change}</th>
                <th scope="col">{historyColumns.who}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <ChangeRow key={`${change.unit} ${change.revision}`} plan={plan} change={change} now={now} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  readonly plan: Plan;
  readonly change: FigureChange;
  readonly now: string;
}

function ChangeRow({ plan, change, now }: RowProps) {
  const { unit, period, revision, state, at, by, changes } = change;
  return (
    <tr>
      <td>{momentText(at, now)}</td>
      <th scope="row">
        <a href={reportAddress(unit, period)}>{unitName(plan, unit)}</a>
        <span class="under">{TARGET_WORDS.revision(revision, STATE_WORDS[state])}</span>
      </th>
      <td>
        <ul class="changes">
          {changes.map(({ input, from, to }) => (
            <li key={input}>
              <a href={reportAddress(unit, period, input)}>{inputName(plan, input)}</a>:{' '}
              <ChangeOf plan={plan} input={input} from={from} to={to} />
            </li>
          ))}
        </ul>
      </td>
      <td class="address">{by}</td>
    </tr>
  );
}
