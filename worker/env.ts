/** The deployment's configuration: what wrangler's vars and secrets may hold, checked once and made typed. */
import * as v from 'valibot';
import { type Issuer, IssuersSchema, isAllowedUrl } from './auth/issuers.ts';
import { reading } from './configuration-error.ts';

/** Bindings, vars and secrets as the platform hands them over. */
export interface Env {
  readonly COMMUNE: DurableObjectNamespace;
  /** The origin under which people open the view, `https://…`; sign-in comes back there and cookies count only there. */
  readonly PUBLIC_ORIGIN: string;
  /** JSON: `[{issuer, browserClientId, jwks?, aliases?, algorithms?, name?}]`. */
  readonly ISSUERS: string;
  /** E-mail address of the first admin, who exists while nobody else does. */
  readonly FIRST_ADMIN?: string;
  /** Secret, JSON: client secrets of the browser sign-in by issuer, where an issuer wants one. */
  readonly CLIENT_SECRETS?: string;
  /** Secret: the Ed25519 key that signs the ledger's head, PKCS #8 as base64 or PEM. */
  readonly LEDGER_KEY?: string;
  /** Set on a developer's machine alone: permits `http:` on the loopback address. */
  readonly LOCAL?: string;
  /** Comma-separated origins, besides Google's, from which a sidebar may read; exact. */
  readonly SIDEBAR_ORIGINS?: string;
  /** Most requests of one person at once, and a second in the long run; the same for an address whose tokens fail. */
  readonly RATE_BURST?: string;
  readonly RATE_PER_SECOND?: string;
  /** Largest backup that is taken in, MiB. */
  readonly RESTORE_MIB?: string;
  /** Set where the reports are sample data: every page says so. */
  readonly SAMPLE?: string;
}

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Config {
  readonly publicOrigin: string;
  readonly issuers: readonly Issuer[];
  readonly clientSecrets: Readonly<Record<string, string>>;
  readonly firstAdmin: string | null;
  readonly ledgerKey: string | null;
  readonly local: boolean;
  readonly sidebarOrigins: readonly string[];
  readonly rate: Rate;
  readonly restoreBytes: number;
  readonly sample: boolean;
}

const Positive = v.pipe(v.string(), v.transform(Number), v.number(), v.finite(), v.gtValue(0));
const SecretsSchema = v.record(v.string(), v.string());
const cache = new WeakMap<Env, Config>();

/** The typed configuration. Throws where the deployment is configured wrongly: no request is served then. */
export function configOf(env: Env): Config {
  const known = cache.get(env);
  if (known !== undefined) return known;
  const config = readConfig(env);
  cache.set(env, config);
  return config;
}

function readConfig(env: Env): Config {
  const local = isSet(env.LOCAL);
  return {
    publicOrigin: reading('PUBLIC_ORIGIN', () => originOf(env.PUBLIC_ORIGIN, local)),
    issuers: reading('ISSUERS', () => readIssuers(env.ISSUERS, local)),
    clientSecrets: reading('CLIENT_SECRETS', () =>
      isSet(env.CLIENT_SECRETS) ? v.parse(SecretsSchema, JSON.parse(env.CLIENT_SECRETS)) : {},
    ),
    firstAdmin: isSet(env.FIRST_ADMIN) ? env.FIRST_ADMIN : null,
    ledgerKey: isSet(env.LEDGER_KEY) ? env.LEDGER_KEY : null,
    local,
    sidebarOrigins: reading('SIDEBAR_ORIGINS', () => readOrigins(env.SIDEBAR_ORIGINS, local)),
    rate: {
      burst: reading('RATE_BURST', () => v.parse(Positive, env.RATE_BURST ?? '120')),
      perSecond: reading('RATE_PER_SECOND', () => v.parse(Positive, env.RATE_PER_SECOND ?? '10')),
    },
    restoreBytes: reading('RESTORE_MIB', () => v.parse(Positive, env.RESTORE_MIB ?? '256') * 1024 * 1024),
    sample: isSet(env.SAMPLE),
  };
}

function readIssuers(text: string, local: boolean): readonly Issuer[] {
  const issuers = v.parse(IssuersSchema, JSON.parse(text));
  for (const { issuer, jwks } of issuers) {
    requireUrl(issuer, local);
    if (jwks !== undefined) requireUrl(jwks, local);
  }
  return issuers;
}

function readOrigins(text: string | undefined, local: boolean): readonly string[] {
  const origins = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  return origins.map((origin) => originOf(origin, local));
}

function originOf(text: string, local: boolean): string {
  requireUrl(text, local);
  return new URL(text).origin;
}

function requireUrl(text: string, local: boolean): void {
  if (!isAllowedUrl(text, local)) throw new Error('an address is neither https nor local loopback');
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '' && text !== '0';
}
