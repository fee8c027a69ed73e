/**
 * The installed triggers: carriers of what nobody's own run has sent. One installation a workbook, under the name of whoever
 * installed it; another person takes over when it has been silent for a day.
 */
import { accountOfRun, identityToken } from './identity.ts';
import { markEdit } from './mark-edit.ts';
import { changeOutbox, loadOutbox, type Outbox } from './outbox.ts';
import type { Carrier } from './records.ts';
import { readAndNote, sendWaiting, tabsToLookAt } from './send-waiting.ts';
import { sidebarIsOpen } from './sidebar-heartbeat.ts';
import { refreshSummary } from './summary-tab.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** The installed triggers' functions, by their global names. */
export const CARRIER_FUNCTIONS = { edit: 'carryEdits', clock: 'sweep' } as const;

const ONCE_A_MS = 60_000;
const DEAD_AFTER_MS = 26 * 3_600_000;
/** Signs of life are written this rarely, for the property store's sake. */
const ALIVE_EVERY_MS = 3_600_000;
/** Local hours between which the sweep works. */
const WORKING_HOURS = { from: 6, to: 20 };
/** One run has six minutes; a request may take one. */
const AT_MOST_PERIODS = 4;

/** Installs the triggers if this workbook has none that live. Never in a copy. */
export function ensureCarrier(workbook: Workbook, outbox: Outbox): void {
  const account = accountOfRun();
  const now = Date.now();
  if (workbook.copyOf !== null || account === '' || !mayCarry(outbox.carrier, account, now)) return;
  const own = outbox.carrier?.account === account && !isDead(outbox.carrier, now);
  // Written down first: of two who open the workbook at once, one installs.
  if (!own && !takePlace(account, now)) return;
  if (!tryToInstall(workbook.spreadsheet) && !own) leavePlace(account);
}

function takePlace(account: string, now: number): boolean {
  const after = changeOutbox(({ carrier }) =>
    mayCarry(carrier, account, now) ? { carrier: { account, aliveAt: now, carriedAt: carrier?.carriedAt ?? 0 } } : null,
  );
  return after !== false && after.carrier?.account === account;
}

/** For the next one: a carrier that was never alive. */
function leavePlace(account: string): void {
  changeOutbox(({ carrier }) => (carrier?.account === account ? { carrier: { ...carrier, aliveAt: 0 } } : null));
}

/** Whether an account's triggers are to be there: its own always, another's place only when that one is dead. */
export function mayCarry(carrier: Carrier | null, account: string, now: number): boolean {
  return carrier === null || carrier.account === account || isDead(carrier, now);
}

function isDead({ aliveAt }: Carrier, now: number): boolean {
  return now - aliveAt > DEAD_AFTER_MS;
}

/** Without the scope the platform throws; the workbook works without a carrier, as long as a sidebar is open now and then. */
function tryToInstall(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): boolean {
  try {
    installTriggers(spreadsheet);
    return true;
  } catch {
    return false;
  }
}

/** Only the own triggers of this account can be seen. */
function installTriggers(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const there = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  const { edit, clock } = CARRIER_FUNCTIONS;
  if (!there.includes(edit)) ScriptApp.newTrigger(edit).forSpreadsheet(spreadsheet).onEdit().create();
  if (!there.includes(clock)) ScriptApp.newTrigger(clock).timeBased().everyHours(1).create();
}

/** Takes this account's own triggers away; nobody sees another's. The editor add-on's clock may be other workbooks' too. */
export function removeTriggers(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  try {
    for (const trigger of ScriptApp.getProjectTriggers()) {
      const isOwn = !__EDITOR_ADDON__ || trigger.getTriggerSourceId() === spreadsheet.getId();
      if (isOwn) ScriptApp.deleteTrigger(trigger);
    }
  } catch {
    // Not granted, so never installed.
  }
}

/** The installed edit trigger: at most once a minute a workbook, and not while somebody's own sidebar will send. */
export function carryEdits(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (sidebarIsOpen()) return;
  // The simple trigger may have been dropped.
  markEdit(event);
  const opening = openWorkbook();
  if (opening?.kind !== 'open' || opening.workbook.copyOf !== null) return;
  const now = Date.now();
  if (!takeTurn(now)) return;
  carry(opening.workbook, 'trigger', editorsOf(event));
}

/** Under the lock, so that of two edits at once only one carries. */
function takeTurn(now: number): boolean {
  const account = accountOfRun();
  const turn = { taken: false };
  changeOutbox((outbox) => {
    if (now - (outbox.carrier?.carriedAt ?? 0) < ONCE_A_MS) return null;
    turn.taken = true;
    return { carrier: { account: outbox.carrier?.account ?? account, aliveAt: now, carriedAt: now } };
  });
  return turn.taken;
}

/** The platform names the editor of an installed trigger's event only within one domain. */
function editorsOf(event: GoogleAppsScript.Events.SheetsOnEdit): readonly string[] | null {
  try {
    const email = event.user.getEmail();
    return email === '' ? null : [email];
  } catch {
    return null;
  }
}

/** The clock's trigger: compares the whole workbook with what is acknowledged, sends what is missing, refreshes the summary. */
export function sweep(): void {
  const opening = openWorkbook();
  if (opening?.kind !== 'open' || opening.workbook.copyOf !== null) return;
  showLife(opening.outbox);
  if (!isWorkingHour(new Date(Date.now()))) return;
  const { workbook } = opening;
  const read = readAndNote(workbook, opening.outbox, workbook.tabs);
  const { outbox } = sendWaiting(
    workbook,
    read,
    { via: 'sweep', editors: null, urgent: false, submit: false },
    AT_MOST_PERIODS,
  );
  const token = identityToken();
  if (token !== null) refreshSummary(workbook, outbox, token.token);
}

/** Vietnam has one time zone and no summer time: UTC+7. */
export function isWorkingHour(at: Date): boolean {
  const hour = (at.getUTCHours() + 7) % 24;
  return hour >= WORKING_HOURS.from && hour < WORKING_HOURS.to;
}

function showLife(outbox: Outbox): void {
  const account = accountOfRun();
  const now = Date.now();
  const { carrier } = outbox;
  if (carrier !== null && now - carrier.aliveAt < ALIVE_EVERY_MS) return;
  changeOutbox((current) => ({ carrier: { account, carriedAt: current.carrier?.carriedAt ?? 0, aliveAt: now } }));
}

function carry(workbook: Workbook, via: 'trigger' | 'sweep', editors: readonly string[] | null): void {
  const before = loadOutbox();
  const read = readAndNote(workbook, before, tabsToLookAt(workbook, before, null));
  sendWaiting(workbook, read, { via, editors, urgent: false, submit: false }, AT_MOST_PERIODS);
}
