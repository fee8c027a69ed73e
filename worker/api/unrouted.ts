/** What is answered where no route fits: 404, or 405 for a known path and another method. To anyone: the routes are no secret. */
import { Refusal } from '../problems.ts';
import { open, type Route } from './route.ts';

export const NOWHERE: Route = open('GET', '*', () => {
  throw new Refusal('not-found');
});

/** One for each path of `routes`, for the methods that it does not have. HEAD goes wherever GET does. */
export function wrongMethods(routes: readonly Route[]): Route[] {
  return [...new Set(routes.map(({ path }) => path))].map((path) => {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
    const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    return open('GET', path, () => {
      throw new Refusal('method-not-allowed', { allow });
    });
  });
}
