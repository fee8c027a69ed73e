/** How the open questions of the text about a target are read: for whoever has to sign it, or asks why it is judged so. */
import type { Plan } from '../../../shared/plan.ts';
import { TARGET_WORDS } from '../words.ts';

export function ReadingSection({ plan, target }: { readonly plan: Plan; readonly target: number }) {
  const readings = plan.resolution.readings.filter(({ targets }) => targets.includes(target));
  if (readings.length === 0) return null;
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{TARGET_WORDS.reading}</h2>
      <dl class="readings">
        {readings.map(({ id, version, question, reading }) => (
          <div key={id}>
            <dt>
              {TARGET_WORDS.openQuestion}: {question}
            </dt>
            <dd>
              {TARGET_WORDS.readAs}: {reading} <span class="muted">({TARGET_WORDS.readingState(version)})</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
