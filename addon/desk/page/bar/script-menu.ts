/** The menus that the script built in onOpen, as buttons of the bar with a keyboard's menu below each. */

import type { MenuNode } from '../../stand-in/host.ts';
import { make } from '../elements.ts';

/** Replaces what `place` holds by the script's menus; `run` is called with an item's function. */
export function showScriptMenus(
  place: HTMLElement,
  nodes: readonly MenuNode[],
  run: (functionName: string) => void,
): void {
  place.replaceChildren(
    ...nodes.flatMap((node) => (node.kind === 'menu' ? [menuButton(node.caption, node.items, run)] : [])),
  );
}

function menuButton(caption: string, items: readonly MenuNode[], run: (functionName: string) => void): HTMLElement {
  const button = make('button', { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, caption);
  const list = make('div', { role: 'menu', class: 'menu', 'aria-label': caption, hidden: true });
  const holder = make('div', { class: 'menu-holder' }, button, list);

  function open(on: boolean): void {
    list.hidden = !on;
    button.setAttribute('aria-expanded', String(on));
  }

  function choose(functionName: string): void {
    open(false);
    button.focus();
    run(functionName);
  }

  list.append(...entries(items, choose));
  button.addEventListener('click', () => {
    open(list.hidden === true);
    if (!list.hidden) focusable(list)[0]?.focus();
  });
  holder.addEventListener('keydown', (event) =>
    moveFocus(
      event,
      list,
      () => open(true),
      () => {
        open(false);
        button.focus();
      },
    ),
  );
  holder.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !holder.contains(relatedTarget)) open(false);
  });
  return holder;
}

function entries(items: readonly MenuNode[], choose: (functionName: string) => void): HTMLElement[] {
  return items.flatMap((node): HTMLElement[] => {
    if (node.kind === 'separator') return [make('hr', { role: 'separator' })];
    if (node.kind === 'menu') {
      const group = make('div', { role: 'group', 'aria-label': node.caption }, make('p', {}, node.caption));
      group.append(...entries(node.items, choose));
      return [group];
    }
    const item = make('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, node.caption);
    item.addEventListener('click', () => choose(node.functionName));
    return [item];
  });
}

function moveFocus(event: KeyboardEvent, list: HTMLElement, open: () => void, close: () => void): void {
  const items = focusable(list);
  const at = items.findIndex((item) => item.matches(':focus'));
  const targets: Partial<Record<string, HTMLElement | undefined>> = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items.at(at <= 0 ? -1 : at - 1),
    Home: items[0],
    End: items.at(-1),
  };
  if (event.key === 'Escape' && !list.hidden) close();
  else if (event.key in targets) {
    open();
    targets[event.key]?.focus();
  } else return;
  event.preventDefault();
}

function focusable(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role=menuitem]')];
}
