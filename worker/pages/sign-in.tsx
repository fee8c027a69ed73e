/** `GET /sign-in`: one sentence, one button. */
import { Layout } from './layout.tsx';
import type { SignInProps } from './props.ts';
import { SIGN_IN_WORDS } from './words.ts';

export function SignInPage({ commune, sample, startPath, notice }: SignInProps) {
  return (
    <Layout title={SIGN_IN_WORDS.title} commune={commune} sample={sample} me={null} narrow>
      <h1>{SIGN_IN_WORDS.title}</h1>
      {notice === undefined ? null : (
        <p class="notice" role="status">
          {SIGN_IN_WORDS.notices[notice]}
        </p>
      )}
      <p>{SIGN_IN_WORDS.intro}</p>
      <p>
        <a class="button" href={startPath}>
          {SIGN_IN_WORDS.button}
        </a>
      </p>
      <p class="muted">{SIGN_IN_WORDS.hint}</p>
    </Layout>
  );
}
