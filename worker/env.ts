/** The deployment's configuration: what wrangler's vars and secrets may hold, checked once and made typed. */
import * as v from 'valibot';
import { type Issuer, IssuersSchema, isAllowedUrl } from './auth/issuers.ts';

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
  const issuers = v.parse(IssuersSchema, JSON.parse(env.ISSUERS));
  for (const { issuer, jwks } of issuers) {
    requireUrl(issuer, local);
    if (jwks !== undefined) requireUrl(jwks, local);
  }
  requireUrl(env.PUBLIC_ORIGIN, local);
  return {
    publicOrigin: new URL(env.PUBLIC_ORIGIN).origin,
    issuers,
    clientSecrets: isSet(env.CLIENT_SECRETS) ? v.parse(SecretsSchema, JSON.parse(env.CLIENT_SECRETS)) : {},
    firstAdmin: isSet(env.FIRST_ADMIN) ? env.FIRST_ADMIN : null,
    ledgerKey: isSet(env.LEDGER_KEY) ? env.LEDGER_KEY : null,
    local,
    sidebarOrigins: readOrigins(env.SIDEBAR_ORIGINS, local),
    rate: {
      burst: v.parse(Positive, env.RATE_BURST ?? '120'),
      perSecond: v.parse(Positive, env.RATE_PER_SECOND ?? '10'),
    },
    restoreBytes: v.parse(Positive, env.RESTORE_MIB ?? '256') * 1024 * 1024,
    sample: isSet(env.SAMPLE),
  };
}

function readOrigins(text: string | undefined, local: boolean): readonly string[] {
  const origins = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  for (const origin of origins) requireUrl(origin, local);
  return origins.map((origin) => new URL(origin).origin);
}

function requireUrl(text: string, local: boolean): void {
  if (!isAllowedUrl(text, local)) throw new Error('configuration: an address is neither https nor local loopback');
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '' && text !== '0';
}
