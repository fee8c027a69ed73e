/** Why a form could not be carried out, on top of it and told to screen readers; nothing where it was not sent yet. */
export function FormProblem({ problem }: { readonly problem: string | null }) {
  if (problem === null) return null;
  return (
    <p class="form-problem" role="alert">
      {problem}
    </p>
  );
}
