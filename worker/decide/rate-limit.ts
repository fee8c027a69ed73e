/** Token buckets: so many requests at once, so many a second in the long run. In memory: a bucket that is forgotten is a full one. */
import type { Rate } from '../env.ts';

export interface RateLimiter {
  /** Takes one; answers null, or after how many whole seconds one is there again. */
  take(key: string, now: number): number | null;
  /** Asks without taking. */
  peek(key: string, now: number): number | null;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Above this many buckets the full ones are forgotten. */
const MAX_BUCKETS = 10_000;

export function rateLimiter({ burst, perSecond }: Rate): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const level = (key: string, now: number): number => {
    const bucket = buckets.get(key);
    if (bucket === undefined) return burst;
    return Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
  };
  const wait = (tokens: number): number | null =>
    tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  return {
    peek: (key, now) => wait(level(key, now)),
    take: (key, now) => {
      const tokens = level(key, now);
      const seconds = wait(tokens);
      if (buckets.size >= MAX_BUCKETS) forgetFull(buckets, (each) => level(each, now) >= burst);
      buckets.set(key, { tokens: seconds === null ? tokens - 1 : tokens, at: now });
      return seconds;
    },
  };
}

function forgetFull(buckets: Map<string, Bucket>, isFull: (key: string) => boolean): void {
  for (const key of buckets.keys()) if (isFull(key)) buckets.delete(key);
}
