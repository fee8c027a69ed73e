/** What a route is: nothing without the declaration of what it needs. */
import { CAPABILITIES, type Capability } from '../rights.ts';
import type { ActorCall, Call } from './call.ts';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
/** What a route asks of its caller. */
export type Need = 'anyone' | 'signed-in' | Capability;

type Answer = Response | Promise<Response>;

interface Place {
  readonly method: Method;
  readonly path: string;
  /** For people: whoever is refused sees a page, or the way to sign in. */
  readonly page?: true;
}

export type Route =
  | (Place & { readonly need: 'anyone'; readonly answer: (call: Call) => Answer })
  | (Place & { readonly need: 'signed-in' | Capability; readonly answer: (call: ActorCall) => Answer });

/** A route for who has a capability, for the unit in its path where it is about one; or for whoever is signed in. */
export function route(
  method: Method,
  path: string,
  need: 'signed-in' | Capability,
  answer: (call: ActorCall) => Answer,
): Route {
  return { method, path, need, answer };
}

/** A page: what a person's browser asks for. */
export function page(path: string, need: 'signed-in' | Capability, answer: (call: ActorCall) => Answer): Route {
  return { method: 'GET', path, page: true, need, answer };
}

/** Where a page's form is sent to; the answer is the way to a page, or the page again with what is wrong. */
export function form(path: string, need: 'signed-in' | Capability, answer: (call: ActorCall) => Answer): Route {
  return { method: 'POST', path, page: true, need, answer };
}

/** A route for anyone. */
export function open(method: Method, path: string, answer: (call: Call) => Answer): Route {
  return { method, path, need: 'anyone', answer };
}

/** Throws for a route whose need is none that is known: it would otherwise start unguarded. */
export function requireDeclared({ method, path, need }: Route): void {
  if (need === 'anyone' || need === 'signed-in' || Object.hasOwn(CAPABILITIES, need)) return;
  throw new Error(`${method} ${path} does not declare what it needs`);
}
