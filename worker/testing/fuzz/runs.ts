/** How much is fuzzed, and from which seed: `FUZZ_REQUESTS`, `FUZZ_DECODED` and `TEST_SEED` of the run. */
import { env } from 'cloudflare:workers';

const { seed, requests, decoded } = JSON.parse(env.FUZZ);

export const FUZZ = { seed: Number(seed), requests: Number(requests), decoded: Number(decoded) } as const;
