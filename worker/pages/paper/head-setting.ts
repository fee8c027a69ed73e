/** The head of a paper, as the office sets it: whose paper it is, under whom, where, and who signs. */
export const HEAD_KINDS = ['party', 'state'] as const;
/** Of the Party committee, or of the administration: each has its own form by rule. */
export type HeadKind = (typeof HEAD_KINDS)[number];

export interface HeadSetting {
  readonly kind: HeadKind;
  /** The body above; empty for none. */
  readonly parent: string;
  /** The body that issues the paper. */
  readonly body: string;
  /** Where it is issued. */
  readonly place: string;
  /** In whose name and in which office it is signed, one line each. */
  readonly signer: string;
}
