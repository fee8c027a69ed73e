/** What the text of Chiềng Mung's resolution implies by its own figures. The add-in's build puts the findings in the place of this reckoning. */
import { type AuditFinding, auditText } from '../audit.ts';
import { compilePlan } from '../plan.ts';
import { chiengMung } from './chieng-mung.ts';

let found: readonly AuditFinding[] | undefined;

/** The text's findings in the order of its targets; computed at first use. */
export function chiengMungAudit(): readonly AuditFinding[] {
  found ??= auditText(compilePlan(chiengMung()));
  return found;
}
