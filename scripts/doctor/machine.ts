/** What of this machine `npm start` and the commands need. */
import { readFileSync } from 'node:fs';
import { isFresh } from '../build/fresh.ts';
import { view, worker } from '../build/parts.ts';
import { inRoot } from '../root.ts';
import { requireFreePort } from '../run/ports.ts';
import { readSettings } from '../run/settings.ts';
import { type Finding, note, ok, type Section } from './finding.ts';
import { DOCTOR_WORDS } from './words.ts';

const words = DOCTOR_WORDS.machine;

export async function machine(): Promise<Section> {
  const { port, deskPort } = readSettings(process.env);
  const findings = [
    nodeVersion(),
    ok(words.installed),
    await freePort('PORT', port),
    await freePort('DESK_PORT', deskPort),
    await built('view'),
    await built('worker'),
  ];
  return { title: words.title, findings };
}

function nodeVersion(): Finding {
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    devDependencies: { node: string };
  };
  const { node } = process.versions;
  return node === devDependencies.node
    ? ok(words.node(node))
    : note(words.otherNode(node, devDependencies.node), words.otherNodeNext);
}

function freePort(name: string, port: number): Promise<Finding> {
  return requireFreePort(name, port).then(
    () => ok(words.port(name, port)),
    () => note(words.portTaken(name, port), words.portNext(name)),
  );
}

async function built(part: 'view' | 'worker'): Promise<Finding> {
  return (await isFresh({ view, worker }[part])) ? ok(words.fresh(part)) : note(words.stale(part), words.staleNext);
}
