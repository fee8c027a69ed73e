/** The dialog's door to the script. */

import type { LinkServer } from '../link-rpc.ts';
import * as calls from '../page/script-calls.ts';

export type Ask = calls.Ask<LinkServer>;

/** Reading or marking a large workbook takes its time; a run ends after six minutes. */
const PATIENCE_MS = 330_000;

export const ask: Ask = calls.createAsk<LinkServer>(() => PATIENCE_MS);
