/** The head while the office has set none: right for the commune of the resolution, with nothing that it does not say. */
import type { Plan } from '../../../shared/plan.ts';
import type { HeadKind, HeadSetting } from '../../../shared/service-wire.ts';
import { PAPER_WORDS } from '../words.ts';

export function defaultHead({ resolution }: Plan, kind: HeadKind): HeadSetting {
  const { body, signer } = PAPER_WORDS.heads[kind];
  return { kind, parent: '', body: body(resolution.commune), place: resolution.commune, signer };
}
