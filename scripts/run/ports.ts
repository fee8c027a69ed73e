/** A port that somebody else holds is said before anything is built. */
import { createServer } from 'node:net';

export function requireFreePort(name: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new Error(`Port ${port} is taken, perhaps by an earlier start. Stop that one, or set ${name} to another port.`),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
