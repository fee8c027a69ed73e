/** What every page must say without being told by each of its makers: that the last check found the stored data wrong. */
import { createContext } from 'hono/jsx';

/** When the last nightly check failed, ISO 8601; null where it found all well, or there was none yet. */
export const UnsoundSince = createContext<string | null>(null);
