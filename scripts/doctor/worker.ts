/** What of the office's own Worker this machine knows: what it was deployed with, the sign-in, the ledger's key. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkerRequest } from '../deploy/worker-request.ts';
import { deploymentsFolder, readWorkerSettings, settingsFile } from '../deploy/worker-settings.ts';
import { type Finding, missing, note, ok, type Section } from './finding.ts';
import { DOCTOR_WORDS } from './words.ts';

const words = DOCTOR_WORDS.worker;

export function workerSection(isSignedIn: boolean): Section {
  return { title: words.title, findings: [...settings(isSignedIn), ...ledgerKey()] };
}

function settings(isSignedIn: boolean): readonly Finding[] {
  if (!existsSync(settingsFile())) return [note(words.none, words.noneNext)];
  const known = readWorkerSettings();
  if (known === null) return [missing(words.unreadable(settingsFile()), words.unreadableNext)];
  const asked = readWorkerRequest([]);
  if (!asked.ok) return asked.faults.map((fault) => missing(fault, words.unreadableNext));
  return [
    ok(words.settings(known.name, known.url)),
    isSignedIn ? ok(words.signedIn) : missing(words.notSignedIn, words.signIn),
    note(words.secrets(known.name)),
  ];
}

function ledgerKey(): readonly Finding[] {
  const [secret, open] = ['ledger-key.pem', 'ledger-key.public.pem'].map((name) => join(deploymentsFolder(), name));
  if (secret === undefined || open === undefined || readWorkerSettings() === null) return [];
  return [
    existsSync(open) ? ok(words.publicKey(open)) : note(words.noKey, words.keyNext),
    ...(existsSync(secret) ? [note(words.secretHere(secret), words.secretHereNext)] : []),
  ];
}
