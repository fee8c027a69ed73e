/** What the edge tells the object about who calls: one header that never comes from outside. */
import * as v from 'valibot';

/** Stripped from every incoming request before it is set: nobody can say of themselves who they are. */
export const CALLER_HEADER = 'X-Commune-Caller';

const CallerSchema = v.object({
  /** Where the request comes from, for limits; "" where the platform does not say. */
  address: v.string(),
  credential: v.variant('kind', [
    v.object({ kind: v.literal('none') }),
    v.object({ kind: v.literal('failed'), code: v.picklist(['invalid-token', 'expired-token']) }),
    v.object({
      kind: v.literal('token'),
      identity: v.object({
        issuer: v.string(),
        subject: v.string(),
        email: v.string(),
        audience: v.string(),
        expiresAt: v.number(),
      }),
    }),
  ]),
});
export type Caller = v.InferOutput<typeof CallerSchema>;

/** Header values are Latin-1: an address in Vietnamese has to be escaped. */
export function writeCaller(caller: Caller): string {
  return encodeURIComponent(JSON.stringify(caller));
}

/** Throws where the header is missing: then the request did not come by the edge. */
export function readCaller(headers: Headers): Caller {
  return v.parse(CallerSchema, JSON.parse(decodeURIComponent(headers.get(CALLER_HEADER) ?? '')));
}
