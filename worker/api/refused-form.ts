/** A form that was not taken: the refusal brings the page again, with what was typed in it. */
import { Refusal } from '../problems.ts';

export class RefusedForm extends Refusal {
  /** Made only when it is answered; has the status of the refusal. */
  readonly page: () => Promise<Response>;

  constructor({ code, extras, cause }: Refusal, page: () => Promise<Response>) {
    super(code, extras, cause);
    this.page = page;
  }
}
