/** Ui: menus, sidebar, dialogs. A clock run has none, and a simple trigger opens no sidebar. */
import type { MenuNode } from '../host-state.ts';
import type { Question } from '../ports.ts';
import { button, buttonSet } from './enums.ts';
import type { Kit } from './kit.ts';
import { strict } from './strict.ts';

type GUi = GoogleAppsScript.Base.Ui;
type GMenu = GoogleAppsScript.Base.Menu;
type GButtons = GoogleAppsScript.Base.ButtonSet;
type GButton = GoogleAppsScript.Base.Button;
type GPrompt = GoogleAppsScript.Base.PromptResponse;

export function makeUi(kit: Kit): GUi {
  const { host, identity } = kit.run;
  if (identity.active === null) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
  const menuNodes = new WeakMap<object, () => MenuNode>();
  const menu = (caption: string): GMenu => makeMenu(kit, caption, menuNodes);
  return strict<GUi>(kit.run, 'Ui', {
    Button: button.values,
    ButtonSet: buttonSet.values,
    createMenu: menu,
    createAddonMenu: () => menu('Tiện ích mở rộng'),
    showSidebar: (output) => {
      const shown = kit.outputs.of(output)();
      host.sidebar = shown;
      host.ports.ui?.sidebar?.(shown);
    },
    showModalDialog: (output, title) => host.ports.ui?.dialog?.({ ...kit.outputs.of(output)(), title }, true),
    showModelessDialog: (output, title) => host.ports.ui?.dialog?.({ ...kit.outputs.of(output)(), title }, false),
    alert: (...given: readonly unknown[]): GButton => button.values[host.ports.ui?.alert?.(question(given)) ?? 'CLOSE'],
    prompt: (...given: readonly unknown[]) => {
      const answer = host.ports.ui?.prompt?.(question(given)) ?? { button: 'CLOSE' as const, text: '' };
      return strict<GPrompt>(kit.run, 'PromptResponse', {
        getResponseText: () => answer.text,
        getSelectedButton: () => button.values[answer.button],
      });
    },
  });
}

function makeMenu(kit: Kit, caption: string, nodes: WeakMap<object, () => MenuNode>): GMenu {
  const items: MenuNode[] = [];
  const node = (): MenuNode => ({ kind: 'menu', caption, items: [...items] });
  const add = (item: MenuNode): GMenu => {
    items.push(item);
    return menu;
  };
  const menu: GMenu = strict<GMenu>(kit.run, 'Menu', {
    addItem: (text, functionName) => add({ kind: 'item', caption: text, functionName }),
    addSeparator: () => add({ kind: 'separator' }),
    addSubMenu: (sub) => {
      const made = nodes.get(sub);
      if (!made) throw new Error("The parameters don't match the method signature for Menu.addSubMenu.");
      return add(made());
    },
    addToUi: () => {
      const { host } = kit.run;
      // A menu of the same name takes the older one's place.
      host.menus = [...host.menus.filter((one) => one.kind !== 'menu' || one.caption !== caption), node()];
    },
  });
  nodes.set(menu, node);
  return menu;
}

/** Google's overloads: (text), (text, buttons), (title, text, buttons). */
function question(given: readonly unknown[]): Question {
  const texts = given.filter((one): one is string => typeof one === 'string');
  const set = given.find((one): one is GButtons => typeof one !== 'string');
  const text = texts.at(-1) ?? '';
  return {
    title: texts.length > 1 ? (texts[0] ?? null) : null,
    text,
    buttons: set === undefined ? 'OK' : buttonSet.nameOf(set),
  };
}
