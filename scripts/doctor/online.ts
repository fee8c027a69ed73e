/** What the deployed Worker says of itself, and whether its sign-in leads to Google as it should. */
import * as v from 'valibot';
import { HealthSchema } from '../../shared/service-wire.ts';
import { GOOGLE, type WorkerSettings } from '../deploy/worker-settings.ts';
import { type Finding, missing, note, ok, type Section } from './finding.ts';
import { DOCTOR_WORDS } from './words.ts';

const words = DOCTOR_WORDS.online;
/** Of Google's discovery document. */
const GOOGLE_KEYS = 'https://www.googleapis.com/oauth2/v3/certs';

/** What the code here is: the deployed one should be the same. */
export interface Here {
  readonly version: string;
  readonly resolution: { readonly id: string; readonly version: number };
}
export type Get = (url: string) => Promise<Response>;

/** `get` follows no redirect. */
export async function online(settings: WorkerSettings | null, here: Here, get: Get): Promise<Section> {
  if (settings === null) return { title: words.title, findings: [note(words.nothing)] };
  const findings = [...(await health(settings, here, get)), await signIn(settings, get), await keys(get)];
  return { title: words.title, findings };
}

async function health({ url }: WorkerSettings, here: Here, get: Get): Promise<readonly Finding[]> {
  const answer = await get(`${url}/healthz`).catch(() => null);
  if (answer === null) return [missing(words.silent(url), words.silentNext)];
  const body: unknown = await answer.json().catch(() => null);
  const read = v.safeParse(HealthSchema, body);
  if (!answer.ok || !read.success) return [missing(words.status(url, answer.status, titleOf(body)), words.statusNext)];
  const { version, resolution, lastCheck } = read.output;
  const [theirs, ours] = [resolution, here.resolution].map((one) => `${one.id}, bản ${one.version}`);
  return [
    ok(words.up(url, version)),
    ...(version === here.version ? [] : [note(words.otherVersion(version, here.version), words.otherVersionNext)]),
    ...(theirs === ours ? [] : [note(words.otherResolution(theirs ?? '', ours ?? ''), words.otherVersionNext)]),
    lastCheck === null
      ? note(words.noCheck)
      : lastCheck.ok
        ? ok(words.checkWell(lastCheck.at))
        : missing(words.checkBad(lastCheck.what.map(({ kind }) => kind).join(', ')), words.checkBadNext),
  ];
}

const Titled = v.object({ title: v.string() });

function titleOf(body: unknown): string {
  return v.is(Titled, body) ? body.title : '';
}

async function signIn({ url, googleClient }: WorkerSettings, get: Get): Promise<Finding> {
  const answer = await get(`${url}/sign-in/start`).catch(() => null);
  const to = URL.parse(answer?.headers.get('location') ?? '');
  if (to === null || to.origin !== GOOGLE) return missing(words.noIssuer, words.noIssuerNext);
  const client = to.searchParams.get('client_id') ?? '';
  if (client !== googleClient) return missing(words.otherClient(client, googleClient), words.noIssuerNext);
  const [back, wanted] = [to.searchParams.get('redirect_uri') ?? '', `${url}/sign-in/callback`];
  return back === wanted ? ok(words.signIn) : missing(words.otherRedirect(back, wanted), words.redirectNext);
}

async function keys(get: Get): Promise<Finding> {
  const answer = await get(GOOGLE_KEYS).catch(() => null);
  return answer?.ok === true ? ok(words.keys) : note(words.noKeys);
}
