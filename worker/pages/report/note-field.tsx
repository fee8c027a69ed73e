/** A reviewer's word on one input: folded away, part of the form that returns the report, wherever on the page it stands. */
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import { MAX_REASON } from '../../../shared/wire.ts';
import { REVIEW_WORDS } from '../words.ts';

/** What a reviewer has typed, kept until it is sent; the notes by input id. */
export interface ReviewDraft {
  readonly reason: string;
  readonly notes: Readonly<Record<string, string>>;
}

export const NO_DRAFT: ReviewDraft = { reason: '', notes: {} };

export const RETURN_FORM = 'return-form';

/** The name of the form's field. */
export function noteName(input: string): string {
  return `note-${input}`;
}

export function NoteField({ input, typed }: { readonly input: InputDefinition; readonly typed: string }) {
  return (
    <details open={typed !== ''}>
      <summary>
        {REVIEW_WORDS.note} <span class="visually-hidden">{REVIEW_WORDS.noteAbout(input.short)}</span>
      </summary>
      <textarea
        form={RETURN_FORM}
        name={noteName(input.id)}
        rows={2}
        maxlength={MAX_REASON}
        aria-label={REVIEW_WORDS.noteFor(input.short)}
      >
        {typed}
      </textarea>
    </details>
  );
}
