/**
 * Runs in the page: what each typed key did, from its `keydown` to the frames that show it. Taken is the time stamp of the event, which
 * is the browser's when the key came in, until the page has painted. By HTML a callback of `requestAnimationFrame` runs within the
 * rendering of a frame, before its style, layout and painting, and a message posted there is a task of its own, so that it is received
 * when they are done. What the screen then takes is in no page's hand; Event Timing would add it, in steps of 8 ms.
 */

export interface Sample {
  /** From `keydown` until the first frame after the text had changed was painted. */
  readonly milliseconds: number;
  /** Of which field, and what that frame showed. */
  readonly label: string;
  readonly text: string;
  readonly echo: string;
  readonly findings: string;
  /** From `keydown` until the effect's new figures were painted; null where nothing had to follow. */
  effect: number | null;
}

declare global {
  interface Window {
    readonly keystrokes: readonly Sample[];
  }
}

/** Installed by `page.evaluate`: nothing outside of it is known there. */
export function watchKeys(): void {
  const samples: Sample[] = [];
  Object.assign(window, { keystrokes: samples });
  let pressed = 0;
  const shown = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  const sincePressed = (tell: (milliseconds: number) => void): void => {
    const from = pressed;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => tell(performance.now() - from);
      port2.postMessage(null);
    });
  };
  // Whatever changes there between a key's own frame and the next key is what that key does.
  const follows = new MutationObserver(() => {
    follows.disconnect();
    const sample = samples.at(-1);
    sincePressed((milliseconds) => {
      if (sample !== undefined) sample.effect = milliseconds;
    });
  });
  addEventListener(
    'keydown',
    (event) => {
      follows.disconnect();
      pressed = event.timeStamp;
    },
    true,
  );
  // Asked for here, since a frame between `keydown` and this cannot show the text; before the sidebar's own handler.
  addEventListener(
    'input',
    () => {
      sincePressed((milliseconds) => {
        const field = document.getElementById('field');
        const text = field instanceof HTMLInputElement ? field.value : '';
        const [label, echo, findings] = [shown('#label'), shown('#echo'), shown('#findings')];
        samples.push({ milliseconds, label, text, echo, findings, effect: null });
        const effects = document.querySelector('.effects');
        if (effects !== null) follows.observe(effects, { subtree: true, childList: true, characterData: true });
      });
    },
    true,
  );
}

/** Runs in the sidebar's page, after `watchKeys`: a key sets the echo's text, and nothing of the sidebar's own follows. */
export function echoAlone(): void {
  addEventListener(
    'input',
    (event) => {
      event.stopImmediatePropagation();
      const said = document.getElementById('echo')?.firstChild;
      if (said instanceof Text && event.target instanceof HTMLInputElement) said.data = `Đọc là: ${event.target.value}`;
    },
    true,
  );
}
