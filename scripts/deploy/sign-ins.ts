/** Whether clasp and wrangler have been signed in on this machine, by the files that they leave: without the network, so not whether the sign-in still holds. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

/** clasp 3 keeps people by name; files of older versions have the token at the top. */
const ClaspFile = v.union([
  v.object({ tokens: v.object({ default: v.looseObject({}) }) }),
  v.object({ token: v.looseObject({}) }),
  v.object({ access_token: v.string() }),
]);

export function hasClaspSignIn(): boolean {
  try {
    const file = process.env.clasp_config_auth ?? join(homedir(), '.clasprc.json');
    return v.is(ClaspFile, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return false;
  }
}

/** wrangler's own file lies where the system keeps settings; a token in the environment does as well. */
export function hasWranglerSignIn(): boolean {
  const { CLOUDFLARE_API_TOKEN, CLOUDFLARE_API_KEY, XDG_CONFIG_HOME, APPDATA } = process.env;
  if (CLOUDFLARE_API_TOKEN !== undefined || CLOUDFLARE_API_KEY !== undefined) return true;
  const home = homedir();
  const folders = [
    join(home, '.wrangler'),
    join(XDG_CONFIG_HOME ?? join(home, '.config'), '.wrangler'),
    join(home, 'Library', 'Preferences', '.wrangler'),
    ...(APPDATA === undefined ? [] : [join(APPDATA, 'xdg.config', '.wrangler')]),
  ];
  return folders.some((folder) => existsSync(join(folder, 'config', 'default.toml')));
}
