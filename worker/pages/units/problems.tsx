/** How many errors and unexplained warnings a report has, where it has any. */
import { REPORTER_WORDS } from '../words.ts';

export function Problems({ status }: { readonly status: { readonly errors: number; readonly warnings: number } }) {
  const { errors, warnings } = status;
  return (
    <>
      {errors === 0 ? null : <span class="unit-errors"> · {REPORTER_WORDS.errors(errors)}</span>}
      {warnings === 0 ? null : <span class="unit-warnings"> · {REPORTER_WORDS.warnings(warnings)}</span>}
    </>
  );
}
