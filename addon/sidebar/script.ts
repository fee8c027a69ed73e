/** The sidebar's door to the script. */
import * as calls from '../page/script-calls.ts';
import type { SidebarServer } from '../rpc.ts';

export type Outcome<T> = calls.Outcome<T>;
export type Ask = calls.Ask<SidebarServer>;

/** Setting a workbook up takes longest. */
const PATIENCE_MS = 90_000;
const SET_UP_PATIENCE_MS = 330_000;

export const ask: Ask = calls.createAsk<SidebarServer>((name) =>
  name === 'sidebarSetUp' ? SET_UP_PATIENCE_MS : PATIENCE_MS,
);
