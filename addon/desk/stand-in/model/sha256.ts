/** SHA-256 (FIPS 180-4), synchronous and pure: the Web Worker's own is asynchronous. */

const PRIMES = firstPrimes(64);
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

export function sha256(message: readonly number[]): number[] {
  const bytes = padded(message);
  const state = [...START];
  for (let offset = 0; offset < bytes.length; offset += 64) compress(state, bytes, offset);
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]);
}

function padded(message: readonly number[]): number[] {
  const bytes = [...message, 0x80];
  while (bytes.length % 64 !== 56) bytes.push(0);
  const bits = BigInt(message.length) * 8n;
  for (let shift = 56n; shift >= 0n; shift -= 8n) bytes.push(Number((bits >> shift) & 255n));
  return bytes;
}

function compress(state: number[], bytes: readonly number[], offset: number): void {
  const words = schedule(bytes, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  words.forEach((word, round) => {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[round] ?? 0) + word) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  });
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = ((state[index] ?? 0) + value) | 0;
  });
}

function schedule(bytes: readonly number[], offset: number): number[] {
  const words: number[] = [];
  const at = (index: number): number => words[index] ?? 0;
  for (let i = 0; i < 64; i += 1) {
    if (i < 16) {
      const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(offset + i * 4, offset + i * 4 + 4);
      words.push((a << 24) | (b << 16) | (c << 8) | d);
      continue;
    }
    const s0 = rotate(at(i - 15), 7) ^ rotate(at(i - 15), 18) ^ (at(i - 15) >>> 3);
    const s1 = rotate(at(i - 2), 17) ^ rotate(at(i - 2), 19) ^ (at(i - 2) >>> 10);
    words.push((at(i - 16) + s0 + at(i - 7) + s1) | 0);
  }
  return words;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits behind the point. */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
