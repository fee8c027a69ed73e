/** A list that stands in the field's place until it is done or left: Escape goes back to the field. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { KEEP_WORDS } from '../words.ts';
import type { AppProps } from './app-props.ts';
import { focusField } from './focus.ts';

interface PanelProps {
  readonly actions: AppProps['actions'];
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** Its heading takes the keyboard, so that it is read out and Tab goes on into the list. */
export function Panel({ actions, heading, children }: PanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const back = (): void => {
    actions.show('field');
    focusField();
  };
  return (
    <section
      class="panel"
      aria-labelledby="panel-heading"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        back();
      }}
    >
      <h2 id="panel-heading" ref={title} tabIndex={-1}>
        {heading}
      </h2>
      {children}
      <button type="button" class="plain" onClick={back}>
        {KEEP_WORDS.back}
      </button>
    </section>
  );
}
