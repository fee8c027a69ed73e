/** How printed reports are headed. */
import { HEAD_KINDS, type HeadSetting } from '../../../shared/service-wire.ts';
import { ADMIN_ADDRESS } from '../addresses.ts';
import type { AdminForm } from '../admin.tsx';
import { FormProblem } from '../form-problem.tsx';
import { ADMIN_WORDS, PAPER_WORDS } from '../words.ts';

interface SectionProps {
  readonly head: HeadSetting;
  readonly form: AdminForm | null;
}

const LINES = ['parent', 'body', 'place', 'signer'] as const;

export function PaperSection({ head, form }: SectionProps) {
  const words = ADMIN_WORDS.paper;
  const typed = { ...head, ...form?.fields };
  return (
    <section aria-labelledby="paper">
      <h2 id="paper">{words.title}</h2>
      <FormProblem problem={form?.problem ?? null} />
      <form class="stacked" method="post" action={`${ADMIN_ADDRESS}/paper`}>
        <label>
          <span>{PAPER_WORDS.headOf}</span>
          <select name="kind">
            {HEAD_KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === typed.kind}>
                {PAPER_WORDS.heads[kind].name}
              </option>
            ))}
          </select>
        </label>
        {LINES.map((line) => (
          <label key={line}>
            <span>{words.lines[line]}</span>
            <textarea name={line} rows={line === 'place' ? 1 : 2} maxlength={200}>
              {typed[line]}
            </textarea>
          </label>
        ))}
        <button type="submit">{words.save}</button>
      </form>
    </section>
  );
}
