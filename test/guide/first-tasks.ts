/** The guide's first tasks, one after the other as they follow in an office: clerk, reviewer, clerk, reviewer, leader; then an own workbook. */
import type { Browser } from 'playwright-core';
import { signedIn } from '../../scripts/run/api.ts';
import type { Running } from '../browser/running.ts';
import type { Camera } from './camera.ts';
import { clerkCorrects, clerkEnters, clerkHandsIn, clerkKeeps, clerkSeesSummary } from './clerk.ts';
import { leaderLooks } from './leader.ts';
import { clerkLinks } from './own-book.ts';
import { reviewerAccepts, reviewerReturns } from './reviewer.ts';
import { openDesk, openView } from './walk.ts';

/** Ends where a word or place of the guide is not there. */
export async function walkTheGuide(browser: Browser, running: Running, take: Camera): Promise<void> {
  const clerk = await openDesk(browser, running, 'muong-bang', '2026');
  await clerkEnters(clerk, take);
  await clerkHandsIn(clerk, take);
  const reviewer = await openView(browser, running, 'reviewer@demo.test');
  await reviewerReturns(reviewer, take);
  await clerkCorrects(clerk, take);
  await reviewerAccepts(reviewer);
  await clerkSeesSummary(clerk, take);
  await clerkKeeps(await openDesk(browser, running, 'muong-bon', '2026'));
  await leaderLooks(await openView(browser, running, 'viewer@demo.test'), take);
  const admin = await signedIn(running.view, running.desk, 'admin@demo.test');
  await admin.delete('/api/units/muong-bang/sheet');
  await clerkLinks(browser, running, take);
}
