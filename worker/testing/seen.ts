/** Everybody seen before a test begins: that they take up their invitations is told in the ledger, and not what is counted then. */
import { runInDurableObject } from 'cloudflare:test';
import { memberStore } from '../store/members.ts';
import { ADMIN, commune, ISSUER, OTHER_REPORTER, REPORTER, REVIEWER, VIEWER } from './client.ts';

/** Binds the invited people to the subjects of their tokens, behind the service's back. */
export function everybodySeen(): Promise<void> {
  return runInDurableObject(commune(), (_, { storage }) => {
    const members = memberStore(storage.sql);
    for (const email of [ADMIN, REVIEWER, VIEWER, REPORTER, OTHER_REPORTER]) {
      members.bind({ issuer: ISSUER, subject: `sub-of-${email}`, email });
    }
  });
}
