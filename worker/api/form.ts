/** Carrying a page's form out: whatever the person can mend brings the page again, with why not and what was typed. */
import type { Problem } from '../../shared/wire.ts';
import { problemOf, Refusal } from '../problems.ts';

/** Not what only signing in, another right, waiting or a technician mends: those have their own pages. */
const MENDABLE: ReadonlySet<number> = new Set([400, 404, 409, 412, 413, 422, 423]);

/**
 * `act` does what the form asks and answers the way on; `again` renders the page with the problem, under its own status.
 * Throws what is not for the person to mend.
 */
export async function carryOut(
  act: () => Response | Promise<Response>,
  again: (problem: Problem) => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    const problem = error instanceof Refusal ? problemOf(error.code, error.extras) : null;
    if (problem === null || !MENDABLE.has(problem.status)) throw error;
    return again(problem);
  }
}
