/** Buttons that only a script can serve: the print dialog, copying a prepared text. Shown by the style sheet once this has run. */
import { OFFER_WORDS } from '../pages/words.ts';

/** Listens on the document, for buttons come and go when the page is refreshed in place. */
export function offerHelp(): void {
  document.documentElement.dataset.script = '';
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-print], [data-copy]') : null;
    if (button === null) return;
    if (button.dataset.copy === undefined) window.print();
    else void copyField(button.dataset.copy, button.parentElement?.querySelector('[role=status]') ?? null);
  });
}

/** Where the browser does not let it be copied the text is selected, for the keys that copy. */
async function copyField(id: string, said: Element | null): Promise<void> {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return;
  let words: string = OFFER_WORDS.copied;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    field.select();
    words = OFFER_WORDS.selected;
  }
  if (said !== null) said.textContent = words;
}
