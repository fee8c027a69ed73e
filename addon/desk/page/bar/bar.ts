/** The bar above the grid: whose desk it is, the script's menu, undo, the network switch, the way to the commune's view. */

import type { BookEntry, BookList } from '../../server/wire.ts';
import type { MenuNode } from '../../stand-in/host.ts';
import { byId, make } from '../elements.ts';
import type { SaveState } from '../saver.ts';
import { words } from '../words.ts';
import { showScriptMenus } from './script-menu.ts';
import { createViewWindow } from './view-window.ts';

export interface BarActions {
  readonly choose: (book: string) => void;
  readonly run: (functionName: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setNetwork: (on: boolean) => void;
}

export interface Bar {
  showMenus(nodes: readonly MenuNode[]): void;
  showSaving(state: SaveState): void;
  showRuns(runs: number): void;
  setNetwork(on: boolean): void;
}

export function createBar(list: BookList, book: BookEntry, actions: BarActions): Bar {
  const menus = make('div', { class: 'menus' });
  const saving = make('span', { class: 'saving' });
  const runs = make('span', { class: 'runs' });
  const network = networkButton(actions.setNetwork);
  byId('bar').replaceChildren(
    make('p', { class: 'brand' }, make('strong', {}, words.commune), make('span', {}, words.title)),
    bookChoice(list, book, actions.choose),
    make('span', { class: 'person', title: book.email }, book.person),
    ...(book.sample ? [make('span', { class: 'mark' }, words.sample)] : []),
    menus,
    button(words.undo, 'undo', actions.undo),
    button(words.redo, 'redo', actions.redo),
    make('span', { class: 'state', role: 'status' }, saving, runs),
    network,
    viewLinks(list.workerOrigin),
  );
  return {
    showMenus: (nodes) => showScriptMenus(menus, nodes, actions.run),
    showSaving(state) {
      saving.dataset.state = state;
      saving.textContent = { saved: words.saved, saving: words.saving, failed: words.notSaved, 'taken-over': '' }[
        state
      ];
    },
    showRuns(count) {
      runs.textContent = count > 0 ? words.running : '';
    },
    setNetwork: (on) => showNetwork(network, on),
  };
}

function bookChoice({ books }: BookList, current: BookEntry, choose: (book: string) => void): HTMLElement {
  const select = make('select', { id: 'book' });
  const option = ({ id, unitName, title }: BookEntry): HTMLElement =>
    make(
      'option',
      { value: id, selected: id === current.id },
      title === null ? unitName : words.ownBook(unitName, title),
    );
  const own = books.filter(({ title }) => title !== null);
  const units = books.filter(({ title }) => title === null).map(option);
  if (own.length === 0) select.append(...units);
  else
    select.append(
      make('optgroup', { label: words.unitBooks }, ...units),
      make('optgroup', { label: words.ownBooks }, ...own.map(option)),
    );
  select.addEventListener('change', () => choose(select.value));
  return make('label', { class: 'book' }, words.chooseBook, select);
}

function button(label: string, name: string, action: () => void): HTMLButtonElement {
  const element = make('button', {
    type: 'button',
    class: 'icon',
    'data-icon': name,
    'aria-label': label,
    title: label,
  });
  element.append(icon(name === 'undo' ? UNDO : REDO));
  element.addEventListener('click', action);
  return element;
}

const UNDO = 'M7 3 3 7l4 4M3 7h7.5a4 4 0 0 1 0 8H7';
const REDO = 'm11 3 4 4-4 4m4-4H7.5a4 4 0 0 0 0 8H11';

function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 18 18');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

function networkButton(setNetwork: (on: boolean) => void): HTMLButtonElement {
  const element = make('button', { type: 'button', role: 'switch', class: 'network', title: words.networkHint });
  showNetwork(element, true);
  element.addEventListener('click', () => setNetwork(element.getAttribute('aria-checked') !== 'true'));
  return element;
}

function showNetwork(element: HTMLElement, on: boolean): void {
  element.setAttribute('aria-checked', String(on));
  element.textContent = on ? words.networkOn : words.networkOff;
}

function viewLinks(workerOrigin: string): HTMLElement {
  const url = `${workerOrigin}/`;
  const link = make('a', { href: url, target: '_blank', rel: 'noopener', title: words.viewNewTab }, words.view);
  const beside = make('button', { type: 'button', 'aria-pressed': 'false' }, words.viewBeside);
  const view = createViewWindow(url, (open) => {
    beside.setAttribute('aria-pressed', String(open));
    beside.textContent = open ? words.viewBesideOff : words.viewBeside;
  });
  beside.addEventListener('click', () => view.toggle());
  return make('span', { class: 'view' }, link, beside);
}
