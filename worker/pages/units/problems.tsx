/** How many errors and unexplained warnings a report has, where it has any. */
import { STATUS_WORDS } from '../words.ts';

export function Problems({ status }: { readonly status: { readonly errors: number; readonly warnings: number } }) {
  const { errors, warnings } = status;
  return (
    <>
      {errors === 0 ? null : <span class="unit-errors"> · {STATUS_WORDS.errors(errors)}</span>}
      {warnings === 0 ? null : <span class="unit-warnings"> · {STATUS_WORDS.warnings(warnings)}</span>}
    </>
  );
}
