/**
 * A choice of one of the unit's inputs with type-to-filter, after the pattern "editable combobox with list autocomplete" of the ARIA
 * Authoring Practices: the text field keeps the keyboard, the list's active option is named to it.
 */
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { InputDefinition } from '../../../shared/resolution/schema.ts';
import type { Store } from '../store.ts';
import { TAB_WORDS } from '../words.ts';
import { type Option, optionsOf, pressedKey } from './input-options.ts';

interface ChoiceProps {
  readonly store: Store;
  readonly label: string;
  readonly chosen: string | null;
  readonly suggested: readonly string[];
  readonly disabled: boolean;
  readonly choose: (input: string | null) => void;
}

export function InputChoice(props: ChoiceProps) {
  const { store, label, chosen, disabled, choose } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = isOpen ? optionsOf(props, typed ?? '') : [];
  const shown = chosen === null ? TAB_WORDS.notLinked : (store.plan.inputById.get(chosen)?.short ?? chosen);

  const close = (): void => {
    setOpen(false);
    setTyped(null);
  };
  const open = (text: string | null): void => {
    setOpen(true);
    setTyped(text);
    const first = optionsOf(props, text ?? '').findIndex(({ input }) => (input?.id ?? null) === chosen);
    // Enter without a choice leaves what is chosen; of what was typed it takes the best.
    setActive(text === null ? Math.max(0, first) : 0);
  };
  const take = (option: Option | undefined): void => {
    if (option !== undefined) choose(option.input?.id ?? null);
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = pressedKey(event, { isOpen, active, count: options.length });
    if (act === null) return;
    if (act.kind !== 'leave') event.preventDefault();
    if (act.kind === 'open') open(typed);
    else if (act.kind === 'move') setActive(act.to);
    else if (act.kind === 'take') take(options[active]);
    else close();
  };

  return (
    <div class="choice">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options.length > 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        disabled={disabled}
        class={chosen === null ? 'none' : ''}
        value={typed ?? shown}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => open(null)}
        onInput={(event) => open(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isOpen && (
        <>
          <p class="unseen" role="status">
            {typed === null
              ? TAB_WORDS.search
              : TAB_WORDS.results(options.filter(({ input }) => input !== null).length)}
          </p>
          <OptionList id={id} options={options} active={active} chosen={chosen} take={take} />
        </>
      )}
    </div>
  );
}

interface ListProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly chosen: string | null;
  readonly take: (option: Option) => void;
}

function OptionList({ id, options, active, chosen, take }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [isUp, setUp] = useState(false);
  useLayoutEffect(() => setUp(hasNoRoomBelow(list.current)), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is found by its mark in the page
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }, [active, options.length]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      class={isUp ? 'options-list up' : 'options-list'}
      aria-label={TAB_WORDS.all}
    >
      {options.map((option, at) => (
        // The field has the keyboard; the mouse must not take it away.
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which names the active option
        // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are never focused themselves
        <div
          key={option.key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={(option.input?.id ?? null) === chosen}
          class={at === active ? 'active' : ''}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(option)}
        >
          <OptionText option={option} />
        </div>
      ))}
      {options.every(({ input }) => input === null) && <p class="hint">{TAB_WORDS.none}</p>}
    </div>
  );
}

/** Whether a list would be cut off by the page's lower edge, and has more room above. */
function hasNoRoomBelow(list: HTMLElement | null): boolean {
  const page = list?.closest('.page')?.getBoundingClientRect();
  const field = list?.parentElement?.getBoundingClientRect();
  if (list === null || page === undefined || field === undefined) return false;
  const below = page.bottom - field.bottom;
  return below < list.offsetHeight && field.top - page.top > below;
}

function OptionText({ option }: { readonly option: Option }) {
  if (option.input === null) return <span class="none">{TAB_WORDS.notLinked}</span>;
  return (
    <>
      {option.suggested && <span class="suggested">{TAB_WORDS.suggested}</span>}
      <span class="option-name">{option.input.label}</span>
      <span class="hint">{details(option.input)}</span>
    </>
  );
}

function details({ unit, target }: InputDefinition): string {
  return `${unit} · ${TAB_WORDS.target(target)}`;
}
