/** Which calls need a scope, and which runs have none: simple triggers, people who did not grant it, manifests that do not ask for it. */
import type { Run } from './run.ts';

const SCOPE = 'https://www.googleapis.com/auth/';
const SCOPES = {
  fetch: `${SCOPE}script.external_request`,
  ui: `${SCOPE}script.container.ui`,
  triggers: `${SCOPE}script.scriptapp`,
  openid: 'openid',
  email: `${SCOPE}userinfo.email`,
  sheet: `${SCOPE}spreadsheets.currentonly`,
  allSheets: `${SCOPE}spreadsheets`,
} as const;

/** A broader scope that covers a narrower one. */
const COVERED_BY: Readonly<Record<string, readonly string[]>> = { [SCOPES.sheet]: [SCOPES.allSheets] };

/** By class, or by class and member. These calls fail in a simple trigger, whatever was granted. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  UrlFetchApp: [SCOPES.fetch],
  // The bound spreadsheet is active; opening by an id asks for all of them.
  'SpreadsheetApp.openById': [SCOPES.allSheets],
  'ScriptApp.getIdentityToken': [SCOPES.openid],
  'ScriptApp.newTrigger': [SCOPES.triggers],
  'ScriptApp.getProjectTriggers': [SCOPES.triggers],
  'ScriptApp.deleteTrigger': [SCOPES.triggers],
  'Ui.showSidebar': [SCOPES.ui],
  'Ui.showModalDialog': [SCOPES.ui],
  'Ui.showModelessDialog': [SCOPES.ui],
};

const SHEET_CLASSES = new Set(['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range']);

/** A trigger without anybody's authorisation is told an empty address instead. */
const WHO = new Set(['Session.getActiveUser', 'Session.getEffectiveUser']);

/** All that an add-on may do in a document in which nobody has used it yet: its menu, and what touches neither document nor person. */
const WITHOUT_ANY = new Set([
  'Ui',
  'Menu',
  'Logger',
  'Utilities',
  'SpreadsheetApp.getUi',
  'Session.getActiveUserLocale',
]);

export function authorise(run: Run, service: string, member: string): void {
  const { authMode } = run.identity;
  const name = `${service}.${member}`;
  const needed = NEEDS[name] ?? NEEDS[service];
  if (needed) {
    if (authMode !== 'FULL') throw notPermitted(service, member, needed);
    requireScopes(run, service, member, needed);
  }
  if (authMode === 'NONE' && !WITHOUT_ANY.has(service) && !WITHOUT_ANY.has(name))
    throw notPermitted(service, member, [SHEET_CLASSES.has(service) ? SCOPES.sheet : 'script.storage']);
  if (authMode !== 'FULL') return;
  if (SHEET_CLASSES.has(service)) requireScopes(run, service, member, [SCOPES.sheet]);
  if (WHO.has(name)) requireScopes(run, service, member, [SCOPES.email]);
}

/** Scopes that the manifest asks for and the person did not grant. */
export function missingScopes(run: Run): string[] {
  const denied = run.identity.effective.deniedScopes ?? [];
  return (run.host.manifest?.scopes ?? denied).filter((scope) => denied.includes(scope));
}

/** Scopes that the manifest asks for and the person granted; null where it lists none. */
export function grantedScopes(run: Run): string[] | null {
  const denied = run.identity.effective.deniedScopes ?? [];
  return run.host.manifest?.scopes?.filter((scope) => !denied.includes(scope)) ?? null;
}

function requireScopes(run: Run, service: string, member: string, needed: readonly string[]): void {
  const listed = run.host.manifest?.scopes ?? null;
  const denied = run.identity.effective.deniedScopes ?? [];
  const missing = needed.filter((scope) => {
    const covering = [scope, ...(COVERED_BY[scope] ?? [])];
    return (listed && !covering.some((one) => listed.includes(one))) || covering.some((one) => denied.includes(one));
  });
  if (missing.length > 0) throw notPermitted(service, member, missing);
}

function notPermitted(service: string, member: string, scopes: readonly string[]): Error {
  return new Error(
    `Specified permissions are not sufficient to call ${service}.${member}. Required permissions: ${scopes.join(' && ')}`,
  );
}
