/** `/admin` and its forms: members, workbooks, the head of printed reports. Each form does what the API does, by the same functions. */
import * as v from 'valibot';
import { HeadSettingSchema } from '../../../shared/service-wire.ts';
import { PutMemberSchema } from '../../../shared/wire.ts';
import { storing } from '../../commune/services.ts';
import { ADMIN_ADDRESS } from '../../pages/addresses.ts';
import { Admin, type AdminForm, type AdminSection } from '../../pages/admin.tsx';
import { defaultHead } from '../../pages/paper/default-head.ts';
import { Refusal } from '../../problems.ts';
import { readForm } from '../body.ts';
import { type ActorCall, iso } from '../call.ts';
import { carryOut } from '../form.ts';
import { byOf, emailOf, removeMember, setMember } from '../members.ts';
import { page, personOf } from '../page.tsx';
import { seeOther } from '../see-other.ts';
import { audienceOf, letSheetGo, registerAudience, removeAudience } from '../units.ts';

export function getAdmin(call: ActorCall): Promise<Response> {
  return adminPage(call, null);
}

export function postMember(call: ActorCall): Promise<Response> {
  return carriedOut(call, 'members', ({ email = '', role, name = '', ...rest }) => {
    const units = Object.keys(rest).flatMap((field) =>
      field.startsWith('unit-') ? [field.slice('unit-'.length)] : [],
    );
    const named = name.trim() === '' ? {} : { name: name.trim() };
    const member = v.safeParse(PutMemberSchema, { role, units, ...named });
    if (!member.success) throw new Refusal('bad-request');
    setMember(call, emailOf(email.trim()), member.output);
  });
}

export function postMemberRemoved(call: ActorCall): Promise<Response> {
  return carriedOut(call, 'members', ({ email = '' }) => removeMember(call, emailOf(email)));
}

export function postAudience(call: ActorCall): Promise<Response> {
  return carriedOut(call, 'workbooks', ({ audience = '', unit = '' }) => {
    registerAudience(call, audienceOf(call, audience.trim()), unit);
  });
}

export function postAudienceRemoved(call: ActorCall): Promise<Response> {
  return carriedOut(call, 'workbooks', ({ audience = '' }) => removeAudience(call, audienceOf(call, audience)));
}

export function postSheetReleased(call: ActorCall): Promise<Response> {
  return carriedOut(call, 'workbooks', ({ unit = '' }) => letSheetGo(call, unit));
}

export function postPaperHead(call: ActorCall): Promise<Response> {
  return carriedOut(call, 'paper', (fields) => {
    const trimmed = Object.entries(fields).map(([name, value]) => [name, value.trim().replaceAll('\r\n', '\n')]);
    const head = v.safeParse(HeadSettingSchema, Object.fromEntries(trimmed));
    if (!head.success) throw new Refusal('bad-request');
    const { services, now } = call;
    services.transaction(() => {
      call.recheck();
      storing(() => {
        services.ledger.append({ kind: 'paper-head', head: head.output }, byOf(call), iso(now));
        services.settings.setPaperHead(head.output);
      });
    });
  });
}

const Fields = v.record(v.string(), v.string());

/** Back to the section that the form stands in, or the page again with what was typed. */
async function carriedOut(
  call: ActorCall,
  section: AdminSection,
  act: (fields: Readonly<Record<string, string>>) => void,
): Promise<Response> {
  const fields = await readForm(call.request, Fields);
  return carryOut(
    () => {
      act(fields);
      return seeOther(`${ADMIN_ADDRESS}#${section}`);
    },
    ({ detail, status }) => adminPage(call, { section, problem: detail, fields }, status),
  );
}

function adminPage(call: ActorCall, form: AdminForm | null, status = 200): Promise<Response> {
  const { services, actor, now } = call;
  const { plan, config, members, settings } = services;
  return page(
    services,
    <Admin
      plan={plan}
      me={personOf(actor)}
      now={iso(now)}
      sample={config.sample}
      members={members.list().map((member) => ({ ...member, seen: members.bindingOf(member.email) !== undefined }))}
      sheets={settings.sheets()}
      audiences={settings.audiences()}
      head={settings.paperHead() ?? defaultHead(plan, 'party')}
      form={form}
    />,
    status,
  );
}
