/** For someone who is signed in but no member: what that means, what to do, whom to ask. */
import { Layout } from './layout.tsx';
import type { NoRoleProps } from './props.ts';
import { NO_ROLE_WORDS } from './words.ts';

export function NoRolePage({ commune, sample, me, admins }: NoRoleProps) {
  return (
    <Layout title={NO_ROLE_WORDS.title} commune={commune} sample={sample} me={me} narrow>
      <h1>{NO_ROLE_WORDS.title}</h1>
      <p>{NO_ROLE_WORDS.what(me.email)}</p>
      <h2>{NO_ROLE_WORDS.todo}</h2>
      <ol>
        <li>{NO_ROLE_WORDS.steps.other}</li>
        <li>{NO_ROLE_WORDS.steps.ask}</li>
        <li>{NO_ROLE_WORDS.steps.reload}</li>
      </ol>
      {admins.length === 0 ? <p>{NO_ROLE_WORDS.unknownAdmin}</p> : <Admins admins={admins} />}
    </Layout>
  );
}

function Admins({ admins }: Pick<NoRoleProps, 'admins'>) {
  return (
    <>
      <p>{NO_ROLE_WORDS.admins}</p>
      <ul>
        {admins.map(({ name, email }) => (
          <li key={email}>
            {name === null ? null : `${name}, `}
            <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
