/** From a line of the table to the answer that one caller must get. */
import type { Line, Through, Who } from './table.ts';

export type Expected =
  | { readonly in: true; readonly statuses: readonly number[] }
  | { readonly in: false; readonly problem: string };

const refusal = (problem: string): Expected => ({ in: false, problem });

/** Who is not known is told nothing else; then comes the right. */
export function expectedOf({ who, through, gets }: Line, caller: Who, client: Through): Expected {
  if (who === 'anyone') return { in: true, statuses: gets };
  if (caller === 'nobody') return refusal(client === 'session cookie' ? '401 unauthenticated' : '401 invalid-token');
  if (client === 'token of an unregistered workbook') return refusal('401 unknown-audience');
  const may = (who === 'known' || who.includes(caller)) && through.includes(client);
  return may ? { in: true, statuses: gets } : refusal('403 forbidden');
}
