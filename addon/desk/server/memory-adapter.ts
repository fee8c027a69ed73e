/**
 * Where the OpenID provider keeps sign-ins that are under way: in memory. Nothing of it is needed after a restart, since
 * every sign-in begins with choosing a person; only the keys are kept (see keys.ts).
 */

import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Stored {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

/** Makes the provider's adapter factory; all its models share one map, so a grant can be revoked with what hangs on it. */
export function createMemoryAdapter(now: () => number = Date.now): (model: string) => Adapter {
  const stored = new Map<string, Stored>();

  function live(key: string): AdapterPayload | undefined {
    const entry = stored.get(key);
    if (entry !== undefined && entry.expires > now()) return entry.payload;
    stored.delete(key);
    return undefined;
  }

  function dropExpired(): void {
    for (const [key, entry] of stored) if (entry.expires <= now()) stored.delete(key);
  }

  function findBy(model: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined {
    for (const [key, { payload }] of stored) {
      if (key.startsWith(`${model}:`) && payload[field] === value) return live(key);
    }
    return undefined;
  }

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      dropExpired();
      stored.set(`${model}:${id}`, { payload, expires: now() + (expiresIn ?? 0) * 1000 });
    },
    find: async (id) => live(`${model}:${id}`),
    findByUid: async (uid) => findBy(model, 'uid', uid),
    findByUserCode: async (userCode) => findBy(model, 'userCode', userCode),
    async consume(id) {
      const entry = stored.get(`${model}:${id}`);
      if (entry === undefined) return;
      const consumed = { ...entry.payload, consumed: Math.floor(now() / 1000) };
      stored.set(`${model}:${id}`, { payload: consumed, expires: entry.expires });
    },
    async destroy(id) {
      stored.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of stored) if (payload.grantId === grantId) stored.delete(key);
    },
  });
}
