/** How certain a proposal is: `sure` needs no look, `likely` one glance, `unsure` a decision. */
export type Certainty = 'sure' | 'likely' | 'unsure';
