/**
 * The process that holds workerd: it ends when the one that started it does, however that ended, so that no orphan keeps the port.
 * Ctrl-C reaches the whole process group; this one leaves the order of stopping to the process that started it.
 */
import { runWorkerd, type WorkerOptions } from './workerd.ts';

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

process.once('message', (options: WorkerOptions) => {
  runWorkerd(options).then(
    (miniflare) => {
      process.once('disconnect', () => {
        miniflare.dispose().finally(() => process.exit(0));
      });
      if (process.connected) process.send?.('ready');
      else void miniflare.dispose().finally(() => process.exit(0));
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
