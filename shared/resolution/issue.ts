/** What every check of a resolution answers: something wrong, with its place. */
import type { Resolution } from './schema.ts';

/** Something wrong in a resolution: where (keys and indexes from its top), what was read, what is expected. English: for technicians. */
export interface ResolutionIssue {
  readonly path: readonly (string | number)[];
  /** The id of the record that it is in, if it has one. */
  readonly id: string | null;
  readonly message: string;
}

/** One rule over a resolution of the right shape. All that is wrong, not the first. */
export type Check = (resolution: Resolution) => ResolutionIssue[];

/** An issue at a path from the top of the resolution. */
export function issue(id: string | null, message: string, ...path: (string | number)[]): ResolutionIssue {
  return { path, id, message };
}
