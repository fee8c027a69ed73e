/**
 * The verdicts by name, the worst first. Apart from the wire's schemas: what only judges must not carry the schema library into the
 * add-in's bundles.
 */
export const VERDICTS = [
  'not-met',
  'behind',
  'no-data',
  'in-progress',
  'on-track',
  'met',
  'exceeded',
  'not-due',
  'not-applicable',
  'baseline',
] as const;
