/** Checks each runtime's folder with its own types: what one platform has, another must not see. */
import { spawnSync } from 'node:child_process';
import { inRoot } from './root.ts';
import { toolCommand } from './tool.ts';

export const TYPE_PROJECTS = [
  'shared',
  'addon/server',
  'addon/sidebar',
  'addon/link',
  'addon/page',
  'addon/desk/stand-in',
  'addon/desk/page',
  'addon/desk/server',
  'worker',
  'worker/testing',
  'worker/pages',
  'worker/view-client',
  'addon',
  'test',
  '.',
];

/** Answers the projects that do not check, having printed why. */
export function projectsWithErrors(): string[] {
  return TYPE_PROJECTS.filter((project) => {
    const [node, tsc] = toolCommand('tsc');
    const run = spawnSync(node, [tsc, '-p', project], { cwd: inRoot(), stdio: 'inherit' });
    return run.status !== 0;
  });
}

if (import.meta.main) {
  const failed = projectsWithErrors();
  if (failed.length > 0) {
    console.error(`types do not check in: ${failed.join(', ')}`);
    process.exit(1);
  }
}
