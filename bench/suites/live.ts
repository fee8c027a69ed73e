/**
 * From the Worker's receipt for a report to the changed figure in an open overview, in Chromium: the connection's message, the page
 * fetched again, the cell swapped and painted. Everything runs as `npm start` runs it.
 */
import { signedIn } from '../../scripts/run/api.ts';
import { endEverything, startEverything } from '../../test/browser/running.ts';
import { launchBrowser } from '../../test/browser.ts';
import { openOverview, whenPainted } from '../live/painted.ts';
import { type Result, spreadOf } from '../results.ts';

const PERIOD = '2026-Q4';
const CHANGES = 30;
const GOAL_MS = 300;

export async function liveSuite(): Promise<Result[]> {
  const running = await startEverything();
  const browser = await launchBrowser();
  try {
    const page = await openOverview(browser, running, PERIOD);
    const reporter = await signedIn(running.view, running.desk, 'reporter.muong-bang@demo.test');
    const samples: number[] = [];
    let tag: string | null = null;
    for (let change = 1; change <= CHANGES; change++) {
      const figure = `${500 + change},5 ha`;
      // The page's own clock says when it was painted; this process's, when the receipt came: both are this machine's.
      const painted = page.evaluate(whenPainted, { selector: '.targets', figure });
      const body = { state: 'draft', sheet: 'desk-muong-bang', values: { coffeeArea: 500 + change + 0.5 } };
      const receipt = await reporter.put(`/api/reports/muong-bang/${PERIOD}`, body, tag);
      const received = Date.now();
      tag = receipt.headers.get('ETag');
      samples.push((await painted) - received);
    }
    const ours = spreadOf(samples);
    return [
      {
        suite: 'live',
        name: 'receipt of a report to the changed figure in an open overview',
        unit: 'ms',
        ours,
        peers: [],
        floor: null,
        goal: GOAL_MS,
        goalIs: 'median at most',
        met: ours.median < GOAL_MS,
      },
    ];
  } finally {
    await endEverything(browser, running);
  }
}
