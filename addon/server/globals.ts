/**
 * Every global function of the script, and nothing else: the build makes a top-level function of each export. The names are
 * fixed by the platform (onOpen …), by the menu, by the triggers, by `SidebarServer` and by `LinkServer`.
 */
import type { LinkServer } from '../link-rpc.ts';
import type { SidebarServer } from '../rpc.ts';
import { carryEdits as carry, sweep as sweepWorkbook } from './carrier.ts';
import { tellDisplaced } from './displaced.ts';
import { bindLink } from './link-bind.ts';
import { showLink } from './link-menu.ts';
import { openLink } from './link-open.ts';
import { releaseLink } from './link-release.ts';
import { markEdit } from './mark-edit.ts';
import { buildMenu, sendNow, setUpAgain, showSidebar, updateSummary } from './menu.ts';
import { rebind } from './rebind.ts';
import { selfCheck } from './self-check/self-check.ts';
import { keepValues } from './sidebar-keep.ts';
import { openSidebarState, setUpFromSidebar } from './sidebar-open.ts';
import { answerGlance, answerPulse } from './sidebar-pulse.ts';
import { submitPeriod } from './sidebar-submit.ts';
import { tellToken } from './sidebar-token.ts';
import { undoWriting } from './sidebar-undo.ts';
import { commitValue, confirmKept, forgetLedgerNotice, jumpTo, settleConflict, storeReason } from './sidebar-write.ts';

type SidebarCall<Name extends keyof SidebarServer> = SidebarServer[Name];
type LinkCall<Name extends keyof LinkServer> = LinkServer[Name];
type Edit = GoogleAppsScript.Events.SheetsOnEdit;

// Simple triggers: no service that needs authorisation.
export const onOpen = (): void => buildMenu();
export const onInstall = (): void => buildMenu();
export const onEdit = (event: Edit): void => markEdit(event);

// Installed triggers: carriers, under the name of whoever installed them.
export const carryEdits = (event: Edit): void => carry(event);
export const sweep = (): void => sweepWorkbook();

export const menuOpen = (): void => showSidebar();
export const menuSend = (): void => sendNow();
export const menuSummary = (): void => updateSummary();
export const menuSetUp = (): void => setUpAgain();
export const menuSelfCheck = (): void => selfCheck();
export const menuLink = (): void => showLink();

export const sidebarOpen: SidebarCall<'sidebarOpen'> = () => openSidebarState();
export const sidebarPulse: SidebarCall<'sidebarPulse'> = answerPulse;
export const sidebarGlance: SidebarCall<'sidebarGlance'> = answerGlance;
export const sidebarCommit: SidebarCall<'sidebarCommit'> = commitValue;
export const sidebarKeep: SidebarCall<'sidebarKeep'> = keepValues;
export const sidebarConfirm: SidebarCall<'sidebarConfirm'> = confirmKept;
export const sidebarUndo: SidebarCall<'sidebarUndo'> = undoWriting;
export const sidebarReason: SidebarCall<'sidebarReason'> = storeReason;
export const sidebarSubmit: SidebarCall<'sidebarSubmit'> = submitPeriod;
export const sidebarJump: SidebarCall<'sidebarJump'> = jumpTo;
export const sidebarToken: SidebarCall<'sidebarToken'> = tellToken;
export const sidebarSetUp: SidebarCall<'sidebarSetUp'> = setUpFromSidebar;
export const sidebarLedgerSeen: SidebarCall<'sidebarLedgerSeen'> = forgetLedgerNotice;
export const sidebarSettle: SidebarCall<'sidebarSettle'> = settleConflict;
export const sidebarDisplaced: SidebarCall<'sidebarDisplaced'> = tellDisplaced;
export const sidebarRebind: SidebarCall<'sidebarRebind'> = rebind;

export const linkOpen: LinkCall<'linkOpen'> = openLink;
export const linkBind: LinkCall<'linkBind'> = bindLink;
export const linkRelease: LinkCall<'linkRelease'> = releaseLink;
