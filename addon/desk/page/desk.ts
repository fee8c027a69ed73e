/** One open desk: the workbook in its worker, the grid, the bar and the sidebar, wired to each other. */

import type { BookEntry, BookList } from '../server/wire.ts';
import type { MenuNode } from '../stand-in/host.ts';
import type { PersonOutcome } from '../stand-in/model/types.ts';
import { createBar } from './bar/bar.ts';
import { type DeskClient, startDeskClient } from './desk-client.ts';
import { byId } from './elements.ts';
import type { Latency } from './frame/latency.ts';
import { createSidePanel } from './frame/side-panel.ts';
import { createMirror, type Mirror } from './mirror.ts';
import { ask, showMessage, showNote, uncoverDesk } from './notices.ts';
import type { FromWorker, PersonAct, StartMessage } from './protocol.ts';
import { postJson } from './requests.ts';
import { createSaver, type Saver, type SaveState } from './saver.ts';
import { openSheetView, type SheetView } from './sheet-view.ts';
import { words } from './words.ts';

export interface DeskOptions {
  readonly list: BookList;
  readonly start: StartMessage;
  readonly writer: string;
  readonly latency: Latency;
  /** False: the sidebar is opened by its menu item only, as in Google's. */
  readonly openSidebar: boolean;
  readonly onTakenOver: () => void;
}

export interface OpenDesk {
  readonly book: BookEntry;
  readonly mirror: Mirror;
  readonly view: SheetView;
  readonly client: DeskClient;
  readonly saver: Saver;
  readonly menus: () => readonly MenuNode[];
  readonly runs: () => number;
  act(act: PersonAct): Promise<PersonOutcome>;
  setNetwork(on: boolean): void;
  /** Commits what is being typed and waits until all is stored. */
  finish(): Promise<boolean>;
}

/** Resolves when the grid shows the workbook and the script's onOpen has run. */
export function openDesk(options: DeskOptions): Promise<OpenDesk> {
  const { start, list } = options;
  const { book } = start;
  let desk: OpenDesk | null = null;
  let view: SheetView | null = null;
  let mirror: Mirror | null = null;
  let menus: readonly MenuNode[] = [];
  let runs = 0;
  let networkOn = true;

  const client = startDeskClient(start, hear);
  const bar = createBar(list, book, {
    choose: (id) => location.assign(addressOf(id)),
    run: (functionName) => void runFromMenu(functionName),
    undo: () => void act({ kind: 'undo' }),
    redo: () => void act({ kind: 'redo' }),
    setNetwork,
  });
  const saver = createSaver({ book: book.id, writer: options.writer, whole: client.whole, onState: showSaving });
  const panel = createSidePanel({
    latency: options.latency,
    networkIsOn: () => networkOn,
    run: (functionName, args) => client.run(functionName, args, 'sidebar'),
    onFocusEditor: () => view?.focus(),
  });
  bar.showSaving('saved');
  let opened: (desk: OpenDesk) => void = () => {};
  const ready = new Promise<OpenDesk>((resolve) => {
    opened = resolve;
  });

  function hear(message: Exclude<FromWorker, { kind: 'acted' | 'ran' | 'whole' }>): void {
    switch (message.kind) {
      case 'ready':
        showWorkbook(message);
        break;
      case 'draw':
        mirror?.apply(message.drawing);
        view?.draw(message.drawing);
        break;
      case 'step':
        saver.add(message.step);
        break;
      case 'menu':
        showMenus(message.nodes);
        break;
      case 'busy':
        runs = message.runs;
        bar.showRuns(runs);
        break;
      case 'sidebar':
        void panel.show(message.shown);
        break;
      case 'dialog':
        void panel.showDialog(message.shown);
        break;
      case 'toast':
        showNote(message.text);
        break;
      case 'ask':
        void ask(message.question).then((answer) => postJson(`/answers/${message.question.id}`, answer));
        break;
      case 'failed':
        console.error(`${message.functionName}: ${message.message}`);
        showNote(`${words.scriptFailed}: ${message.functionName}`);
        break;
    }
  }

  function showWorkbook({ locale, timeZone, drawing }: Extract<FromWorker, { kind: 'ready' }>): void {
    mirror = createMirror({ locale, timeZone });
    mirror.apply(drawing);
    view = openSheetView({
      container: byId('grid'),
      bookId: book.id,
      mirror,
      onAct: (what) => void act(what),
      onSelect: (sheetId, area) => client.tell({ kind: 'select', sheetId, area }),
      onResults: (results, version) => client.tell({ kind: 'results', results, version }),
      onNotHere: () => showNote(words.notHere),
    });
    const { selection } = drawing;
    const shown = view;
    void shown.rendered.then(() => {
      if (selection !== null) shown.select(selection.sheetId, selection.area);
      uncoverDesk();
    });
    desk = {
      book,
      mirror,
      view,
      client,
      saver,
      menus: () => menus,
      runs: () => runs,
      act,
      setNetwork,
      finish,
    };
  }

  function showMenus(nodes: readonly MenuNode[]): void {
    menus = nodes;
    bar.showMenus(nodes);
    if (desk === null) return;
    const open = desk;
    void open.view.rendered.then(() => opened(open));
    const first = options.openSidebar ? sidebarItem(nodes) : undefined;
    if (first !== undefined) void client.run(first, [], 'menu');
  }

  async function act(what: PersonAct): Promise<PersonOutcome> {
    const outcome = await client.act(what);
    if (outcome.ok) {
      if (outcome.warning !== null) showNote(outcome.warning || words.protectedWarning);
    } else if (outcome.why === 'validation') {
      await showMessage(words.refusedTitle, outcome.message || words.refused);
      view?.focus();
    } else if (outcome.why === 'protected') {
      showNote(outcome.message || words.protectedCell);
    }
    return outcome;
  }

  async function runFromMenu(functionName: string): Promise<void> {
    await view?.commitEditing();
    const outcome = await client.run(functionName, [], 'menu');
    if (!outcome.ok) await showMessage(words.scriptFailed, outcome.error.message);
  }

  function setNetwork(on: boolean): void {
    networkOn = on;
    client.tell({ kind: 'network', on });
    panel.setNetwork(on);
    bar.setNetwork(on);
  }

  function showSaving(state: SaveState): void {
    bar.showSaving(state);
    if (state === 'taken-over') options.onTakenOver();
  }

  async function finish(): Promise<boolean> {
    await view?.commitEditing();
    while (client.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return saver.settled();
  }

  addEventListener('pagehide', () => saver.flushOnHide());
  // A click into the sidebar leaves the page, not only the grid: the window itself loses focus to the frame.
  addEventListener('blur', () => void view?.commitEditing());
  byId('bar').addEventListener('pointerdown', () => void view?.commitEditing());
  return ready;
}

function addressOf(book: string): string {
  const address = new URL(location.href);
  address.searchParams.set('book', book);
  return address.href;
}

/** The menu item that opens the sidebar: by its function's name, else the first one. */
function sidebarItem(nodes: readonly MenuNode[]): string | undefined {
  const items = nodes.flatMap(functionsOf);
  return items.find((name) => /sidebar/i.test(name)) ?? items[0];
}

function functionsOf(node: MenuNode): string[] {
  if (node.kind === 'item') return [node.functionName];
  return node.kind === 'menu' ? node.items.flatMap(functionsOf) : [];
}
