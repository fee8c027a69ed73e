/** Workbooks: which one reports for a unit, and which workbook's script speaks for it. */
import { type Plan, unitName } from '../../../shared/plan.ts';
import { ADMIN_ADDRESS } from '../addresses.ts';
import type { AdminForm, AdminProps } from '../admin.tsx';
import { FormProblem } from '../form-problem.tsx';
import { momentText } from '../times.ts';
import { ADMIN_WORDS } from '../words.ts';

type SectionProps = Pick<AdminProps, 'plan' | 'sheets' | 'audiences' | 'now'> & { readonly form: AdminForm | null };

export function WorkbooksSection({ plan, sheets, audiences, now, form }: SectionProps) {
  const words = ADMIN_WORDS.workbooks;
  return (
    <section aria-labelledby="workbooks">
      <h2 id="workbooks">{words.title}</h2>
      <FormProblem problem={form?.problem ?? null} />
      <div class="scroll">
        <table class="plain-table stacking">
          <caption>{words.sheets}</caption>
          <tbody>
            {plan.units.map(({ id, name }) => {
              const bound = sheets.find(({ unit }) => unit === id);
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td class="address">{bound?.sheet ?? words.unbound}</td>
                  <td>{bound === undefined ? '' : momentText(bound.boundAt, now)}</td>
                  <td>{bound === undefined ? null : <Release unit={id} name={name} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div class="scroll">
        <table class="plain-table stacking">
          <caption>{words.audiences}</caption>
          <tbody>
            {audiences.map(({ audience, unit }) => (
              <tr key={audience}>
                <th class="address" scope="row">
                  {audience}
                </th>
                <td>{unitName(plan, unit)}</td>
                <td>
                  <form method="post" action={`${ADMIN_ADDRESS}/audiences/remove`}>
                    <input type="hidden" name="audience" value={audience} />
                    <button class="quiet" type="submit">
                      {words.remove}
                      <span class="visually-hidden"> {audience}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {audiences.length === 0 ? <p>{words.noAudience}</p> : null}
      <h3>{words.add}</h3>
      <AudienceForm plan={plan} fields={form?.fields ?? {}} />
    </section>
  );
}

function Release({ unit, name }: { readonly unit: string; readonly name: string }) {
  const words = ADMIN_WORDS.workbooks;
  return (
    <details>
      <summary>
        {words.release}
        <span class="visually-hidden"> {name}</span>
      </summary>
      <form class="stacked" method="post" action={`${ADMIN_ADDRESS}/sheets/release`}>
        <input type="hidden" name="unit" value={unit} />
        <p class="muted">{words.releaseWhat}</p>
        <button class="quiet" type="submit">
          {words.releaseNow(name)}
        </button>
      </form>
    </details>
  );
}

interface FormProps {
  readonly plan: Plan;
  readonly fields: Readonly<Record<string, string>>;
}

function AudienceForm({ plan, fields }: FormProps) {
  const words = ADMIN_WORDS.workbooks;
  return (
    <form class="stacked" method="post" action={`${ADMIN_ADDRESS}/audiences`}>
      <label>
        <span>{words.audience}</span>
        <input name="audience" value={fields.audience ?? ''} required maxlength={255} autocomplete="off" />
      </label>
      <label>
        <span>{words.unit}</span>
        <select name="unit">
          {plan.units.map(({ id, name }) => (
            <option key={id} value={id} selected={id === fields.unit}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.register}</button>
    </form>
  );
}
