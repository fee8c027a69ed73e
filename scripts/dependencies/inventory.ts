/** The inventory of every package as CycloneDX JSON: npm's own, of the lockfile alone, so that it is the same on every machine. */
import { spawnSync } from 'node:child_process';
import { inRoot } from '../root.ts';

/** Throws where npm cannot make one. */
export function inventory(): string {
  // What NODE_ENV says to leave out is named too: a build before may have set it.
  const whole = ['--package-lock-only', '--include=dev'];
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', ...whole];
  const run = spawnSync('npm', args, { cwd: inRoot(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`npm sbom ended with ${run.status}: ${run.stderr}`);
  const made = JSON.parse(run.stdout);
  // npm calls the project by its folder, whatever that is called here.
  made.metadata.component.name = made.metadata.component['bom-ref'].replace(/@[^@]*$/, '');
  return `${JSON.stringify(made, null, 2)}\n`;
}
