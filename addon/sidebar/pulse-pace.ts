/** How long the pulse waits between an answer and the next question. Pure. */

/** While the person is at work in the grid: what is committed should soon be in the commune's view. */
const BUSY_MS = 350;
/** So many answers in a row without a move of the cursor or a changed cell, and the person is taken to be reading. */
const QUIET_ANSWERS = 20;
const READING_MS = 1_000;
/** So many more, about two minutes, and to be elsewhere. */
const AWAY_ANSWERS = 70;
const AWAY_MS = 3_000;
/** A hidden sidebar has nobody to show it to, but keeps the outbox going. */
const HIDDEN_MS = 20_000;
/** Four sidebars of one office must not ask in step: each wait is up to so much longer. */
const JITTER = 0.2;

/** @param quiet answers in a row that brought nothing new. @param chance from 0 to 1. @returns milliseconds. */
export function pauseAfter(quiet: number, hidden: boolean, chance: number): number {
  const awake = quiet < QUIET_ANSWERS ? BUSY_MS : quiet < AWAY_ANSWERS ? READING_MS : AWAY_MS;
  return (hidden ? HIDDEN_MS : awake) * (1 + JITTER * chance);
}
