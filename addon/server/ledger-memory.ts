/**
 * The last receipt's place in the ledger, remembered in the workbook: a server with a shorter or another history cannot give receipts
 * that go on from there. Pure; what a signature proves is for whoever checks an export with it.
 */
import * as v from 'valibot';
import type { Receipt } from '../../shared/wire.ts';

const PlaceSchema = v.object({ index: v.number(), hash: v.string() });

export const LedgerMemorySchema = v.object({
  ...PlaceSchema.entries,
  /** Ed25519 over the head, base64url; null where the deployment has no key. */
  signature: v.nullable(v.string()),
  /** The first receipt that did not go on from what was remembered, until a person has seen it. `at` is ISO 8601. */
  noticed: v.nullable(v.object({ at: v.string(), was: PlaceSchema, is: PlaceSchema })),
});
export type LedgerMemory = v.InferOutput<typeof LedgerMemorySchema>;

/**
 * What is remembered after a receipt.
 * @param before what was remembered when its request left: receipts of two runs may be noted in any order.
 * @param now what is remembered when it is noted.
 */
export function remembered(
  before: LedgerMemory | null,
  now: LedgerMemory | null,
  { ledger, replayed }: Pick<Receipt, 'ledger' | 'replayed'>,
  at: string,
): LedgerMemory {
  const { index, hash, signature } = ledger;
  const place = { index, hash, signature };
  const rewritten = [before, now].find((known) => known?.index === index && known.hash !== hash);
  // A new entry stands behind everything that was there when it was asked for; a repeated receipt names an old one.
  const shorter = !replayed && before !== null && index <= before.index ? before : undefined;
  const was = rewritten ?? shorter;
  if (was == null) return now === null || index > now.index ? { ...place, noticed: now?.noticed ?? null } : now;
  const notice = { at, was: { index: was.index, hash: was.hash }, is: { index, hash } };
  return { ...place, noticed: now?.noticed ?? notice };
}
