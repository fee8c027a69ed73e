import { describe, expect, test } from 'vitest';
import { EDITOR, errorOf, NOW, OWNER, resultOf, tryHost } from '../server/try-script.ts';

const FIRST = { sheetId: 0, area: { row: 1, column: 1, rows: 1, columns: 1 } };

describe('calls from the sidebar', () => {
  const { host } = tryHost(`function echo(value) { return value; } function hidden_() { return 1; }
    function date() { return { at: new Date() }; } function hole() { return { a: undefined }; } function nothing() {}
    function withFunction() { return { a: 1, f: function () {} }; } function who() { return typeof globalThis.process; }`);
  const call = (name: string, ...args: unknown[]) => host.run(name, args, { user: OWNER, via: 'sidebar' });

  test('pass JSON-like values both ways', () => {
    const value = { a: [1, 'hai', null, true], b: { c: 2.5 } };
    expect(resultOf(call('echo', value))).toEqual(value);
    expect(resultOf(call('nothing'))).toBe(null);
    expect(resultOf(call('withFunction'))).toEqual({ a: 1 });
  });
  test.each([
    ['a Date', { at: new Date(0) }],
    ['an undefined inside', [1, undefined]],
    ['a NaN', Number.NaN],
    ['a Map', new Map()],
  ])('refuse %s as an argument', (_, value) => {
    expect(call('echo', value)).toMatchObject({ ok: false, error: { name: 'TypeError' } });
  });
  test('refuse a Date or an undefined in the result', () => {
    expect(call('date')).toMatchObject({ ok: false, error: { message: expect.stringContaining('value.at') } });
    expect(call('hole')).toMatchObject({ ok: false, error: { message: expect.stringContaining('value.a') } });
  });
  test('do not reach private or missing functions, or services by their name', () => {
    for (const name of ['hidden_', 'missing', 'SpreadsheetApp', 'echo()', '__proto__'])
      expect(call(name)).toMatchObject({ ok: false, error: { message: `Script function not found: ${name}` } });
    expect(resultOf(host.run('hidden_', [], { user: OWNER, via: 'menu' }))).toBe(1);
  });
  test('have nothing of Node in reach', () => {
    expect(resultOf(call('who'))).toBe('undefined');
  });
});

describe('opening', () => {
  const source = `function onOpen(e) {
      const ui = SpreadsheetApp.getUi();
      ui.createMenu('Chỉ tiêu').addItem('Mở bảng', 'show').addSeparator().addSubMenu(ui.createMenu('Thêm').addItem('Tự kiểm tra', 'check')).addToUi();
      if (e.authMode === ScriptApp.AuthMode.LIMITED) PropertiesService.getDocumentProperties().setProperty('opened', '1');
    }
    function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Số liệu').setWidth(300)); }
    function readProperties() { PropertiesService.getDocumentProperties().getKeys(); }`;

  test('builds the menu, once however often it is opened', () => {
    const { host } = tryHost(source);
    host.open(OWNER);
    resultOf(host.open(OWNER)[0]);
    expect(host.menu()).toEqual([
      {
        kind: 'menu',
        caption: 'Chỉ tiêu',
        items: [
          { kind: 'item', caption: 'Mở bảng', functionName: 'show' },
          { kind: 'separator' },
          { kind: 'menu', caption: 'Thêm', items: [{ kind: 'item', caption: 'Tự kiểm tra', functionName: 'check' }] },
        ],
      },
    ]);
  });
  test('in AuthMode.NONE reads no properties, and never shows a sidebar', () => {
    const reading = tryHost('function onOpen() { PropertiesService.getDocumentProperties().getKeys(); }').host;
    expect(reading.open(OWNER, 'NONE')[0]).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('not sufficient') },
    });
    expect(reading.open(OWNER)[0]).toMatchObject({ ok: true });
    const showing = tryHost(
      "function onOpen() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }",
    ).host;
    expect(showing.open(OWNER)[0]).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Ui.showSidebar') },
    });
  });
  test.each([
    'SpreadsheetApp.getActive()',
    'e.source.getName()',
    'CacheService.getScriptCache()',
    'LockService.getDocumentLock()',
    'Session.getActiveUser()',
    'Session.getEffectiveUser()',
  ])('in AuthMode.NONE has no right to %s either, a menu and what touches nobody is all', (body) => {
    const onOpen = (does: string) => tryHost(`function onOpen(e) { ${does}; }`).host.open(OWNER, 'NONE')[0];
    expect(onOpen(body)).toMatchObject({ ok: false, error: { message: expect.stringContaining('not sufficient') } });
    const harmless =
      "SpreadsheetApp.getUi().createAddonMenu().addItem('Mở', 'x').addToUi(); Utilities.getUuid(); Logger.log('x')";
    expect(onOpen(harmless)).toMatchObject({ ok: true });
  });
  test('the menu item shows the sidebar', () => {
    const { host, call } = tryHost(source, { files: { sidebar: '<p>x</p>' } });
    expect(host.sidebar()).toBe(null);
    resultOf(call('show'));
    expect(host.sidebar()).toEqual({ title: 'Số liệu', content: '<p>x</p>', width: 300, height: null });
  });
});

describe('an edit', () => {
  const source = `function keep(key, value) { PropertiesService.getScriptProperties().setProperty(key, value); }
    function onEdit(e) { keep('simple', [e.range.getA1Notation(), e.value, e.oldValue, 'value' in e, Session.getActiveUser().getEmail() === '', Session.getEffectiveUser().getEmail() === ''].join()); }
    function installed(e) { keep('installed', [e.range.getA1Notation(), Session.getActiveUser().getEmail() === '', Session.getEffectiveUser().getEmail(), ScriptApp.getIdentityToken(), e.triggerUid.length > 0].join()); }
    function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    function uninstall() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }
    function write() { SpreadsheetApp.getActive().getRange('B2').setValue(1); }`;
  const started = () => tryHost(source, { ports: { identityToken: (email) => `token of ${email}` } });

  test('runs the simple trigger with value and oldValue, without anybody’s address', () => {
    const { host, model } = started();
    const { runs } = host.fireEdit({ ...FIRST, value: '5', oldValue: '4' }, EDITOR);
    expect(runs).toMatchObject([{ ok: true, functionName: 'onEdit' }]);
    expect(model.script.scriptProperties.simple).toBe('A1,5,4,true,true,true');
    host.fireEdit({ sheetId: 0, area: { row: 1, column: 1, rows: 2, columns: 2 } }, EDITOR);
    expect(model.script.scriptProperties.simple).toBe('A1:B2,,,false,true,true');
  });
  test('runs installed triggers as their creator, who need not be the editor', () => {
    const { host, model, call } = started();
    resultOf(call('install'));
    const { runs } = host.fireEdit(FIRST, EDITOR);
    expect(runs.map((run) => [run.functionName, run.user])).toEqual([
      ['onEdit', EDITOR.email],
      ['installed', OWNER.email],
    ]);
    expect(model.script.scriptProperties.installed).toBe('A1,true,owner@demo.test,token of owner@demo.test,true');
    host.run('uninstall', [], { user: EDITOR, via: 'menu' });
    expect(model.script.triggers).toHaveLength(1);
    resultOf(call('uninstall'));
    expect(model.script.triggers).toHaveLength(0);
  });
  test('by a script fires nothing', () => {
    const { host, call } = started();
    const before = host.calls().length;
    resultOf(call('write'));
    expect(
      host
        .calls()
        .slice(before)
        .every(({ run }) => run === 1),
    ).toBe(true);
  });
  test.each(["UrlFetchApp.fetch('https://w.test')", 'ScriptApp.getIdentityToken()', 'ScriptApp.getProjectTriggers()'])(
    'has no right to %s in the simple trigger',
    (body) => {
      const { host } = tryHost(`function onEdit() { ${body}; }`, {
        ports: { fetch: () => ({ kind: 'response', status: 200, headers: {}, body: '' }) },
      });
      expect(host.fireEdit(FIRST, OWNER).runs[0]).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('Specified permissions are not sufficient') },
      });
    },
  );
  test('that waited for another one’s trigger finds it later by its clock', () => {
    const at: number[] = [];
    const { host } = tryHost('function onEdit(e) { e.range.getRow(); console.log(Date.now()); }', {
      ports: { latency: () => 1000, log: (line) => at.push(Number(line) - NOW) },
    });
    for (let i = 0; i < 3; i += 1) host.fireEdit(FIRST, OWNER);
    expect(at).toEqual([1000, 2000, 3000]);
  });
  test('names its editor to an installed trigger only within one domain', () => {
    for (const [told, name] of [
      [false, ''],
      [true, EDITOR.email],
    ] as const) {
      const { host, model } = tryHost(
        `${source} function editor(e) { keep('editor', [e.user.getEmail(), Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()].join()); }
        function installEditor() { ScriptApp.newTrigger('editor').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`,
        { ports: { tellsActiveUser: () => told } },
      );
      host.run('installEditor', [], { user: OWNER, via: 'menu' });
      host.fireEdit(FIRST, EDITOR);
      expect(model.script.scriptProperties.editor).toBe([name, name, OWNER.email].join());
    }
  });
  test('is dropped when one runs and two wait, and taken again later', () => {
    let now = NOW;
    const { host } = tryHost('function onEdit(e) { e.range.getRow(); }', {
      ports: { now: () => now, latency: () => 1000 },
    });
    const dropped = () => host.fireEdit(FIRST, OWNER).dropped;
    expect([dropped(), dropped(), dropped(), dropped(), dropped()]).toEqual([false, false, false, true, true]);
    now += 1000;
    expect([dropped(), dropped()]).toEqual([false, true]);
  });
});

describe('time', () => {
  const latency = () => 1000;
  test('a simple trigger is stopped after 30 s, whatever it catches; a call after 6 minutes', () => {
    const loop = 'for (let i = 0; i < N; i += 1) { try { e.range.getRow(); } catch (error) {} }';
    const edit = (n: number) =>
      tryHost(`function onEdit(e) { ${loop.replace('N', String(n))} }`, { ports: { latency } }).host.fireEdit(
        FIRST,
        OWNER,
      ).runs[0];
    expect(edit(30)).toMatchObject({ ok: true, elapsedMs: 30_000 });
    expect(edit(31)).toMatchObject({ ok: false, error: { message: 'Exceeded maximum execution time' } });
    expect(errorOf('Utilities.sleep(360001)')).toBe('Exceeded maximum execution time');
    expect(errorOf('Utilities.sleep(360000)')).toContain('no error');
  });
});

describe('clock triggers', () => {
  const source = `function tick(e) { const p = PropertiesService.getScriptProperties(); p.setProperty('n', String(Number(p.getProperty('n') || 0) + 1)); }
    function every() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
    function daily() { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(17).create(); }
    function once() { ScriptApp.newTrigger('tick').timeBased().after(60000).create(); }
    function ui() { SpreadsheetApp.getUi(); }
    function uiTrigger() { ScriptApp.newTrigger('ui').timeBased().after(0).create(); }
    function slow() { Utilities.sleep(359000); }
    function slowTrigger() { ScriptApp.newTrigger('slow').timeBased().everyMinutes(1).create(); }`;
  const MINUTE = 60_000;

  test.each([
    ['every', [59, 60, 61, 119, 120], [0, 1, 0, 0, 1]],
    ['once', [0, 1, 2], [0, 1, 0]],
    // 9:00 in Hà Nội now: 17:00 is 480 minutes away, and the next one a day later.
    ['daily', [479, 480, 600, 480 + 1439, 480 + 1440], [0, 1, 0, 0, 1]],
  ])('%s run when they are due', (install, minutes, runs) => {
    const { host, call } = tryHost(source);
    resultOf(call(install));
    expect(minutes.map((minute) => host.fireClock(NOW + minute * MINUTE).length)).toEqual(runs);
  });
  test('may have no active spreadsheet, which is not promised', () => {
    const { host } = tryHost(
      `function tick() { return SpreadsheetApp.getActiveSpreadsheet() === null && SpreadsheetApp.getActive() === null; }
      function install() { ScriptApp.newTrigger('tick').timeBased().after(0).create(); return SpreadsheetApp.getActive() !== null; }`,
      { ports: { lacksService: (name) => name === 'activeSpreadsheet' } },
    );
    expect(resultOf(host.run('install', [], { user: OWNER, via: 'menu' }))).toBe(true);
    expect(resultOf(host.fireClock(NOW)[0])).toBe(true);
  });
  test('have no user interface', () => {
    const { host, call } = tryHost(source);
    resultOf(call('uiTrigger'));
    expect(host.fireClock(NOW)[0]).toMatchObject({
      ok: false,
      error: { message: 'Cannot call SpreadsheetApp.getUi() from this context.' },
    });
  });
  test('stop when the creator’s 90 minutes of the day are used up', () => {
    let now = NOW;
    const { host, call } = tryHost(source, { ports: { now: () => now } });
    resultOf(call('slowTrigger'));
    let runs = 0;
    for (let i = 1; i <= 30; i += 1) {
      now = NOW + i * MINUTE;
      runs += host.fireClock(now).length;
    }
    expect(runs).toBe(16);
    expect(host.quotas(OWNER.email).triggerMs).toBeGreaterThanOrEqual(90 * MINUTE);
  });
});
