/** Opens an address in the person's browser where there is one; silently not, where there is none. */
import { spawn } from 'node:child_process';

export function openInBrowser(url: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  if (command === 'xdg-open' && process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined) return;
  const child = spawn(command, [url], { stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
