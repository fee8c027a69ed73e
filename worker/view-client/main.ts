/** The view's script. Every page works without it; it keeps figures current and offers the print dialog. */
import { startLive } from './live.ts';
import { loadPage } from './load.ts';
import { offerHelp } from './offers.ts';
import { openSocket } from './socket.ts';
import { createStatus } from './status.ts';
import { tidyAddresses } from './tidy-addresses.ts';

function keepCurrent(line: HTMLElement): void {
  const status = createStatus(line);
  const live = startLive(
    {
      connect: openSocket,
      load: () => loadPage(line, status),
      show: status.show,
      later: (ms, run) => {
        const timer = window.setTimeout(run, ms);
        return () => window.clearTimeout(timer);
      },
      random: Math.random,
    },
    line.dataset.period ?? '',
  );
  window.addEventListener('online', live.nudge);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') live.nudge();
  });
  // A page kept for the back button must not hold a connection; coming back, it is as old as it looks.
  window.addEventListener('pagehide', live.stop);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
}

offerHelp();
tidyAddresses();
const line = document.querySelector<HTMLElement>('[data-live-status]');
if (line !== null) keepCurrent(line);
