/** Whose edit has its turn while runs live at the same time: one's trigger runs, two events wait, another one is dropped. */

const WAITING = 2;

export class EditTurns<Edit> {
  readonly #waiting: Edit[] = [];
  #runs = false;

  comes(edit: Edit): 'runs' | 'waits' | 'dropped' {
    if (!this.#runs) {
      this.#runs = true;
      return 'runs';
    }
    if (this.#waiting.length === WAITING) return 'dropped';
    this.#waiting.push(edit);
    return 'waits';
  }

  /** The trigger of the one that ran has ended. @returns the one that runs now. */
  ended(): Edit | undefined {
    const next = this.#waiting.shift();
    this.#runs = next !== undefined;
    return next;
  }
}
