/** How long a `google.script.run` call takes at the desk, as in a real sheet; `?latency=0` or `?latency=700-2000` (ms). */

export interface Latency {
  readonly min: number;
  readonly max: number;
}

const DEFAULT: Latency = { min: 300, max: 600 };

/** Reads the parameter; what is no latency is passed over. */
export function readLatency(text: string | null): Latency {
  const found = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text ?? '');
  if (found === null) return DEFAULT;
  const min = Number(found[1]);
  return { min, max: Math.max(min, Number(found[2] ?? found[1])) };
}

/** Two delays, on the way there and back: calls may overtake each other on either. */
export function drawDelays({ min, max }: Latency, random: () => number): readonly [there: number, back: number] {
  const whole = min + (max - min) * random();
  const there = whole * (0.3 + 0.4 * random());
  return [there, whole - there];
}
