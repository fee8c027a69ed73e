/**
 * How long Google's services take, milliseconds a call. Property and cache: 100 runs each, published by L. Peralta (ziritione.org) and
 * by mitonattou919 (qiita.com), the slower of the two; a cell's services, the lock, the network and the start of a run are estimates
 * on the slow side.
 */
import type { ServiceCall } from '../desk/stand-in/ports.ts';

const BY_MEMBER: Readonly<Record<string, number>> = {
  'Properties.getProperties': 40,
  'Properties.getProperty': 34,
  'Properties.setProperties': 100,
  'Properties.setProperty': 64,
  'Properties.deleteProperty': 64,
  'Cache.get': 23,
  'Cache.getAll': 23,
  'Cache.put': 93,
  'Cache.putAll': 93,
  'Cache.remove': 90,
  'Lock.tryLock': 60,
  'Lock.releaseLock': 30,
  'UrlFetchApp.fetch': 900,
  'ScriptApp.getIdentityToken': 80,
  'ScriptApp.getProjectTriggers': 150,
  'Range.getValues': 150,
  'Range.getFormulas': 120,
  'Range.getNumberFormats': 120,
  'Range.getDisplayValues': 150,
  'Range.setValues': 400,
  'Range.setValue': 60,
  'SpreadsheetApp.flush': 400,
  'Sheet.getDataRange': 30,
  'Sheet.getLastRow': 30,
  'Spreadsheet.getSheetById': 30,
  'Spreadsheet.getCurrentCell': 40,
};

const ELSE = 5;
/** Before a run's first call: an instance is found, the bundle is parsed. */
const START_OF_A_RUN = 300;

/** A port `latency`. */
export function serviceTimes(): (call: ServiceCall) => number {
  let run = -1;
  return (call) => {
    const start = call.run === run ? 0 : START_OF_A_RUN;
    run = call.run;
    return start + (BY_MEMBER[`${call.service}.${call.member}`] ?? ELSE);
  };
}
