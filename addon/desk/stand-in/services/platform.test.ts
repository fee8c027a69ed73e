import { describe, expect, test } from 'vitest';
import { errorOf, evaluate, NOW, OWNER, resultOf, tryBook, tryHost } from '../../server/try-script.ts';
import type { FetchRequest } from '../ports.ts';

describe('PropertiesService', () => {
  const P = 'const p = PropertiesService.getDocumentProperties();';

  test('keeps texts in the workbook, across runs', () => {
    const model = tryBook();
    evaluate(`${P} p.setProperty('a', '1').setProperties({ b: '2', c: '3' }); p.deleteProperty('c');`, { model });
    expect(
      evaluate(`${P} return [p.getProperty('a'), p.getProperty('c'), p.getKeys().join('')].join()`, { model }),
    ).toBe('1,,ab');
    expect(model.toJSON().script.documentProperties).toEqual({ a: '1', b: '2' });
  });

  test('a value has at most 9 KB in UTF-8 bytes, not characters', () => {
    expect(errorOf(`${P} p.setProperty('k', 'x'.repeat(9216));`)).toContain('no error');
    expect(errorOf(`${P} p.setProperty('k', 'x'.repeat(9217));`)).toBe('Argument too large: value');
    expect(errorOf(`${P} p.setProperty('k', 'ườ'.repeat(2000));`)).toBe('Argument too large: value');
  });

  test('a store has at most 500 KB, and keeps what it had when a write is refused', () => {
    const model = tryBook();
    const fill = `${P} for (let i = 0; i < 60; i += 1) p.setProperty('k' + i, 'x'.repeat(9000));`;
    expect(errorOf(fill, { model })).toContain('exceeded the property storage quota');
    expect(Object.keys(model.script.documentProperties)).toHaveLength(56);
  });

  test('reads and writes are counted, and stop at 50,000 a day', () => {
    const { host, call } = tryHost(`function main(n) { ${P} for (let i = 0; i < n; i += 1) p.getProperty('x'); }`);
    resultOf(call('main', 10));
    expect(host.quotas(OWNER.email).properties).toBe(10);
    expect(call('main', 50_000)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('too many times for one day') },
    });
  });

  test('a day of reads and writes begins with the first and is over 24 hours later, whatever the limit is', () => {
    let now = NOW + 20 * 3_600_000;
    const { host, call } = tryHost(`function main() { ${P} p.getKeys(); }`, {
      ports: { now: () => now },
      dailyLimits: { properties: 2 },
    });
    const outcomes = [0, 6 * 3_600_000, 0, 18 * 3_600_000 - 1, 1].map((later) => {
      now += later;
      return call('main').ok;
    });
    expect(outcomes).toEqual([true, true, false, false, true]);
    expect(host.quotas(OWNER.email).properties).toBe(1);
  });

  test('user properties are each person’s own', () => {
    const model = tryBook();
    evaluate("PropertiesService.getUserProperties().setProperty('a', '1')", { model });
    const other = tryHost("function main() { return PropertiesService.getUserProperties().getProperty('a'); }", {
      model,
    });
    expect(resultOf(other.host.run('main', [], { user: { email: 'x@demo.test' }, via: 'menu' }))).toBe(null);
  });

  test('may be null, as Google’s may', () => {
    expect(
      evaluate('return PropertiesService.getDocumentProperties() === null', { ports: { lacksService: () => true } }),
    ).toBe(true);
  });
});

describe('LockService', () => {
  test('a run that comes in between does not get the lock, and time passes; a run’s end frees it', () => {
    const source = `function outer() { const l = LockService.getDocumentLock(); l.tryLock(0); SpreadsheetApp.flush(); return l.hasLock(); }
      function inner() { const l = LockService.getDocumentLock(); return l.tryLock(5000); }`;
    const inner: unknown[] = [];
    const { host, call } = tryHost(source, {
      ports: {
        beforeCall: ({ member, run }) => {
          if (member === 'flush' && run === 1) inner.push(host.run('inner', [], { user: OWNER, via: 'menu' }));
        },
      },
    });
    expect(resultOf(call('outer'))).toBe(true);
    expect(inner).toMatchObject([{ ok: true, value: false, elapsedMs: 5000 }]);
    expect(resultOf(call('inner'))).toBe(true);
  });

  test('waitLock throws when another holds it', () => {
    expect(errorOf('LockService.getScriptLock().waitLock(10)', { ports: { lockIsHeld: () => true } })).toContain(
      'Lock timeout',
    );
  });
});

test('CacheService forgets when the time is over', () => {
  let now = NOW;
  const { call } = tryHost(
    "function put() { CacheService.getScriptCache().put('k', 'v', 60); } function get() { return CacheService.getScriptCache().get('k'); }",
    { ports: { now: () => now } },
  );
  resultOf(call('put'));
  expect(resultOf(call('get'))).toBe('v');
  now += 60_000;
  expect(resultOf(call('get'))).toBe(null);
});

test('CacheService keeps of more than a thousand items those that live longest', () => {
  const body = `const c = CacheService.getScriptCache();
    for (let i = 0; i < 1001; i += 1) c.put('k' + i, 'v', 100 + i);
    return [c.get('k100'), c.get('k101'), c.get('k1000')].join();`;
  expect(evaluate(body)).toBe(',v,v');
});

describe('UrlFetchApp', () => {
  const answer =
    (status: number, body = '{}') =>
    () => ({ kind: 'response' as const, status, headers: { etag: '"3"' }, body });
  const get = "const r = UrlFetchApp.fetch('https://w.test/api', { muteHttpExceptions: true });";

  test('hands over method, headers and body, and answers with status, text and headers', () => {
    const seen: FetchRequest[] = [];
    const fetch = (request: FetchRequest) => {
      seen.push(request);
      return answer(201, 'xong')();
    };
    const body = `const r = UrlFetchApp.fetch('https://w.test/api', { method: 'put', contentType: 'application/json', headers: { 'If-Match': '"2"' }, payload: '{}' });
      return [r.getResponseCode(), r.getContentText(), r.getHeaders()['Etag']].join();`;
    expect(evaluate(body, { ports: { fetch } })).toBe('201,xong,"3"');
    expect(seen).toEqual([
      {
        url: 'https://w.test/api',
        method: 'put',
        headers: { 'Content-Type': 'application/json', 'If-Match': '"2"' },
        body: '{}',
        followRedirects: true,
      },
    ]);
  });

  test('throws at a bad status unless muted, and where nobody answers', () => {
    expect(errorOf("UrlFetchApp.fetch('https://w.test/api')", { ports: { fetch: answer(412, 'no') } })).toContain(
      'returned code 412',
    );
    expect(evaluate(`${get} return r.getResponseCode()`, { ports: { fetch: answer(412) } })).toBe(412);
    expect(errorOf(get)).toBe('Address unavailable: https://w.test/api');
    expect(errorOf("UrlFetchApp.fetch('/api')")).toContain('Invalid argument');
    expect(errorOf("UrlFetchApp.fetch('https://w.test', { body: 'x' })")).toContain('not in the stand-in');
    expect(errorOf("UrlFetchApp.fetch('https://w.test', { method: 'head' })")).toContain('invalid value');
  });

  test('is counted, and stops at 20,000 a day', () => {
    const { host, call } = tryHost(`function main(n) { for (let i = 0; i < n; i += 1) { ${get} } }`, {
      ports: { fetch: answer(200) },
    });
    resultOf(call('main', 19_999));
    expect(host.quotas(OWNER.email).urlFetch).toBe(19_999);
    expect(call('main', 2)).toMatchObject({
      ok: false,
      error: { message: 'Service invoked too many times for one day: urlfetch.' },
    });
  });

  test.each([
    ["UrlFetchApp.fetch('https://w.test/' + 'x'.repeat(2048))", 'URLFetch URL Length'],
    ["UrlFetchApp.fetch('https://w.test', { headers: { 'X-A': 'ư'.repeat(4096) } })", 'URLFetch Header Size'],
    [
      "const h = {}; for (let i = 0; i < 101; i += 1) h['X-' + i] = ''; UrlFetchApp.fetch('https://w.test', { headers: h })",
      'URLFetch Header Size',
    ],
  ])('refuses what is too large: %s', (body, what) => {
    expect(errorOf(body, { ports: { fetch: answer(200) } })).toBe(`Limit Exceeded: ${what}.`);
  });

  test('keeps to the manifest’s hosts and scopes', () => {
    const files = (json: object) => ({ files: { appsscript: JSON.stringify(json) }, ports: { fetch: answer(200) } });
    expect(errorOf(get, files({ urlFetchWhitelist: ['https://other.test/'] }))).toContain('urlFetchWhitelist');
    expect(errorOf(get, files({ oauthScopes: ['openid'] }))).toContain(
      'Required permissions: https://www.googleapis.com/auth/script.external_request',
    );
    const scopes = ['https://www.googleapis.com/auth/script.external_request'];
    expect(errorOf(get, files({ oauthScopes: scopes, urlFetchWhitelist: ['https://w.test/'] }))).toContain('no error');
  });
});

describe('Utilities', () => {
  test('dates, digests, base64', () => {
    expect(
      evaluate(
        "return Utilities.formatDate(new Date(1795485600000), 'Asia/Ho_Chi_Minh', \"yyyy-MM-dd'T'HH:mm:ssXXX\")",
      ),
    ).toBe('2026-11-24T09:00:00+07:00');
    expect(evaluate("return Utilities.base64Encode('Mường')")).toBe(Buffer.from('Mường').toString('base64'));
    expect(evaluate('return Utilities.base64EncodeWebSafe([-1, -2, -3, 62])')).toBe('__79Pg==');
    expect(evaluate("return Utilities.newBlob(Utilities.base64Decode('TcaweMOj')).getDataAsString()")).toBe('Mưxã');
    expect(
      evaluate(
        "return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc', Utilities.Charset.UTF_8).map(function (b) { return ((b + 256) % 256).toString(16).padStart(2, '0'); }).join('')",
      ),
    ).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(evaluate('return Utilities.getUuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(errorOf("Utilities.formatDate(new Date(0), 'UTC', 'EEEE')")).toContain('not in the stand-in');
  });
});

test('Session and the identity token are the effective user’s', () => {
  const identityToken = (email: string) => `token of ${email}`;
  expect(
    evaluate(
      'return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), ScriptApp.getIdentityToken()].join()',
      {
        ports: { identityToken },
      },
    ),
  ).toBe('owner@demo.test,owner@demo.test,token of owner@demo.test');
});

test('getAuthorizationInfo tells what was granted, and where to grant the rest', () => {
  const source = `function ask() { const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    return [String(info.getAuthorizationStatus()), info.getAuthorizedScopes().join(), info.getAuthorizationUrl()].join(' '); }`;
  const files = {
    appsscript: JSON.stringify({ oauthScopes: ['openid', 'https://www.googleapis.com/auth/spreadsheets.currentonly'] }),
  };
  const { host } = tryHost(source, { files });
  const denied = { email: OWNER.email, deniedScopes: ['openid'] };
  expect(resultOf(host.run('ask', [], { user: OWNER, via: 'menu' }))).toMatch(
    /^NOT_REQUIRED openid,https:\S+currentonly $/,
  );
  expect(resultOf(host.run('ask', [], { user: denied, via: 'menu' }))).toMatch(
    /^REQUIRED https:\S+currentonly https:\/\/script\.google\.com\//,
  );
});

test('a scope that the person did not grant stops requireAllScopes and the calls that need it', () => {
  const denied = { email: OWNER.email, deniedScopes: ['https://www.googleapis.com/auth/script.external_request'] };
  const { host } = tryHost(
    "function all() { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); } function get() { UrlFetchApp.fetch('https://w.test'); }",
  );
  expect(host.run('all', [], { user: denied, via: 'menu' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('Authorization is required') },
  });
  expect(host.run('get', [], { user: denied, via: 'menu' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('not sufficient') },
  });
  expect(host.run('all', [], { user: OWNER, via: 'menu' })).toMatchObject({ ok: true });
});

test('an address needs its scope, and opening by an id the scope for every spreadsheet', () => {
  const scopes = (...names: string[]) => ({
    files: {
      appsscript: JSON.stringify({ oauthScopes: names.map((name) => `https://www.googleapis.com/auth/${name}`) }),
    },
  });
  for (const member of ['getActiveUser', 'getEffectiveUser']) {
    expect(errorOf(`Session.${member}()`, scopes('spreadsheets.currentonly'))).toContain('auth/userinfo.email');
    expect(errorOf(`Session.${member}()`, scopes('userinfo.email'))).toContain('no error');
  }
  expect(errorOf("SpreadsheetApp.openById('book-1')", scopes('spreadsheets.currentonly'))).toMatch(
    /auth\/spreadsheets$/,
  );
  expect(errorOf("SpreadsheetApp.openById('book-1')", scopes('spreadsheets'))).toContain('no error');
});
