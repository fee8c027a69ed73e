/** The bundle's appsscript.json: the scopes it asks for and the hosts it may fetch from. */

export interface Manifest {
  /** Null: not listed, Google finds them out from the code. */
  readonly scopes: readonly string[] | null;
  readonly urlFetchWhitelist: readonly string[] | null;
  readonly timeZone: string;
}

/** Throws for a manifest that is no JSON object: it would not be pushed either. */
export function readManifest(text: string): Manifest {
  const json: unknown = JSON.parse(text);
  if (json === null || typeof json !== 'object') throw new Error('appsscript.json is no object');
  const timeZone = 'timeZone' in json && typeof json.timeZone === 'string' ? json.timeZone : 'Asia/Ho_Chi_Minh';
  return {
    scopes: texts('oauthScopes' in json ? json.oauthScopes : null),
    urlFetchWhitelist: texts('urlFetchWhitelist' in json ? json.urlFetchWhitelist : null),
    timeZone,
  };
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : null;
}
