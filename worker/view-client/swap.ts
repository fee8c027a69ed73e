/**
 * Puts what changed of a freshly rendered page into the one that is shown, cell by cell, and marks it. Blocks are matched by
 * `data-live`; everything else stays untouched, so the reader keeps place, selection and focus. A block that holds blocks names them in
 * `data-parts`, and is replaced as a whole only where they are others than before (a filter finds other rows now). What somebody has
 * typed is never replaced.
 */

/** Puts in the changed blocks and answers with the labels of the changed rows (`data-label`). */
export function swapChanged(shown: ParentNode, fresh: ParentNode): string[] {
  const freshByKey = new Map(liveBlocks(fresh).map((block) => [block.dataset.live, block]));
  const labels: string[] = [];
  for (const block of liveBlocks(shown)) {
    const next = freshByKey.get(block.dataset.live);
    // A block may have gone with the one around it.
    if (next === undefined || !shown.contains(block) || hasSameParts(block, next) || !swapBlock(block, next)) continue;
    const label = block.dataset.label;
    if (label !== undefined) labels.push(label);
  }
  return labels;
}

function liveBlocks(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-live]')];
}

/** Whether a block holds blocks, and the same ones as what it becomes: each of them is then looked at by itself. */
function hasSameParts({ dataset }: HTMLElement, next: HTMLElement): boolean {
  return dataset.parts !== undefined && dataset.parts === next.dataset.parts;
}

function swapBlock(block: HTMLElement, next: HTMLElement): boolean {
  if (!(block instanceof HTMLTableRowElement) || block.cells.length !== next.children.length) {
    return swapElement(block, next);
  }
  const changed = [...block.cells].filter((cell, index) => {
    const nextCell = next.children[index];
    return nextCell instanceof HTMLElement && swapElement(cell, nextCell);
  });
  block.className = next.className;
  if (changed.length > 0) mark(block);
  return changed.length > 0;
}

function swapElement(element: HTMLElement, next: HTMLElement): boolean {
  if (element.innerHTML === next.innerHTML && element.className === next.className) return false;
  if (hasSameFields(element, next) || isBeingWrittenIn(element)) return false;
  const focused = focusedAddress(element);
  element.className = next.className;
  if (next.dataset.parts !== undefined) element.dataset.parts = next.dataset.parts;
  element.replaceChildren(...[...next.childNodes].map((node) => element.ownerDocument.importNode(node, true)));
  mark(element);
  if (focused !== null) {
    element.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  return true;
}

/**
 * Whether there are fields to write in, and the same ones in what the element becomes: only their texts differ then, or what some tool
 * of the browser did to them.
 */
function hasSameFields(element: Element, next: Element): boolean {
  const names = fieldsOf(element).map((field) => field.name);
  return (
    names.length > 0 &&
    names.join(' ') ===
      fieldsOf(next)
        .map((field) => field.name)
        .join(' ')
  );
}

/** Whether a field in an element has the focus, or a text. */
function isBeingWrittenIn(element: Element): boolean {
  return fieldsOf(element).some((field) => field === element.ownerDocument.activeElement || field.value !== '');
}

function fieldsOf(element: Element): HTMLTextAreaElement[] {
  return [...element.querySelectorAll('textarea')];
}

/** The address of the focused link inside an element that is about to be replaced. */
function focusedAddress(element: HTMLElement): string | null {
  const active = element.ownerDocument.activeElement;
  return active !== null && element.contains(active) ? active.getAttribute('href') : null;
}

/** Sets the mark anew, so that its fading starts again; a layout in between makes the browser see both steps. */
function mark(element: HTMLElement): void {
  element.removeAttribute('data-changed');
  void element.offsetWidth;
  element.setAttribute('data-changed', '');
}
