/**
 * The installed triggers: carriers of what nobody's own run has sent. One installation a workbook, under the name of whoever
 * installed it; another person takes over when it has been silent for a day.
 */
import { readTabs } from './book-reader.ts';
import { accountOfRun, identityToken } from './identity.ts';
import { changeOutbox, type Outbox } from './outbox.ts';
import { CARRYING, nextAt, spentAfter } from './ration.ts';
import type { Carrier } from './records.ts';
import { noteEdit } from './self-check/note-edit.ts';
import { TAB_PROPERTY } from './self-check/result-tab.ts';
import { sendWaiting, tabsToLookAt } from './send-waiting.ts';
import { carrierMayRest, noteTurn, sidebarIsOpen } from './sidebar-heartbeat.ts';
import { refreshSummary } from './summary-tab.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** The installed triggers' functions, by their global names. */
export const CARRIER_FUNCTIONS = { edit: 'carryEdits', clock: 'sweep' } as const;

const ONCE_A_MS = 60_000;
const DEAD_AFTER_MS = 26 * 3_600_000;
/** Signs of life are written this rarely, for the property store's sake. */
const ALIVE_EVERY_MS = 3_600_000;
/** Local hours between which the sweep works: an hour before and after the offices'. */
const WORKING_HOURS = { from: 6, to: 18 };
const NEVER_CARRIED = { carriedAt: 0, spentUntil: 0 };
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
    mayCarry(carrier, account, now) ? { carrier: { ...NEVER_CARRIED, ...carrier, account, aliveAt: now } } : null,
  );
  return after !== false && after.carrier?.account === account;
}

/** For the next one: a carrier that was never alive. */
function leavePlace(account: string): void {
  changeOutbox(({ carrier }) => (carrier?.account === account ? { carrier: { ...carrier, aliveAt: 0 } } : null));
}

/** Whether an account's triggers are to be there: its own always, another's place only when that one is dead. */
function mayCarry(carrier: Carrier | null, account: string, now: number): boolean {
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
  const there = ScriptApp.getProjectTriggers().map((trigger) => ({
    run: trigger.getHandlerFunction(),
    source: trigger.getTriggerSourceId(),
  }));
  const missing = missingTriggers(there, spreadsheet.getId());
  const { edit, clock } = CARRIER_FUNCTIONS;
  if (missing.edit) ScriptApp.newTrigger(edit).forSpreadsheet(spreadsheet).onEdit().create();
  if (missing.clock) ScriptApp.newTrigger(clock).timeBased().everyHours(1).create();
}

/** As an add-on one script has the triggers of all workbooks of a person: another workbook's edit trigger is none of this one. */
export function missingTriggers(there: readonly { readonly run: string; readonly source: string }[], workbook: string) {
  const { edit, clock } = CARRIER_FUNCTIONS;
  return {
    edit: !there.some(({ run, source }) => run === edit && source === workbook),
    clock: !there.some(({ run }) => run === clock),
  };
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
  if (carrierMayRest()) return;
  const opening = openWorkbook();
  if (opening?.kind !== 'open' || opening.workbook.copyOf !== null) return;
  const { workbook, outbox } = opening;
  const sheet = event.range.getSheet();
  const edited = sheet.getSheetId();
  if (String(edited) === outbox.snapshot[TAB_PROPERTY]) noteEdit(event, sheet);
  if (stepAside(workbook, outbox.carrier)) return;
  const now = Date.now();
  const rest = nextTurnAt(outbox.carrier) - now;
  if (rest > 0) {
    noteTurn(rest);
    return;
  }
  noteTurn(nextTurnAt(turnTaken(outbox.carrier, now)) - now);
  // The simple trigger may have been dropped, and with it the edit's mark.
  const marked = tabsToLookAt(workbook, outbox, null);
  const tabs = workbook.tabs.filter((tab) => marked.includes(tab) || workbook.book.tabs[tab.key]?.id === edited);
  const sending = { via: 'trigger', editors: editorsOf(event), urgent: false, submit: false } as const;
  // Of two edits at once both may get here: the period's claim keeps them from sending the same.
  const options = { with: ({ carrier }: Outbox) => ({ carrier: turnTaken(carrier, now) }) };
  sendWaiting(workbook, { reading: readTabs(workbook, outbox, tabs), outbox }, sending, AT_MOST_PERIODS, options);
}

/** A minute after the last turn, or later where many have followed each other. */
function nextTurnAt(carrier: Carrier | null): number {
  if (carrier === null) return 0;
  return Math.max(carrier.carriedAt + ONCE_A_MS, nextAt(CARRYING, carrier.spentUntil));
}

/** Once, however many periods the turn sends. */
function turnTaken(carrier: Carrier | null, now: number): Carrier {
  if (carrier?.carriedAt === now) return carrier;
  const spentUntil = spentAfter(CARRYING, carrier?.spentUntil ?? 0, now);
  return { account: carrier?.account ?? accountOfRun(), aliveAt: now, carriedAt: now, spentUntil };
}

/**
 * A carrier that was thought dead and is back: another has its place, so it takes its triggers away. One installation a workbook.
 * False where this run is the carrier's own, or nobody's.
 */
function stepAside({ spreadsheet }: Workbook, carrier: Carrier | null): boolean {
  const account = accountOfRun();
  if (carrier === null || account === '' || mayCarry(carrier, account, Date.now())) return false;
  removeTriggers(spreadsheet);
  return true;
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
  const { workbook } = opening;
  if (stepAside(workbook, opening.outbox.carrier)) return;
  showLife(opening.outbox);
  if (!isWorkingHour(new Date(Date.now()))) return;
  const read = { reading: readTabs(workbook, opening.outbox, workbook.tabs), outbox: opening.outbox };
  const sending = { via: 'sweep', editors: null, urgent: false, submit: false } as const;
  const { outbox } = sendWaiting(workbook, read, sending, AT_MOST_PERIODS);
  // An open sidebar brings the tab up to date by itself.
  const token = sidebarIsOpen() ? null : identityToken();
  if (token !== null) refreshSummary(workbook, outbox, token.token);
}

/** Vietnam has one time zone and no summer time: UTC+7. */
function isWorkingHour(at: Date): boolean {
  const hour = (at.getUTCHours() + 7) % 24;
  return hour >= WORKING_HOURS.from && hour < WORKING_HOURS.to;
}

function showLife(outbox: Outbox): void {
  const account = accountOfRun();
  const now = Date.now();
  const { carrier } = outbox;
  if (carrier !== null && now - carrier.aliveAt < ALIVE_EVERY_MS) return;
  changeOutbox((current) => ({ carrier: { ...NEVER_CARRIED, ...current.carrier, account, aliveAt: now } }));
}
