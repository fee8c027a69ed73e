/** The desk's identity stand-in alone, where somebody has to sign people in and nobody opens a workbook. */
import { type Desk, startDesk } from '../../addon/desk/server/server.ts';

/** On a port that is free. Its keys are kept in the folder. */
export function startIssuer(dataDir: string): Promise<Desk> {
  const nowhere = { workerOrigin: 'http://127.0.0.1:1', bundleDir: dataDir, pageDir: dataDir };
  return startDesk({ port: 0, dataDir, log: () => undefined, ...nowhere });
}
