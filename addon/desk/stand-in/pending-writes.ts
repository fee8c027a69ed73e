/**
 * Google gathers writes to cells and makes them at the next reading, at `flush()`, or when the run ends; nobody else sees them
 * before. What waits here is lost when the run is killed.
 */

/** Services that know nothing of cells: a call to one of them leaves writes waiting. */
const ELSEWHERE = new Set([
  'PropertiesService',
  'Properties',
  'LockService',
  'Lock',
  'CacheService',
  'Cache',
  'UrlFetchApp',
  'HTTPResponse',
  'ScriptApp',
  'Session',
  'User',
  'Utilities',
  'Blob',
  'HtmlService',
  'HtmlOutput',
  'Logger',
]);

/** Steps on the way to a cell, and further writes. Every other call of a spreadsheet's classes makes what waits first. */
const ON_THE_WAY: Readonly<Record<string, RegExp>> = {
  SpreadsheetApp: /^(getActive|getActiveSpreadsheet|newDataValidation)$/,
  Spreadsheet: /^(getId|getSheetById|getSheetByName|toast)$/,
  Sheet: /^(getRange|getSheetId|getName)$/,
  Range: /^(set[A-Z]|clear|getCell$|offset$|getSheet$|getRow$|getColumn$|getNum(Rows|Columns)$|getA1Notation$)/,
  DataValidationBuilder: /./,
};

export class PendingWrites {
  #waiting: (() => void)[] = [];

  add(write: () => void): void {
    this.#waiting.push(write);
  }

  /** Before a call: makes what waits where the call could see it. */
  before(service: string, member: string): void {
    if (this.#waiting.length === 0 || ELSEWHERE.has(service) || ON_THE_WAY[service]?.test(member)) return;
    this.make();
  }

  make(): void {
    const writes = this.#waiting;
    this.#waiting = [];
    for (const write of writes) write();
  }

  lose(): void {
    this.#waiting = [];
  }
}
