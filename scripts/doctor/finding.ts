/** What the doctor says of one thing that it looked at. */

export interface Finding {
  /** `missing` makes the command fail; `note` is worth knowing and hinders nothing. */
  readonly state: 'ok' | 'missing' | 'note';
  readonly what: string;
  /** The next command, or the next thing to do. */
  readonly next?: string;
}

export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
}

export const ok = (what: string): Finding => ({ state: 'ok', what });
export const note = (what: string, next?: string): Finding => ({
  state: 'note',
  what,
  ...(next === undefined ? {} : { next }),
});
export const missing = (what: string, next: string): Finding => ({ state: 'missing', what, next });
