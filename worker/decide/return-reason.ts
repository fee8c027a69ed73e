/** A reviewer's words on a report and on single inputs of it, as the one reason of a return that the unit reads in its sidebar. */
import * as v from 'valibot';
import { MAX_REASON, ReasonSchema } from '../../shared/wire.ts';

/** As typed. */
export interface ReviewWords {
  readonly general: string;
  /** With the name of the input that each is about; blank ones are none. */
  readonly notes: readonly { readonly label: string; readonly note: string }[];
}

export type ComposedReason =
  | { readonly ok: true; readonly reason: string }
  | { readonly ok: false; readonly why: 'too-short' | 'too-long'; readonly reason: string };

/**
 * "Đề nghị rà soát.\n– Hộ nghèo: kiểm tra lại.\n– Dân số: thiếu giải trình": nobody's words are changed, and the dashes keep the parts
 * apart where line breaks are not shown. One note alone stands without a dash.
 */
export function composeReason({ general, notes }: ReviewWords): ComposedReason {
  const whole = trimLines(general);
  const parts = notes.flatMap(({ label, note }) => (note.trim() === '' ? [] : [`${label}: ${oneLine(note)}`]));
  const alone = whole === '' && parts.length === 1;
  const lines = alone ? parts : parts.map((part) => `– ${part}`);
  const reason = [...(whole === '' ? [] : [whole]), ...lines].join('\n');
  const read = v.safeParse(ReasonSchema, { reason });
  if (read.success) return { ok: true, reason: read.output.reason };
  return { ok: false, why: reason.length > MAX_REASON ? 'too-long' : 'too-short', reason };
}

/** Forms send line breaks as CR LF, whatever was typed. */
function trimLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
