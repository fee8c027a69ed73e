/** Everything that turns somebody's text into something the service believes, called right here: so many inputs that requests would take days. */
import { env } from 'cloudflare:workers';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findMalformed } from '../../shared/malformed.ts';
import { isPeriod } from '../../shared/periods.ts';
import { judgeSubmission } from '../../shared/validate.ts';
import { PutMemberSchema, PutReportSchema } from '../../shared/wire.ts';
import { type Chance, chanceFrom } from '../../test/oracle/random.ts';
import { attachment } from '../api/content-disposition.ts';
import { readPending } from '../auth/code-flow.ts';
import { returnPath } from '../auth/return-path.ts';
import { readSessionCookie, readSignInCookie } from '../auth/session-cookie.ts';
import { readForm } from '../auth/token-form.ts';
import { verifyToken } from '../auth/tokens.ts';
import { type Here, judgeHeader, readEnd, readRow } from '../backup/format.ts';
import { receive } from '../backup/receive.ts';
import { contentHashOf } from '../canonical.ts';
import { isEmail } from '../decide/member.ts';
import { readPrecondition } from '../decide/precondition.ts';
import { composeReason } from '../decide/return-reason.ts';
import { mayRead } from '../edge/cors.ts';
import { configOf } from '../env.ts';
import { text as exported } from '../export/cells.ts';
import { filterQuery, readFilter } from '../pages/overview/filter.ts';
import { ORIGIN, plan, tokenOf } from '../testing/client.ts';
import { anyJson, damaged, hostileReport } from '../testing/fuzz/hostile-json.ts';
import { hostileText } from '../testing/fuzz/hostile-text.ts';
import { hostileToken } from '../testing/fuzz/hostile-token.ts';
import { FUZZ } from '../testing/fuzz/runs.ts';

const { seed, decoded } = FUZZ;
const config = configOf(env);
const here: Here = {
  resolution: { id: plan.resolution.id, version: 1 },
  schema: ['0001-reports', '0002-people', '0003-ledger'],
};
const HEADER = JSON.stringify({
  format: 'chieng-mung-backup',
  version: 1,
  resolution: here.resolution,
  schema: here.schema,
  at: 'x',
  origin: ORIGIN,
});
const END = JSON.stringify({ end: true, counts: { ledger: 1 }, header: 'a'.repeat(64), root: 'b'.repeat(64) });
const ROW = '{"row":{"entry":"{}","hash":"x","idx":1},"table":"ledger"}';

/** Each takes an input and throws, or fails an expectation, where what comes out is not what it promises. */
type Decoder = (chance: Chance, good: string) => void | Promise<void>;

const inPath = (chance: Chance) => hostileText(chance, 200, true);

const DECODERS: Readonly<Record<string, Decoder>> = {
  'the form of a token': (chance, good) => {
    const form = readForm(hostileToken(chance, good));
    if (form !== null) expect([typeof form.issuer, typeof form.kid]).toEqual(['string', 'string']);
  },
  'a token': async (chance, good) => {
    const token = hostileToken(chance, good);
    const verified = await verifyToken(token, config);
    if (token !== good) expect(verified.ok).toBe(false);
  },
  'the way back': (chance) => {
    const way = returnPath(`${chance.pick(['', '/', '//', '/\\', '/.'])}${inPath(chance)}`, ORIGIN);
    expect(new URL(way, `${ORIGIN}/sign-in`).origin).toBe(ORIGIN);
    expect(() => new Headers({ Location: way })).not.toThrow();
  },
  'a sign-in under way': (chance) => {
    const pending = readPending(
      chance.oneIn(2) ? inPath(chance) : encodeURIComponent(JSON.stringify(anyJson(chance)).toWellFormed()),
    );
    if (pending !== null) expect(Object.values(pending).every((each) => typeof each === 'string')).toBe(true);
  },
  cookies: (chance) => {
    const Cookie = `a=b; __Host-session=${inPath(chance)}; __Host-sign-in=${inPath(chance)}`.replace(
      /[^\x20-\x7e]/g,
      '%',
    );
    for (const read of [readSessionCookie, readSignInCookie]) {
      const found = read(new Headers({ Cookie }));
      if (found !== null) expect(found).toMatch(/^[^;]{1,4096}$/s);
    }
  },
  'a precondition': (chance) => {
    const tag = `${chance.pick(['', '"', 'W/"'])}${inPath(chance)}${chance.pick(['', '"'])}`.replace(
      /[^\x20-\x7e]/g,
      '',
    );
    const read = readPrecondition(new Headers({ [chance.pick(['If-Match', 'If-None-Match'])]: tag }));
    if (read.ok && read.precondition?.kind === 'revision') expect(read.precondition.tag).not.toContain('"');
  },
  'an origin that may read': (chance) => {
    const origin = `${chance.pick(['https://', 'http://', ''])}${inPath(chance)}${chance.pick(['', '-script.googleusercontent.com', '.evil.test'])}`;
    if (mayRead(origin, ['https://desk.test']))
      expect(new URL(origin).hostname).toMatch(/-script\.googleusercontent\.com$|^desk\.test$/);
  },
  'a filter': (chance) => {
    const query = new URLSearchParams({
      q: inPath(chance),
      [chance.pick(['verdict', 'unit', 'section', 'compare'])]: inPath(chance),
    });
    const filter = readFilter(plan, query);
    if (filter !== null) expect(readFilter(plan, new URLSearchParams(filterQuery(filter)))).toEqual(filter);
  },
  'a period and an address': (chance) => {
    const text = inPath(chance);
    if (isPeriod(text)) expect(text).toMatch(/^20\d\d-Q[1-4]$/);
    if (isEmail(`${text}@demo.test`)) expect(text).toMatch(/^[\x21-\x7e]{1,64}$/);
  },
  'a report': (chance) => {
    const raw = parsed(hostileReport(chance, 'muong-bang'));
    const report = v.safeParse(PutReportSchema, raw);
    if (!report.success) return;
    const { values, reasons } = report.output;
    const malformed = findMalformed(plan, 'muong-bang', values);
    for (const { message } of malformed) expect(message.length).toBeLessThan(1000);
    if (malformed.length > 0) return;
    const judged = judgeSubmission(
      plan,
      { unit: 'muong-bang', period: '2026-Q2', values, current: () => undefined },
      reasons,
    );
    expect(judged.every(({ message }) => message !== '')).toBe(true);
    const stored = v.parse(
      v.record(v.string(), v.nullable(v.union([v.number(), v.boolean(), v.literal('na')]))),
      values,
    );
    expect(contentHashOf(stored, reasons)).toMatch(/^[\da-f]{64}$/);
  },
  'a member': (chance) => {
    const member = v.safeParse(PutMemberSchema, anyJson(chance));
    if (member.success) expect(['reporter', 'reviewer', 'viewer', 'admin']).toContain(member.output.role);
  },
  'the words of a return': (chance) => {
    const note = { label: 'Doanh thu', note: inPath(chance) };
    const composed = composeReason({ general: hostileText(chance, 600, true), notes: [note] });
    if (composed.ok) expect(composed.reason.length).toBeLessThanOrEqual(500);
  },
  'a backup’s lines': (chance) => {
    const verdict = judgeHeader(damaged(chance, HEADER), here);
    if (verdict.ok) expect(verdict.header.resolution.id).toBe(here.resolution.id);
    const end = readEnd(damaged(chance, END));
    if (end !== null) expect(end.root).toMatch(/^[\da-f]{64}$/);
    const row = readRow(chance.oneIn(2) ? damaged(chance, ROW) : JSON.stringify(anyJson(chance)));
    if (row !== null) expect(typeof row.table).toBe('string');
  },
  'a backup’s file': async (chance) => {
    const file = damaged(chance, `${HEADER}\n${ROW}\n${END}\n`);
    // The hashes of its end are made up, so that nothing of it may ever be taken.
    expect((await receive(new Blob([file]).stream(), 4096, here, { add: () => undefined })).ok).toBe(false);
  },
  'an exported text': (chance) => {
    const cell = exported(inPath(chance));
    if (cell.kind !== 'text') return;
    expect(cell.text).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(cell.text.isWellFormed() && !cell.text.includes('\u0000')).toBe(true);
  },
  'a file’s name': (chance) => {
    const disposition = attachment('x.csv', inPath(chance).toWellFormed());
    expect(disposition).toMatch(/^attachment; filename="x\.csv"; filename\*=UTF-8''[\w.~!#$&+^`|%-]*$/);
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const names = Object.keys(DECODERS);

test(`${decoded} inputs to ${names.length} decoders (seed ${seed}): none breaks one, or makes it believe`, {
  timeout: 3 * 3_600_000,
}, async () => {
  const good = await tokenOf({});
  const chance = chanceFrom(seed);
  for (let made = 0; made < decoded; made++) {
    const name = names[made % names.length] ?? '';
    try {
      await DECODERS[name]?.(chance, good);
    } catch (cause) {
      throw new Error(`input ${made} of seed ${seed}, ${name}`, { cause });
    }
  }
});
