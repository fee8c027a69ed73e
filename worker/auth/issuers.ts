/** The OpenID Connect issuers that are trusted, as configured, and what their discovery documents say. */
import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { withDeadline } from './deadline.ts';

const ALGORITHMS = ['RS256', 'ES256'] as const;

const IssuerSchema = v.strictObject({
  issuer: v.pipe(v.string(), v.url()),
  /** Further texts of `iss` that mean the same issuer (Google's tokens name it with and without `https://`). */
  aliases: v.optional(v.array(v.string()), []),
  /** The address of its keys; from its discovery document where absent. */
  jwks: v.optional(v.pipe(v.string(), v.url())),
  /** The client of the browser sign-in: a token with this audience is good for all that its person may. */
  browserClientId: v.pipe(v.string(), v.minLength(1)),
  algorithms: v.optional(v.pipe(v.array(v.picklist(ALGORITHMS)), v.minLength(1)), ['RS256']),
  /** How people know it, for the sign-in button. */
  name: v.optional(v.string()),
});
export const IssuersSchema = v.array(IssuerSchema);
export type Issuer = v.InferOutput<typeof IssuerSchema>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** `https:` always; `http:` only in local mode and only on the loopback address. */
export function isAllowedUrl(text: string, local: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (local && protocol === 'http:' && LOOPBACK.has(hostname));
}

export function issuerNamed(issuers: readonly Issuer[], iss: unknown): Issuer | undefined {
  return issuers.find((each) => each.issuer === iss || each.aliases.some((alias) => alias === iss));
}

const DISCOVERY_AGE = 3_600_000;
/** Results only, never promises: workerd forbids waiting on another request's I/O. */
const discovered = new Map<string, { readonly server: oauth.AuthorizationServer; readonly until: number }>();

/** The issuer's discovery document, an hour old at most. Rejects where it cannot be had, names another issuer, or leads off the safe way. */
export async function discover(issuer: Issuer, local: boolean): Promise<oauth.AuthorizationServer> {
  const known = discovered.get(issuer.issuer);
  if (known !== undefined && known.until > Date.now()) return known.server;
  const url = new URL(issuer.issuer);
  const server = await withDeadline(5000, async (signal) =>
    oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, { ...insecure(local), signal })),
  );
  const { authorization_endpoint, token_endpoint, jwks_uri } = server;
  for (const address of [authorization_endpoint, token_endpoint, jwks_uri]) {
    if (address !== undefined && !isAllowedUrl(address, local))
      throw new Error('an address of the issuer is not https');
  }
  discovered.set(issuer.issuer, { server, until: Date.now() + DISCOVERY_AGE });
  return server;
}

/** Lets `http:` through in local mode; the addresses themselves are held to the loopback by `isAllowedUrl`. */
export function insecure(local: boolean): { [oauth.allowInsecureRequests]?: boolean } {
  return local ? { [oauth.allowInsecureRequests]: true } : {};
}
