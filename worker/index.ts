/** The Worker's entry: the commune's object, and the fetch handler in front of it. */
import { handle } from './edge/handle.ts';
import type { Env } from './env.ts';

export { Commune } from './commune/commune.ts';

// biome-ignore lint/style/noDefaultExport: the platform takes a Worker's handlers from the default export.
export default { fetch: (request, env) => handle(request, env) } satisfies ExportedHandler<Env>;
