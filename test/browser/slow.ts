/** A page as on an old laptop over a poor mobile connection. */
import type { Page } from 'playwright-core';

const SLOWER = 4;
const MEGABIT = (1024 * 1024) / 8;

/** Four times slower; 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6 * MEGABIT,
    uploadThroughput: 0.75 * MEGABIT,
  });
}
