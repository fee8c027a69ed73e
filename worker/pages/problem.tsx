/** Any failure in the browser: what happened and what to do next, in the same words as the problem's JSON. */
import { Layout } from './layout.tsx';
import type { ProblemProps } from './props.ts';
import { PROBLEM_WORDS } from './words.ts';

export function ProblemPage({ commune, sample, status, title, detail, me, retryAfter }: ProblemProps) {
  return (
    <Layout title={title} commune={commune} sample={sample} me={me} narrow>
      <h1>{title}</h1>
      <p>{detail}</p>
      {retryAfter === undefined ? null : <p>{PROBLEM_WORDS.retry(retryAfter)}</p>}
      <p>
        <a class="button" href={status === 401 ? '/sign-in' : '/'}>
          {status === 401 ? PROBLEM_WORDS.signIn : PROBLEM_WORDS.back}
        </a>
      </p>
      <p class="muted">{PROBLEM_WORDS.code(status)}</p>
    </Layout>
  );
}
