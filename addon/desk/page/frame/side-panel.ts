/** The place at the right where the script's sidebar is shown, 300 pixels wide, and the dialogs it opens. */

import { byId, make } from '../elements.ts';
import type { Shown } from '../protocol.ts';
import { words } from '../words.ts';
import { createScriptFrame, type ScriptFrame, type ScriptFrameOptions } from './script-frame.ts';

type Common = Pick<ScriptFrameOptions, 'latency' | 'networkIsOn' | 'run' | 'onFocusEditor'>;

export interface SidePanel {
  show(shown: Shown): Promise<void>;
  showDialog(shown: Shown): Promise<void>;
  setNetwork(on: boolean): void;
}

export function createSidePanel(common: Common): SidePanel {
  const panel = byId('sidebar');
  const frames = new Set<ScriptFrame>();
  let sidebar: ScriptFrame | null = null;

  function close(frame: ScriptFrame): void {
    frames.delete(frame);
    frame.remove();
  }

  function closeSidebar(): void {
    if (sidebar !== null) close(sidebar);
    sidebar = null;
    panel.hidden = true;
    panel.replaceChildren();
  }

  return {
    async show({ title, content }) {
      const heading = title === '' ? words.sidebar : title;
      const frame = await createScriptFrame({ ...common, title: heading, html: content, onClose: closeSidebar });
      closeSidebar();
      sidebar = frame;
      frames.add(frame);
      const x = make('button', { type: 'button', 'aria-label': words.sidebarClose, title: words.sidebarClose }, '×');
      x.addEventListener('click', closeSidebar);
      panel.replaceChildren(make('div', { class: 'side-head' }, make('h2', {}, heading), x), frame.element);
      panel.hidden = false;
    },
    async showDialog({ title, content, width, height }) {
      const dialog = make('dialog', { class: 'script-dialog', 'aria-label': title });
      const size = (wide: number | null, high: number | null) => {
        if (wide !== null) frame.element.style.width = `${wide}px`;
        if (high !== null) frame.element.style.height = `${high}px`;
      };
      const shut = () => dialog.close();
      const frame = await createScriptFrame({ ...common, title, html: content, onClose: shut, onSize: size });
      frames.add(frame);
      size(width ?? 600, height ?? 400);
      const x = make('button', { type: 'button', 'aria-label': words.close, title: words.close }, '×');
      x.addEventListener('click', shut);
      dialog.append(make('div', { class: 'side-head' }, make('h2', {}, title), x), frame.element);
      dialog.addEventListener('close', () => {
        close(frame);
        dialog.remove();
      });
      document.body.append(dialog);
      dialog.showModal();
    },
    setNetwork(on) {
      for (const frame of frames) frame.setNetwork(on);
    },
  };
}
