/** The self-check of the built add-in on the stand-in: what holds there, and what it sees of a platform that is otherwise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtFiles, CLERK } from './built-addon.test-support.ts';
import { checkedDesk, type Otherwise, selfCheck } from './checked-desk.test-support.ts';
import type { FetchAnswer } from './desk/stand-in/ports.ts';
import { WorkbookModel } from './desk/stand-in/workbook-model.ts';
import type { Distortions } from './distorted-services.test-support.ts';
import { CHECKS } from './server/self-check/checks.ts';
import { STEPS } from './server/self-check/steps.ts';
import { CHECK_WORDS, STEP_WORDS } from './server/self-check/words.ts';

let files: Awaited<ReturnType<typeof builtFiles>>;
let setUp: ReturnType<WorkbookModel['toJSON']>;

beforeAll(async () => {
  files = await builtFiles();
  const desk = checkedDesk(files);
  desk.setUp();
  setUp = desk.model.toJSON();
});

const NOT_TRIED = [
  'memory.total',
  'runs.limit',
  'sidebar.values',
  'triggers.clock',
  'triggers.dropped',
  'triggers.selection',
];

/** A workbook of its own that was set up on a platform as assumed, opened on one that is otherwise. */
function deskSetUp(otherwise: Otherwise = {}) {
  return checkedDesk(files, { model: WorkbookModel.fromJSON(setUp), ...otherwise });
}

const withKind = (results: ReturnType<typeof selfCheck>, wanted: string) =>
  Object.entries(results).flatMap(([id, { kind }]) => (kind === wanted ? [id] : []));

describe('on the stand-in', () => {
  test('everything that can be tried holds', () => {
    const results = selfCheck(deskSetUp());
    expect(withKind(results, 'differs')).toEqual([]);
    expect(withKind(results, 'untried').sort()).toEqual(NOT_TRIED);
  });

  test('every check and every step has its words, and every word a check or a step', () => {
    const ids = Object.keys(selfCheck(deskSetUp()));
    expect(ids.sort()).toEqual([...Object.keys(CHECK_WORDS), ...Object.keys(STEP_WORDS)].sort());
  });

  test('as the desk runs it, with a grid that computes after the run, formulas are untried and nothing differs', () => {
    const results = selfCheck(deskSetUp({ uncomputed: true }));
    expect(withKind(results, 'differs')).toEqual([]);
    expect(withKind(results, 'untried').sort()).toEqual(
      [...NOT_TRIED, 'formulas.error-value', 'formulas.value'].sort(),
    );
  });

  test('in a workbook that nobody has set up it runs as well, without triggers to see', () => {
    const results = selfCheck(checkedDesk(files));
    expect(withKind(results, 'differs')).toEqual([]);
    expect(results['triggers.own']).toMatchObject({ kind: 'untried' });
  });

  test('with a clock that stands still it measures nothing, and says so', () => {
    const results = selfCheck(deskSetUp({ clock: (now) => now, callMs: 0 }));
    expect(withKind(results, 'untried').sort()).toEqual(
      [...NOT_TRIED, 'runs.batch', 'runs.clock', 'runs.one-call'].sort(),
    );
  });

  test('with a lock that another run holds it does not call the lock missing', () => {
    const results = selfCheck(deskSetUp({ ports: { lockIsHeld: () => true } }));
    expect([results['memory.lock']?.kind, results['memory.flush']?.kind]).toEqual(['untried', 'untried']);
  });

  test('without a network it calls the network untried, and tries the rest', () => {
    const results = selfCheck(deskSetUp({ answer: () => ({ kind: 'unreachable', detail: '' }) }));
    const untried = withKind(results, 'untried').filter((id) => !NOT_TRIED.includes(id));
    expect(untried.every((id) => id.startsWith('network.'))).toBe(true);
    expect(untried).toHaveLength(5);
    expect(results['network.reach']?.seen).toContain('Address unavailable');
  });
});

const answer = (status: number, headers: Record<string, string> = {}, body = ''): FetchAnswer => ({
  kind: 'response',
  status,
  headers,
  body,
});

/** An answer of the platform with another in its place. */
const swap =
  (from: unknown, to: unknown): Distortions[string] =>
  (real) => {
    const value = real();
    return value === from ? to : value;
  };
const swapCell =
  (from: unknown, to: unknown): Distortions[string] =>
  (real) =>
    listOf(real()).map((row) => listOf(row).map((value) => (value === from ? to : value)));
const mapTexts =
  (change: (text: string) => string): Distortions[string] =>
  (real) =>
    listOf(real()).map((value) => (typeof value === 'string' ? change(value) : value));
const nothing: Distortions[string] = () => undefined;
const refusing =
  (refuses: (value: unknown) => boolean): Distortions[string] =>
  (real, ...args) => {
    if (args.some(refuses)) throw new Error('refused');
    return real();
  };
const forgiving: Distortions[string] = (real) => {
  try {
    return real();
  } catch {
    return undefined;
  }
};

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value;
}

const services = (distortions: Distortions): Otherwise => ({ services: distortions });

/** For every check that holds on the stand-in, a platform on which it does not. */
const PLATFORMS: Readonly<Record<string, (desk: { current: ReturnType<typeof checkedDesk> | null }) => Otherwise>> = {
  'identity.token': () => ({ claims: { aud: 5 } }),
  'identity.email': () => ({ claims: { email_verified: false } }),
  'identity.life': () => ({ claims: { exp: 4_000_000_000 } }),
  'identity.account': () => ({ claims: { email: 'someone.else@demo.test' } }),
  'identity.scopes': () => services({ 'AuthorizationInfo.getAuthorizationStatus': () => 'REQUIRED' }),
  'network.reach': () => ({ answer: () => answer(500) }),
  'network.mute': () => ({ answer: () => answer(200) }),
  'network.headers': () => ({ answer: () => answer(200, { date: 'x' }) }),
  'network.redirect': () => ({ answer: () => answer(200) }),
  'network.clock': () => ({ answer: () => answer(200, { date: 'Tue, 24 Nov 2020 02:00:00 GMT' }) }),
  'locale.vietnamese': () => services({ 'Spreadsheet.getSpreadsheetLocale': () => 'en_US' }),
  'locale.time-zone': () => services({ 'Spreadsheet.getSpreadsheetTimeZone': () => 'America/New_York' }),
  'values.grouped': () => services({ 'Range.getValues': swapCell(1180, 1.18) }),
  'values.decimal': () => services({ 'Range.getValues': swapCell(2.5, '2,5') }),
  'values.foreign': () => services({ 'Range.getValues': swapCell('1.18', 1.18) }),
  'values.date': () =>
    services({
      'Range.getValue': (real) => (Object.prototype.toString.call(real()) === '[object Date]' ? '1/2' : real()),
    }),
  'values.percent': () => services({ 'Range.getNumberFormat': swap('0.00%', 'General') }),
  'values.text-format': () => services({ 'Range.getValues': swapCell('1/2', 45_000) }),
  'values.text-formula': () => services({ 'Range.getFormula': swap('=1+1', '') }),
  'values.shown': () => services({ 'Range.getDisplayValue': swap('1.180', '1180') }),
  'values.kept-format': () => services({ 'Range.getNumberFormat': swap('#,##0.00', '#,##0') }),
  'values.blank': () => services({ 'Range.isBlank': () => false }),
  'values.unicode': () =>
    services({ 'Range.getValue': (real) => (typeof real() === 'string' ? String(real()).normalize('NFC') : real()) }),
  'values.past-validation': () => services({ 'Range.setValue': refusing((value) => value === 'chữ') }),
  'formulas.separator': () => services({ 'Range.getFormula': swap('=SUM(1,2)', '=SUM(1;2)') }),
  'formulas.value': () => services({ 'Range.getValue': swap(3, '#ERROR!') }),
  'formulas.error': () => services({ 'Range.getFormula': swap('=1/0', '') }),
  'formulas.error-value': () => services({ 'Range.getValue': swap('#DIV/0!', '#CHIA/0!') }),
  'formulas.condition': () =>
    services({ 'BooleanCondition.getCriteriaValues': mapTexts((text) => text.replaceAll(';', ',')) }),
  'formulas.condition-elsewhere': () =>
    services({ 'ConditionalFormatRuleBuilder.whenFormulaSatisfied': refusing((value) => String(value).includes('!')) }),
  // The change is far behind what is told of the formula.
  'formulas.validation': () =>
    services({ 'DataValidation.getCriteriaValues': mapTexts((text) => text.replace(/"\)\)$/, '"')) }),
  'metadata.row': () => services({ 'DeveloperMetadataFinder.find': () => [] }),
  'metadata.insert-row': () => services({ 'Sheet.insertRowBefore': nothing }),
  'metadata.move-row': () => services({ 'Sheet.moveRows': nothing }),
  // A platform whose marks go with the contents that are sorted.
  'metadata.sort': (desk) =>
    services({
      'Range.sort': (real) => {
        desk.current?.model.update(
          (state) => {
            state.metadata = state.metadata.map((entry) =>
              entry.location.type === 'ROW' && entry.key.endsWith('.try')
                ? { ...entry, location: { ...entry.location, index: entry.location.index - 2 } }
                : entry,
            );
          },
          { kind: 'metadata' },
        );
        return real();
      },
    }),
  'metadata.cut': () => services({ 'Range.moveTo': nothing }),
  'metadata.delete-row': () => services({ 'Sheet.deleteRow': nothing }),
  'metadata.duplicate': () => services({ 'DeveloperMetadataFinder.find': (real) => listOf(real()).slice(0, 1) }),
  'metadata.column': () => services({ 'DeveloperMetadataLocation.getColumn': () => null }),
  'metadata.part-refused': () => services({ 'Range.addDeveloperMetadata': forgiving }),
  'metadata.by-size-refused': () => services({ 'Range.addDeveloperMetadata': forgiving }),
  'metadata.spreadsheet': () => services({ 'Spreadsheet.addDeveloperMetadata': nothing }),
  'sheet.front': (desk) =>
    services({
      'Spreadsheet.insertSheet': (real) => {
        const made = real();
        desk.current?.model.select(CLERK.email, 0, { row: 1, column: 1, rows: 1, columns: 1 }, 'script');
        return made;
      },
    }),
  'sheet.back': () => services({ 'Spreadsheet.setActiveRange': nothing }),
  'sheet.empty': () => services({ 'Sheet.getLastRow': () => 1 }),
  'sheet.current-cell': () => services({ 'Spreadsheet.getCurrentCell': () => null }),
  'sheet.by-id': () => services({ 'Spreadsheet.getSheetById': () => null }),
  'sheet.protection': () => services({ 'Protection.isWarningOnly': () => false }),
  'memory.properties': () => services({ 'Properties.getProperty': () => null }),
  'memory.value-limit': () => services({ 'Properties.setProperty': refusing((value) => String(value).length > 3_000) }),
  'memory.bytes': () => services({ 'Properties.setProperty': forgiving }),
  'memory.lock': () => ({ ports: { lacksService: (name) => name === 'documentLock' } }),
  'memory.flush': () => services({ 'Range.getValue': swap(1180, '') }),
  'memory.cache': () => ({ ports: { lacksService: (name) => name === 'documentCache' } }),
  'runs.clock': () => ({ clock: (now, look) => now + Math.floor(look / 100) * 60 }),
  'runs.one-call': () => ({ callMs: 2_001, clock: (now, look) => now + Math.floor(look / 100) }),
  'runs.batch': (desk) =>
    services({
      'Range.getValues': (real) => {
        if (desk.current !== null) desk.current.clock.now += 1_000;
        return real();
      },
    }),
  'triggers.own': () => services({ 'ScriptApp.getProjectTriggers': (real) => [...listOf(real()), ...listOf(real())] }),
};

describe('on a platform that is otherwise', () => {
  test('is tried for every check that holds on the stand-in', () => {
    expect(Object.keys(PLATFORMS).sort()).toEqual(
      Object.keys(CHECK_WORDS)
        .filter((id) => !NOT_TRIED.includes(id))
        .sort(),
    );
  });

  test.each(Object.entries(PLATFORMS))('%s is seen to differ', (id, otherwise) => {
    const desk: { current: ReturnType<typeof checkedDesk> | null } = { current: null };
    desk.current = deskSetUp(otherwise(desk));
    const result = selfCheck(desk.current)[id];
    expect(result).toMatchObject({ kind: 'differs' });
    expect(result?.seen).not.toBe('');
    expect(desk.current.toasts.at(-1)).toMatch(/^Đã kiểm tra: /);
  });
});

describe('the documents', () => {
  const page = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
  /** The rows of the page's tables: id, what is assumed, how, and where there is a fourth column what holds on the desk. */
  const rows = page('../docs/self-check.md')
    .split('\n')
    .flatMap((line) => {
      const [, id, assumed, , desk] = /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|(?: (\w+).* \|)?$/.exec(line) ?? [];
      return id === undefined ? [] : [{ id, assumed, desk }];
    });

  test('list every check and step in the tab’s order and words', () => {
    const listed = [
      ...CHECKS.map(({ id }) => ({ id, assumed: CHECK_WORDS[id]?.[0] })),
      ...STEPS.map(({ id }) => ({ id, assumed: STEP_WORDS[id]?.[0] })),
    ];
    expect(rows.map(({ id, assumed }) => ({ id, assumed }))).toEqual(listed);
  });

  test('say what holds on the desk as it is there', () => {
    const results = selfCheck(deskSetUp({ uncomputed: true }));
    const checks = rows.filter(({ id }) => id in CHECK_WORDS);
    expect(checks.map(({ id, desk }) => [id, desk])).toEqual(checks.map(({ id }) => [id, results[id]?.kind]));
  });

  test('name no check in the stand-in’s README that there is not', () => {
    const named = [...page('desk/stand-in/README.md').matchAll(/`([a-z]+\.[a-z]+(?:-[a-z]+)*)`/g)].map(
      (match) => match[1],
    );
    const ids = Object.keys({ ...CHECK_WORDS, ...STEP_WORDS });
    const families = new Set(ids.map((id) => id.split('.')[0]));
    const claimed = named.filter((name) => families.has(name?.split('.')[0]));
    expect(claimed.length).toBeGreaterThan(15);
    expect(claimed.filter((name) => !ids.includes(name ?? ''))).toEqual([]);
  });
});
