/** A commune in which a good deal has happened, through the service itself. */
import { runInDurableObject } from 'cloudflare:test';
import { checkpointStore } from '../store/checkpoints.ts';
import { ledgerOf } from '../store/ledger.ts';
import {
  ADMIN,
  askAs,
  commune,
  FIRST,
  fullValues,
  invite,
  OTHER_REPORTER,
  on,
  PERIOD,
  plan,
  REPORTER,
  REVIEWER,
  send,
  VIEWER,
} from './client.ts';
import { sendForm } from './forms.ts';

const post = (path: string, body: unknown = {}, who = REVIEWER) => askAs(who, path, { method: 'POST', body });
const OTHER = `/api/reports/muong-bon/${PERIOD}`;

/** Two units, three periods, every state, a lock that was lifted and one that was not, a workbook let go, members come and gone, how papers are headed. */
export async function liveIn(): Promise<void> {
  await invite();
  await askAs(ADMIN, '/api/audiences/addin-muong-bang', { method: 'PUT', body: { unit: 'muong-bang' } });
  await askAs(ADMIN, '/api/audiences/addin-gone', { method: 'PUT', body: { unit: 'muong-bon' } });
  await askAs(ADMIN, '/api/audiences/addin-gone', { method: 'DELETE' });
  await send({ values: { revenue: 1.25 }, reasons: { revenue: 'Số liệu minh họa "đã rà soát"\n' } });
  await send({ state: 'submitted', values: fullValues() }, on(1));
  await post(`/api/reports/muong-bang/${PERIOD}/return`, { reason: 'Đề nghị kiểm tra lại' });
  await send({ state: 'submitted', values: { ...fullValues(), revenue: 2 } }, on(3));
  await post(`/api/reports/muong-bang/${PERIOD}/accept`);
  await send({ state: 'submitted', values: fullValues('muong-bon'), sheet: 'b' }, FIRST, OTHER_REPORTER, OTHER);
  await send({ values: { revenue: 3 } }, FIRST, REPORTER, '/api/reports/muong-bang/2026-Q1');
  await send({ values: { revenue: 4 } }, FIRST, REPORTER, '/api/reports/muong-bang/2025-Q4');
  await askAs(ADMIN, '/api/units/muong-bon/sheet', { method: 'DELETE' });
  await post('/api/periods/2026-Q1/lock');
  await post('/api/periods/2025-Q4/lock');
  await post('/api/periods/2025-Q4/unlock', { reason: 'Cần sửa một số liệu' }, ADMIN);
  await askAs(ADMIN, '/api/members/gone@demo.test', { method: 'PUT', body: { role: 'viewer' } });
  await askAs(ADMIN, '/api/members/gone@demo.test', { method: 'DELETE' });
  const head = { kind: 'state', parent: '', body: 'ỦY BAN NHÂN DÂN XÃ', place: 'Chiềng Mung', signer: 'CHỦ TỊCH' };
  await sendForm(ADMIN, '/admin/paper', head);
  // Everybody is seen once, so that no later look binds anyone.
  for (const who of [ADMIN, REVIEWER, VIEWER, REPORTER, OTHER_REPORTER]) await askAs(who, '/api/me');
  await keepCheckpoint();
}

/** As a night would, of a deployment without a key. */
function keepCheckpoint(): Promise<void> {
  return runInDurableObject(commune(), (_, { storage: { sql } }) => {
    const origin = plan.resolution.id;
    const { index, hash } = ledgerOf(sql).head();
    const at = '2026-06-30T19:00:00.000Z';
    checkpointStore(sql, origin).keep('2026-07-01', { origin, index, hash, signature: null, publicKey: null, at });
  });
}
