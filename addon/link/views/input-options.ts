/** What a choice of inputs lists, and what its keys do. */
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { Store } from '../store.ts';

export interface Option {
  readonly key: string;
  /** Null: "Không liên kết". */
  readonly input: InputDefinition | null;
  readonly suggested: boolean;
}

/** For an empty text the likeliest first, then all; else what is found, the best first. "Không liên kết" always. */
export function optionsOf(
  { store, suggested }: { readonly store: Store; readonly suggested: readonly string[] },
  typed: string,
): readonly Option[] {
  const none: Option = { key: 'none', input: null, suggested: false };
  const found = store.search.value(typed).map((input): Option => ({ key: input.id, input, suggested: false }));
  if (typed.trim() !== '') return [...found, none];
  const likely = suggested.flatMap((id): Option[] => {
    const input = store.plan.inputById.get(id);
    return input === undefined ? [] : [{ key: `likely ${id}`, input, suggested: true }];
  });
  return [none, ...likely, ...found];
}

type KeyAct = { readonly kind: 'open' | 'take' | 'close' | 'leave' } | { readonly kind: 'move'; readonly to: number };

interface ListState {
  readonly isOpen: boolean;
  readonly active: number;
  readonly count: number;
}

/** Null: the key is none of the list's. `leave` lets the key do what it does elsewhere, too. */
export function pressedKey(event: KeyboardEvent, { isOpen, active, count }: ListState): KeyAct | null {
  // Enter and Escape that end a Vietnamese input method's composition are not for us.
  if (event.isComposing) return null;
  if (!isOpen) return event.key === 'ArrowDown' || event.key === 'ArrowUp' ? { kind: 'open' } : null;
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', to: Math.min(active + 1, count - 1) };
    case 'ArrowUp':
      return { kind: 'move', to: Math.max(active - 1, 0) };
    case 'PageDown':
      return { kind: 'move', to: Math.min(active + 8, count - 1) };
    case 'PageUp':
      return { kind: 'move', to: Math.max(active - 8, 0) };
    case 'Enter':
      return { kind: 'take' };
    case 'Escape':
      return { kind: 'close' };
    case 'Tab':
      return { kind: 'leave' };
    default:
      return null;
  }
}
