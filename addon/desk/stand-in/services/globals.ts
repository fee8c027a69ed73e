/// <reference types="google-apps-script" />
/** Everything that is in the script's scope besides the language itself. */
import type { Run } from '../run.ts';
import { makeCacheService } from './cache.ts';
import { makeHtmlService } from './html.ts';
import { Kit } from './kit.ts';
import { makeLockService } from './lock.ts';
import { makeConsole, makeLogger } from './logging.ts';
import { makePropertiesService } from './properties.ts';
import { makeScriptApp } from './script-app.ts';
import { makeSession } from './session.ts';
import { makeSpreadsheetApp } from './spreadsheet-app.ts';
import { makeUrlFetchApp } from './url-fetch.ts';
import { makeUtilities } from './utilities.ts';

/** The console is apart: it is no service. */
export function makeGlobals(run: Run): {
  kit: Kit;
  services: Readonly<Record<string, object>>;
  console: ReturnType<typeof makeConsole>;
} {
  const kit = new Kit(run);
  const services = {
    SpreadsheetApp: makeSpreadsheetApp(kit),
    PropertiesService: makePropertiesService(run),
    LockService: makeLockService(run),
    CacheService: makeCacheService(run),
    UrlFetchApp: makeUrlFetchApp(kit),
    ScriptApp: makeScriptApp(kit),
    Session: makeSession(run),
    HtmlService: makeHtmlService(kit),
    Utilities: makeUtilities(kit),
    Logger: makeLogger(run),
  };
  return { kit, services, console: makeConsole((line) => run.host.ports.log?.(line)) };
}
