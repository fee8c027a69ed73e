/** Takes the pictures of the documents, each small and under its name. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
// The picture library that the local Worker's runtime brings along anyway.
import sharp from 'sharp';

export type Camera = (name: string, what: Page | Locator) => Promise<void>;

/** @param folder where the pictures are. */
export function cameraInto(folder: string): Camera {
  return async (name, what) => {
    const png = await what.screenshot({ animations: 'disabled', caret: 'hide' });
    // Screens have few colours, and no picture in them that would need dithering.
    await sharp(png)
      .png({ palette: true, colours: 256, dither: 0 })
      .toFile(join(folder, `${name}.png`));
  };
}
