/** The few lines of `wrangler.toml` that the doctor looks at: `name = "text"`, within their table. No reader of TOML. */

/** The vars that an office sets by `npm run deploy:worker`, as the project ships them: nobody can sign in. */
export const SHIPPED_VARS = {
  PUBLIC_ORIGIN: 'https://chieng-mung-targets.example',
  ISSUERS: '[]',
  FIRST_ADMIN: '',
} as const;

export function compatibilityDate(toml: string): string | null {
  return /^compatibility_date\s*=\s*"(\d{4}-\d\d-\d\d)"/m.exec(toml)?.[1] ?? null;
}

/** What stands in the table `[vars]`. */
export function readVars(toml: string): ReadonlyMap<string, string> {
  const table = /^\[vars\]$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(toml)?.[1] ?? '';
  const lines = table.matchAll(/^\s*(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/gm);
  return new Map([...lines].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}
