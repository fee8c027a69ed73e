/** What may wait for the next frame, so that a key's own frame has only what the person looks at while typing. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';

/** Runs something a little later; at once where nothing is painted. */
export type Later = (run: () => void) => void;

export const atOnce: Later = (run) => run();

/** Once the frame that is being made has been painted; in a page that is hidden, once it is seen again. */
export const afterFrame: Later = (run) => {
  requestAnimationFrame(() => setTimeout(run));
};

/** Follows another signal: at once when what it is about changes, else `later`, by then to its newest value. */
export function deferred<T>(
  source: ReadonlySignal<T>,
  sameSubject: (one: T, other: T) => boolean,
  later: Later,
): ReadonlySignal<T> {
  const shown = signal(source.peek());
  let waiting = false;
  const follow = (): void => {
    waiting = false;
    shown.value = source.peek();
  };
  effect(() => {
    const next = source.value;
    if (!sameSubject(next, shown.peek())) follow();
    else if (next !== shown.peek() && !waiting) {
      waiting = true;
      later(follow);
    }
  });
  return shown;
}
