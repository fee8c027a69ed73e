/** Members: who has which role, inviting somebody, changing and removing. */
import { type Plan, unitName } from '../../../shared/plan.ts';
import { type Member, ROLES } from '../../../shared/wire.ts';
import { ROLE_WORDS } from '../../../shared/words.ts';
import { ADMIN_ADDRESS } from '../addresses.ts';
import type { AdminForm, AdminProps } from '../admin.tsx';
import { FormProblem } from '../form-problem.tsx';
import { ADMIN_WORDS, listed } from '../words.ts';

type SectionProps = Pick<AdminProps, 'plan' | 'members'> & { readonly form: AdminForm | null };

export function MembersSection({ plan, members, form }: SectionProps) {
  const { columns } = ADMIN_WORDS.members;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{ADMIN_WORDS.members.title}</h2>
      <FormProblem problem={form?.problem ?? null} />
      <div class="scroll">
        <table class="plain-table stacking">
          <thead>
            <tr>
              <th scope="col">{columns.email}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.role}</th>
              <th scope="col">{columns.units}</th>
              <th scope="col">{columns.seen}</th>
              <th scope="col">
                <span class="visually-hidden">{columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <MemberRow key={member.email} plan={plan} member={member} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{ADMIN_WORDS.members.add}</h3>
      <MemberForm plan={plan} fields={form?.fields ?? {}} />
    </section>
  );
}

interface RowProps {
  readonly plan: Plan;
  readonly member: SectionProps['members'][number];
}

/** Changing and removing are folded away: they are rare, and a slip takes somebody's access. */
function MemberRow({ plan, member }: RowProps) {
  const { columns } = ADMIN_WORDS.members;
  return (
    <tr>
      <th class="address" scope="row">
        {member.email}
      </th>
      <td data-head={columns.name}>{member.name}</td>
      <td data-head={columns.role}>{ROLE_WORDS[member.role]}</td>
      <td data-head={columns.units}>{listed(member.units.map((unit) => unitName(plan, unit)))}</td>
      <td data-head={columns.seen}>{member.seen ? ADMIN_WORDS.members.seen : ADMIN_WORDS.members.unseen}</td>
      <td>
        <details>
          <summary>
            {ADMIN_WORDS.members.change}
            <span class="visually-hidden"> {member.email}</span>
          </summary>
          <MemberForm plan={plan} fields={fieldsOf(member)} fixed />
          <form class="stacked" method="post" action={`${ADMIN_ADDRESS}/members/remove`}>
            <input type="hidden" name="email" value={member.email} />
            <p class="muted">{ADMIN_WORDS.members.removeWhat}</p>
            <button class="quiet" type="submit">
              {ADMIN_WORDS.members.remove(member.email)}
            </button>
          </form>
        </details>
      </td>
    </tr>
  );
}

function fieldsOf({ email, name, role, units }: Member): Record<string, string> {
  return { email, name: name ?? '', role, ...Object.fromEntries(units.map((unit) => [`unit-${unit}`, 'on'])) };
}

interface FormProps {
  readonly plan: Plan;
  readonly fields: Readonly<Record<string, string>>;
  /** The address is whose it is, and is not typed. */
  readonly fixed?: boolean;
}

function MemberForm({ plan, fields, fixed = false }: FormProps) {
  const words = ADMIN_WORDS.members.fields;
  return (
    <form class="stacked" method="post" action={`${ADMIN_ADDRESS}/members`}>
      {fixed ? (
        <input type="hidden" name="email" value={fields.email ?? ''} />
      ) : (
        <label>
          <span>{words.email}</span>
          <input type="email" name="email" value={fields.email ?? ''} required maxlength={254} autocomplete="off" />
        </label>
      )}
      <label>
        <span>{words.name}</span>
        <input name="name" value={fields.name ?? ''} maxlength={100} autocomplete="off" />
      </label>
      <label>
        <span>{words.role}</span>
        <select name="role">
          {ROLES.map((role) => (
            <option key={role} value={role} selected={role === fields.role}>
              {ROLE_WORDS[role]}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{words.units}</legend>
        {plan.units.map(({ id, name }) => (
          <label key={id} class="check">
            <input type="checkbox" name={`unit-${id}`} checked={fields[`unit-${id}`] !== undefined} /> {name}
          </label>
        ))}
      </fieldset>
      <button type="submit">{fixed ? ADMIN_WORDS.members.save : ADMIN_WORDS.members.invite}</button>
    </form>
  );
}
