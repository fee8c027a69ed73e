/** `GET /resolution`: how the text is read, with the questions that it leaves open and what its own figures imply: to be signed. */
import type { AuditFinding } from '../../shared/audit.ts';
import type { Period } from '../../shared/periods.ts';
import { targetAddress } from './addresses.ts';
import { Layout } from './layout.tsx';
import type { PageProps } from './props.ts';
import { listed, RESOLUTION_WORDS, TARGET_WORDS } from './words.ts';

export interface ResolutionProps extends PageProps {
  readonly audit: readonly AuditFinding[];
  /** Of the pages that it leads to. */
  readonly period: Period;
}

export function ResolutionPage({ plan, audit, period, me, sample }: ResolutionProps) {
  const { title, version, commune, readings } = plan.resolution;
  const shown = { period, basis: 'latest' } as const;
  return (
    <Layout title={RESOLUTION_WORDS.title} commune={commune} sample={sample} me={me} here="resolution">
      <h1>{RESOLUTION_WORDS.title}</h1>
      <p>
        {title} · {RESOLUTION_WORDS.version(version)}
      </p>
      <section aria-labelledby="readings">
        <h2 id="readings">{RESOLUTION_WORDS.readings}</h2>
        <p class="muted">{RESOLUTION_WORDS.readingsWhat}</p>
        <div class="scroll">
          <table class="plain-table stacking">
            <thead>
              <tr>
                <th scope="col">{RESOLUTION_WORDS.columns.question}</th>
                <th scope="col">{RESOLUTION_WORDS.columns.reading}</th>
                <th scope="col">{RESOLUTION_WORDS.columns.alternatives}</th>
                <th scope="col">{RESOLUTION_WORDS.columns.targets}</th>
                <th scope="col">{RESOLUTION_WORDS.columns.version}</th>
              </tr>
            </thead>
            <tbody>
              {readings.map(({ id, question, reading, alternatives = [], targets, version: own }) => (
                <tr key={id}>
                  <th scope="row">{question}</th>
                  <td data-head={RESOLUTION_WORDS.columns.reading}>{reading}</td>
                  <td data-head={RESOLUTION_WORDS.columns.alternatives}>
                    {alternatives.map((one) => one.reading).join('; ')}
                  </td>
                  <td data-head={RESOLUTION_WORDS.columns.targets}>
                    {targets.length === 0 ? RESOLUTION_WORDS.all : listed(targets.map(String))}
                  </td>
                  <td data-head={RESOLUTION_WORDS.columns.version}>{own}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="audit">
        <h2 id="audit">{RESOLUTION_WORDS.audit}</h2>
        <ul class="notes-list">
          {audit.map(({ target, message }) => (
            <li key={message}>
              <a href={targetAddress(target, shown)}>{TARGET_WORDS.title(target)}</a>: {message}
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}
