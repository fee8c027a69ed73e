/** Every route of the service: its method, its address, what it needs, who answers. Read a line to see who may call it. */
import { getBackup, postRestore } from './backup.ts';
import { getCheckpoint, getCheckpoints } from './checkpoint.ts';
import { getCsv, getXlsx } from './exports.ts';
import { getHistory } from './history.ts';
import { getLedger, verifyLedger } from './ledger.ts';
import { openLive, postTicket } from './live.ts';
import { getHealth, getMe } from './me.ts';
import { deleteMember, getMembers, putMember } from './members.ts';
import { described } from './openapi.ts';
import {
  getAdmin,
  postAudience,
  postAudienceRemoved,
  postMember,
  postMemberRemoved,
  postPaperHead,
  postSheetReleased,
} from './pages/admin.tsx';
import { getHistoryPage } from './pages/history.tsx';
import { getLedgerPage } from './pages/ledger.tsx';
import { getOverview } from './pages/overview.tsx';
import { getPaper } from './pages/paper.tsx';
import { getPeriod, getPeriods, postLock, postUnlock } from './pages/period.tsx';
import { getReportPage } from './pages/report.tsx';
import { getResolution } from './pages/resolution.tsx';
import { acceptForm, sendBackForm } from './pages/review-forms.ts';
import { getTarget } from './pages/target.tsx';
import { getUnitPage, getUnitsPage } from './pages/units.tsx';
import { lockPeriod, unlockPeriod } from './periods.ts';
import { getReport, putReport } from './reports.ts';
import { acceptReport, returnReport } from './review.ts';
import { form, open, page, type Route, route } from './route.ts';
import { finishSignInRoute, getSignIn, signOut, signOutEverywhere, startSignIn } from './sign-in.tsx';
import { getSummary } from './summary.ts';
import { deleteAudience, getAudiences, getUnits, putAudience, releaseSheet } from './units.ts';

export const ROUTES: readonly Route[] = described([
  route('PUT', '/api/reports/:unit/:period', 'report.send', putReport),
  route('GET', '/api/reports/:unit/:period', 'report.read', getReport),
  route('GET', '/api/reports/:unit/:period/history', 'report.read', getHistory),
  route('POST', '/api/reports/:unit/:period/return', 'report.review', returnReport),
  route('POST', '/api/reports/:unit/:period/accept', 'report.review', acceptReport),
  route('POST', '/api/periods/:period/lock', 'period.lock', lockPeriod),
  route('POST', '/api/periods/:period/unlock', 'period.unlock', unlockPeriod),
  route('GET', '/api/summary', 'summary.read', getSummary),
  route('GET', '/api/summary.csv', 'summary.read', getCsv),
  route('GET', '/api/summary.xlsx', 'summary.read', getXlsx),
  route('POST', '/api/live/ticket', 'summary.read', postTicket),
  // Its right comes by ticket, session or token: the handler asks for the same capability.
  open('GET', '/api/live', openLive),
  route('GET', '/api/ledger', 'ledger.read', getLedger),
  route('GET', '/api/ledger/verify', 'ledger.read', verifyLedger),
  route('GET', '/api/checkpoint', 'checkpoint.read', getCheckpoint),
  route('GET', '/api/checkpoints', 'checkpoint.read', getCheckpoints),
  route('GET', '/api/members', 'members.read', getMembers),
  route('PUT', '/api/members/:email', 'members.manage', putMember),
  route('DELETE', '/api/members/:email', 'members.manage', deleteMember),
  route('GET', '/api/units', 'units.read', getUnits),
  route('DELETE', '/api/units/:unit/sheet', 'sheet.release', releaseSheet),
  route('GET', '/api/audiences', 'audiences.read', getAudiences),
  route('PUT', '/api/audiences/:audience', 'audiences.manage', putAudience),
  route('DELETE', '/api/audiences/:audience', 'audiences.manage', deleteAudience),
  route('GET', '/api/backup', 'backup.take', getBackup),
  route('POST', '/api/restore', 'backup.restore', postRestore),
  route('GET', '/api/me', 'signed-in', getMe),
  route('POST', '/sign-out', 'signed-in', signOut),
  route('POST', '/sign-out-everywhere', 'signed-in', signOutEverywhere),
  open('GET', '/healthz', getHealth),
  open('GET', '/sign-in', getSignIn),
  open('GET', '/sign-in/start', startSignIn),
  open('GET', '/sign-in/callback', finishSignInRoute),
  page('/', 'summary.read', getOverview),
  page('/paper', 'summary.read', getPaper),
  page('/targets/:number', 'summary.read', getTarget),
  page('/resolution', 'summary.read', getResolution),
  page('/ledger', 'ledger.read', getLedgerPage),
  page('/admin', 'members.manage', getAdmin),
  form('/admin/members', 'members.manage', postMember),
  form('/admin/members/remove', 'members.manage', postMemberRemoved),
  form('/admin/audiences', 'audiences.manage', postAudience),
  form('/admin/audiences/remove', 'audiences.manage', postAudienceRemoved),
  form('/admin/sheets/release', 'sheet.release', postSheetReleased),
  form('/admin/paper', 'settings.manage', postPaperHead),
  page('/periods', 'summary.read', getPeriods),
  page('/periods/:period', 'summary.read', getPeriod),
  form('/periods/:period/lock', 'period.lock', postLock),
  form('/periods/:period/unlock', 'period.unlock', postUnlock),
  page('/units', 'units.read', getUnitsPage),
  page('/units/:unit', 'report.read', getUnitPage),
  page('/units/:unit/:period', 'report.read', getReportPage),
  page('/units/:unit/:period/history', 'report.read', getHistoryPage),
  form('/units/:unit/:period/accept', 'report.review', acceptForm),
  form('/units/:unit/:period/return', 'report.review', sendBackForm),
]);
