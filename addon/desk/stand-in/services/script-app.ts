/** ScriptApp: identity token, installed triggers (the person's own only), what was granted. */
import { grantedScopes, missingScopes } from '../authorisation.ts';
import type { ClockSchedule, TriggerEvent, TriggerState } from '../model/workbook-state.ts';
import { authMode, authorizationStatus, eventType, triggerSource, weekday } from './enums.ts';
import type { Kit } from './kit.ts';
import { asDate, strict } from './strict.ts';

type GScriptApp = GoogleAppsScript.Script.ScriptApp;
/** Google has `getAuthorizedScopes` since people may grant a part; its types do not know it yet. */
type GInfo = GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes(): string[] | null };
type GTrigger = GoogleAppsScript.Script.Trigger;
type GTriggerBuilder = GoogleAppsScript.Script.TriggerBuilder;
type GSheetTriggers = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type GClockTriggers = GoogleAppsScript.Script.ClockTriggerBuilder;

const MOST_TRIGGERS = 20;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function makeScriptApp(kit: Kit): GScriptApp {
  const { run } = kit;
  const { model, ports } = run.host;
  const me = run.identity.effective.email;
  const requireAll = (): void => {
    const missing = missingScopes(run);
    if (missing.length > 0)
      throw new Error(`Authorization is required to perform that action. Missing: ${missing.join(', ')}`);
  };
  return strict<GScriptApp>(run, 'ScriptApp', {
    AuthMode: authMode.values,
    AuthorizationStatus: authorizationStatus.values,
    EventType: eventType.values,
    TriggerSource: triggerSource.values,
    WeekDay: weekday.values,
    // Google gives null where openid was not granted, whatever the types say; an empty text is as falsy.
    getIdentityToken: () => ports.identityToken(me) ?? '',
    getScriptId: () => model.script.scriptId,
    getService: () =>
      strict<GoogleAppsScript.Script.Service>(run, 'Service', { getUrl: () => '', isEnabled: () => false }),
    newTrigger: (functionName) => makeTriggerBuilder(kit, functionName),
    getProjectTriggers: () =>
      model.script.triggers.filter((one) => one.creator === me).map((one) => makeTrigger(kit, one)),
    deleteTrigger: (trigger) => {
      const id = kit.triggers.of(trigger);
      model.update(
        (state) => {
          state.script.triggers = state.script.triggers.filter((one) => one.id !== id);
        },
        { kind: 'script-state' },
      );
    },
    getAuthorizationInfo: () =>
      strict<GInfo>(run, 'AuthorizationInfo', {
        getAuthorizationStatus: () =>
          authorizationStatus.values[missingScopes(run).length > 0 ? 'REQUIRED' : 'NOT_REQUIRED'],
        // Google gives null where nothing is missing, whatever the types say; an empty text is as falsy.
        getAuthorizationUrl: () =>
          missingScopes(run).length > 0 ? `https://script.google.com/authorize/${model.script.scriptId}` : '',
        getAuthorizedScopes: () => grantedScopes(run),
      }),
    requireAllScopes: requireAll,
    requireScopes: (_mode, scopes) => {
      const missing = missingScopes(run).filter((scope) => scopes.includes(scope));
      if (missing.length > 0) requireAll();
    },
  });
}

function makeTriggerBuilder(kit: Kit, functionName: string): GTriggerBuilder {
  return strict<GTriggerBuilder>(kit.run, 'TriggerBuilder', {
    forSpreadsheet: (target: unknown) => {
      const { state } = kit.run.host.model;
      if (target !== state.id && target !== kit.spreadsheet())
        throw new Error('Triggers for another spreadsheet are not in the stand-in');
      return sheetTriggers(kit, functionName);
    },
    timeBased: () => clockTriggers(kit, functionName),
  });
}

function sheetTriggers(kit: Kit, functionName: string): GSheetTriggers {
  let event: TriggerEvent | null = null;
  const on = (wanted: TriggerEvent) => (): GSheetTriggers => {
    event = wanted;
    return builder;
  };
  const builder: GSheetTriggers = strict<GSheetTriggers>(kit.run, 'SpreadsheetTriggerBuilder', {
    onOpen: on('ON_OPEN'),
    onEdit: on('ON_EDIT'),
    onChange: on('ON_CHANGE'),
    create: () => {
      if (!event) throw new Error('No event was chosen for the trigger.');
      return install(kit, functionName, event, null);
    },
  });
  return builder;
}

function clockTriggers(kit: Kit, functionName: string): GClockTriggers {
  let schedule: ClockSchedule | null = null;
  let hour = 0;
  let minute = 0;
  const set = (next: ClockSchedule): GClockTriggers => {
    schedule = next;
    return builder;
  };
  const builder: GClockTriggers = strict<GClockTriggers>(kit.run, 'ClockTriggerBuilder', {
    everyMinutes: (n) => {
      if (![1, 5, 10, 15, 30].includes(n)) throw new Error('everyMinutes takes 1, 5, 10, 15 or 30.');
      return set({ kind: 'every', ms: n * MINUTE_MS });
    },
    everyHours: (n) => set({ kind: 'every', ms: n * HOUR_MS }),
    everyDays: (days) => set({ kind: 'daily', days, hour, minute }),
    atHour: (next) => {
      hour = next;
      return schedule?.kind === 'daily' ? set({ ...schedule, hour }) : builder;
    },
    nearMinute: (next) => {
      minute = next;
      return schedule?.kind === 'daily' ? set({ ...schedule, minute }) : builder;
    },
    after: (ms) => set({ kind: 'once', at: kit.run.now() + ms }),
    at: (date) => {
      const at = asDate(date);
      if (!at) throw new Error("The parameters don't match the method signature for ClockTriggerBuilder.at.");
      return set({ kind: 'once', at: at.getTime() });
    },
    create: () => {
      if (!schedule) throw new Error('No time was chosen for the trigger.');
      return install(kit, functionName, 'CLOCK', schedule);
    },
  });
  return builder;
}

function install(kit: Kit, functionName: string, event: TriggerEvent, schedule: ClockSchedule | null): GTrigger {
  const { model } = kit.run.host;
  const creator = kit.run.identity.effective.email;
  if (model.script.triggers.filter((one) => one.creator === creator).length >= MOST_TRIGGERS)
    throw new Error(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  const createdAt = kit.run.now();
  const trigger: TriggerState = {
    id: String(model.nextId()),
    functionName,
    event,
    creator,
    schedule,
    createdAt,
    lastRunAt: null,
  };
  model.update(
    (state) => {
      state.script.triggers = [...state.script.triggers, trigger];
    },
    { kind: 'script-state' },
  );
  return makeTrigger(kit, trigger);
}

function makeTrigger(kit: Kit, trigger: TriggerState): GTrigger {
  const made = strict<GTrigger>(kit.run, 'Trigger', {
    getUniqueId: () => trigger.id,
    getHandlerFunction: () => trigger.functionName,
    getEventType: () => eventType.values[trigger.event],
    getTriggerSource: () => triggerSource.values[trigger.event === 'CLOCK' ? 'CLOCK' : 'SPREADSHEETS'],
    getTriggerSourceId: () => (trigger.event === 'CLOCK' ? '' : kit.run.host.model.state.id),
  });
  return kit.triggers.keep(made, trigger.id);
}
