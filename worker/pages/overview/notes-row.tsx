/** A target's notes, folded away: a reader with two minutes is not kept by them. Works without a script. */
import { NOTE_WORDS } from '../words.ts';

/** The list alone is live: a change of it leaves it open. */
export function NotesRow({ number, notes }: { readonly number: number; readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <tr class="notes-row">
      <td class="number" />
      <td class="notes" colspan={7}>
        <details>
          <summary>
            {NOTE_WORDS.summary} <span class="visually-hidden">{NOTE_WORDS.about(number)}</span>
          </summary>
          <ul data-live={`notes-${number}`}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  );
}
