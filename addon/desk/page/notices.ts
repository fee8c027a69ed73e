/** What the page says over the grid: short notes, dialogs, a script's questions, and the notice that covers everything. */

import type { ScriptAnswer } from '../server/wire.ts';
import { byId, make } from './elements.ts';
import type { Question } from './protocol.ts';
import { words } from './words.ts';

const NOTE_TIME = 6000;

const BUTTONS = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
} as const;

const CAPTIONS = { OK: words.ok, CANCEL: words.cancel, YES: words.yes, NO: words.no } as const;

/** A note at the foot that goes by itself; read out by screen readers. */
export function showNote(text: string): void {
  const place = byId('notes');
  for (const shown of [...place.children]) if (shown.textContent === text) shown.remove();
  const note = make('p', { class: 'note' }, text);
  place.append(note);
  setTimeout(() => note.remove(), NOTE_TIME);
}

/** A message that waits for OK. */
export function showMessage(title: string, text: string): Promise<void> {
  return ask({ id: '', title, text, buttons: 'OK', prompt: false }).then(() => {});
}

/** A script's alert or prompt; closing it is an answer too. */
export function ask({ title, text, buttons, prompt }: Question): Promise<ScriptAnswer> {
  const input = make('input', { type: 'text', 'aria-label': text });
  const form = make('form', { method: 'dialog' });
  if (title !== '') form.append(make('h2', { id: 'dialog-title' }, title));
  form.append(make('p', {}, text), ...(prompt ? [input] : []));
  const foot = make('div', { class: 'dialog-foot' });
  for (const name of BUTTONS[buttons]) foot.append(make('button', { value: name }, CAPTIONS[name]));
  form.append(foot);
  const dialog = make('dialog', { class: 'ask', 'aria-label': title || text }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const button = BUTTONS[buttons].find((name) => name === dialog.returnValue) ?? 'CLOSE';
      dialog.remove();
      resolve({ button, text: input.value });
    });
  });
}

/** Covers the desk: nothing below can be used until `action` is taken. */
export function coverDesk(title: string, text: string, caption: string, action: () => void): void {
  const button = make('button', { type: 'button', class: 'primary' }, caption);
  const box = make('div', { class: 'cover-box' }, make('h1', {}, title), make('p', {}, text), button);
  const cover = byId('cover');
  cover.replaceChildren(box);
  cover.hidden = false;
  byId('workplace').inert = true;
  button.addEventListener('click', () => {
    button.disabled = true;
    action();
  });
  button.focus();
}

export function coverLoading(): void {
  const cover = byId('cover');
  cover.replaceChildren(make('p', { class: 'cover-box', role: 'status' }, words.loading));
  cover.hidden = false;
  // Not inert: the grid takes the focus while it starts, and never again if it could not then.
  byId('workplace').inert = false;
}

export function uncoverDesk(): void {
  byId('cover').hidden = true;
  byId('workplace').inert = false;
}
