/** Carrying a page's form out: whatever the person can mend brings the page again, with why not and what was typed. */
import type { Problem } from '../../shared/wire.ts';
import { problemOf, Refusal } from '../problems.ts';
import { RefusedForm } from './refused-form.ts';

/** Not what only signing in or another right mends: those have their own pages. Where nothing could be stored, sending again may do. */
const MENDABLE: ReadonlySet<number> = new Set([400, 404, 409, 412, 413, 422, 423, 503]);

/**
 * `act` does what the form asks and answers the way on; `again` renders the page with the problem, under its own status.
 * Throws what was refused, with that page where it is for the person to mend.
 */
export async function carryOut(
  act: () => Response | Promise<Response>,
  again: (problem: Problem) => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem = problemOf(error.code, error.extras);
    throw MENDABLE.has(problem.status) ? new RefusedForm(error, () => again(problem)) : error;
  }
}
