/** Which sign stands for what: the verdicts' from `shared/`, and the few of the add-in's pages. Never without the word. */
import { signSvg } from '../../../shared/signs.ts';
import type { Verdict } from '../../../shared/wire.ts';
import type { SignName } from '../../page/sign.tsx';
import type { AgendaKind } from '../model/agenda.ts';
import type { CellState } from '../model/cell-state.ts';
import type { SyncTone } from '../model/sync-line.ts';

export function VerdictSign({ verdict, size = 14 }: { readonly verdict: Verdict; readonly size?: number }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is a constant of shared/signs.ts, no text of anyone's
  return <span class="sign-box" dangerouslySetInnerHTML={{ __html: signSvg(verdict, size) }} />;
}

export const AGENDA_SIGNS: Readonly<Record<AgendaKind, SignName>> = {
  error: 'cross',
  unsent: 'unsent',
  reason: 'bang',
  unconfirmed: 'equals',
  missing: 'ring',
};

export const CELL_SIGNS: Readonly<Record<CellState, SignName>> = {
  absent: 'none',
  locked: 'lock',
  unsent: 'unsent',
  invalid: 'cross',
  warning: 'bang',
  comment: 'speech',
  required: 'ring',
  unconfirmed: 'equals',
  typing: 'pencil',
  failed: 'stopped',
  waiting: 'pause',
  synced: 'check',
};

export const SYNC_SIGNS: Readonly<Record<SyncTone, SignName>> = {
  good: 'check',
  busy: 'busy',
  waiting: 'pause',
  bad: 'bang',
};
