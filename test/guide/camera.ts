/** Takes the pictures of the documents, each small and under its name. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { palettePng } from './palette-png.ts';

export type Camera = (name: string, what: Page | Locator) => Promise<void>;

/** @param folder where the pictures are. */
export function cameraInto(folder: string): Camera {
  return async (name, what) => {
    const png = await what.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(folder, `${name}.png`), palettePng(png));
  };
}
