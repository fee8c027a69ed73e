import { expect, test } from 'vitest';
import { ISSUER } from '../testing/client.ts';
import { discover, type Issuer } from './issuers.ts';

const issuerAt = (issuer: string): Issuer => ({ issuer, aliases: [], browserClientId: 'x', algorithms: ['RS256'] });

test('a discovery document is taken as it is where all that it names is https', async () => {
  expect(await discover(issuerAt(ISSUER), false)).toMatchObject({ issuer: ISSUER });
});

test.each(['insecure-authorization', 'insecure-token', 'insecure-keys'])(
  'one that leads to http is refused, and so is one off the loopback address in local mode: %s',
  async (way) => {
    const issuer = issuerAt(`https://${way}.keys.test`);
    await expect(discover(issuer, false)).rejects.toThrow('not https');
    await expect(discover(issuer, true)).rejects.toThrow('not https');
  },
);
