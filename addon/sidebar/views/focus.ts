/** Where the keyboard goes. Ids are the sidebar's own: it is one page with one of each. */

export const FIELD_ID = 'field';
export const ASK_ID = 'ask';
export const AGENDA_ID = 'agenda';
export const SUBMIT_ID = 'submit';
export const HELP_ID = 'help';

/**
 * To the field of the input shown, which may be another element than before. In a microtask: that is after the drawing, which was
 * queued before, and ahead of the next key. A frame later, what a quick hand has typed by then would be selected and overwritten.
 */
export function focusField(): void {
  queueMicrotask(() => document.getElementById(FIELD_ID)?.focus());
}

/** To the first of these that is there and can take it. */
export function focusFirst(...ids: readonly string[]): void {
  for (const id of ids) {
    const element = document.getElementById(id);
    if (element === null) continue;
    element.focus();
    return;
  }
}

/** The arrow keys go through the buttons of a list; other keys are left alone. */
export function moveInList(event: KeyboardEvent, list: HTMLElement): void {
  const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : isBack(event.key) ? -1 : 0;
  if (step === 0) return;
  const buttons: Element[] = [...list.querySelectorAll('button')];
  const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
  const next = buttons[at === -1 && step === -1 ? 0 : at + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

function isBack(key: string): boolean {
  return key === 'ArrowUp' || key === 'ArrowLeft';
}
