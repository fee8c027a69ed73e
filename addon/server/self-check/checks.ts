/** Every check of the self-check, in the order of its tab. What each assumes and why it matters is in `words.ts`, by its id. */
import type { Check } from './check.ts';
import { FORMULA_CHECKS } from './formula-checks.ts';
import { IDENTITY_CHECKS } from './identity-checks.ts';
import { MEMORY_CHECKS } from './memory-checks.ts';
import { METADATA_CHECKS } from './metadata-checks.ts';
import { NETWORK_CHECKS } from './network-checks.ts';
import { NOT_TRIED } from './not-tried.ts';
import { PLATFORM_CHECKS } from './platform-checks.ts';
import { SHEET_CHECKS } from './sheet-checks.ts';
import { VALUE_CHECKS } from './value-checks.ts';

export const CHECKS: readonly Check[] = [
  ...IDENTITY_CHECKS,
  ...NETWORK_CHECKS,
  // Early: where calls are slow, time is up before the end.
  ...PLATFORM_CHECKS,
  ...VALUE_CHECKS,
  ...FORMULA_CHECKS,
  ...METADATA_CHECKS,
  ...SHEET_CHECKS,
  ...MEMORY_CHECKS,
  ...NOT_TRIED,
];
