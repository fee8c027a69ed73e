/**
 * What this person has allowed the script. Asked by `getAuthorizationInfo`: `requireAllScopes` would end the run where
 * something is missing, and nothing would be told.
 */

/** Google has it since people may grant a part; its types do not know it yet. */
type Info = GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes?(): string[] | null };

export interface Grant {
  readonly complete: boolean;
  /** Scopes without the address in front; empty where the platform does not say. */
  readonly scopes: readonly string[];
  /** Where the person grants what is missing. */
  readonly url: string | null;
}

export function grantOf(): Grant {
  const info: Info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  const complete = info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
  const scopes = typeof info.getAuthorizedScopes === 'function' ? (info.getAuthorizedScopes() ?? []) : [];
  return {
    complete,
    scopes: scopes.map((scope) => scope.replace(/^.*\//, '')),
    url: complete ? null : info.getAuthorizationUrl(),
  };
}
