/** What a host brings from outside: evaluation of the bundle, clock, network, identity, and what a person sees and answers. All synchronous. */
import type { Failure } from './failures.ts';
import type { RunThread } from './run-thread.ts';

export interface ScriptUser {
  readonly email: string;
  readonly timeZone?: string;
  /** OAuth scopes (full addresses) that this person did not grant. */
  readonly deniedScopes?: readonly string[];
}

/**
 * One evaluation of the bundle. Arrays, dates and errors are made by the realm itself, so that `instanceof` holds inside it
 * (a Node vm context has constructors of its own).
 */
export interface ScriptRealm {
  readonly has: (functionName: string) => boolean;
  readonly call: (functionName: string, args: readonly unknown[]) => unknown;
  readonly date: (ms: number) => Date;
  readonly list: (items: readonly unknown[]) => unknown[];
  readonly error: (message: string) => unknown;
}

/** What `Date.now()`, `new Date()` and `Math.random()` give inside a realm. */
interface RealmWorld {
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * Called once per run: Google parses the whole bundle at every run, and no variable outlives one. Where the script shares its
 * realm with the host (a Web Worker), `world` cannot be kept to.
 */
export type CompiledScript = (globals: Readonly<Record<string, unknown>>, world: RealmWorld) => ScriptRealm;

/** simple: onOpen/onEdit by name. installed, clock: as their creator. call: menu or google.script.run. */
export type RunKind = 'simple' | 'installed' | 'clock' | 'call';

export interface ServiceCall {
  readonly run: number;
  /** The run's calls counted from 1. */
  readonly index: number;
  readonly functionName: string;
  readonly kind: RunKind;
  /** The effective user. */
  readonly user: string;
  /** The class: "Range", "UrlFetchApp". */
  readonly service: string;
  readonly member: string;
  /** What the run holds as the call begins: 'document', 'script', 'user …'. */
  readonly locks: readonly string[];
}

export interface FetchRequest {
  readonly url: string;
  readonly method: 'get' | 'delete' | 'patch' | 'post' | 'put';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly followRedirects: boolean;
}

/** `body` is the response's text, UTF-8. */
export type FetchAnswer =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: Readonly<Record<string, string | readonly string[]>>;
      readonly body: string;
    }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'timeout' };

export type ButtonName = 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
type ButtonSetName = 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';

export interface Question {
  readonly title: string | null;
  readonly text: string;
  readonly buttons: ButtonSetName;
}

export interface ShownHtml {
  readonly title: string;
  readonly content: string;
  readonly width: number | null;
  readonly height: number | null;
}

interface UiPort {
  sidebar?(shown: ShownHtml): void;
  dialog?(shown: ShownHtml, modal: boolean): void;
  toast?(text: string, title: string | null, seconds: number | null): void;
  /** Without it every dialog is closed unanswered. */
  alert?(question: Question): ButtonName;
  prompt?(question: Question): { readonly button: ButtonName; readonly text: string };
}

export interface ScriptPorts {
  compile(source: string): CompiledScript;
  now(): number;
  fetch(request: FetchRequest): FetchAnswer;
  /** Null where none is to be had. */
  identityToken(email: string): string | null;
  randomBytes(count: number): Uint8Array;
  /** Milliseconds that a call takes; counted against the run's limit, never slept. */
  latency?(call: ServiceCall): number;
  /** Before each service call: a test may look on, throw here, or start another run, which then comes in between, whole. */
  beforeCall?(call: ServiceCall): void;
  /** What Google does to this call; null: nothing. */
  failure?(call: ServiceCall): Failure | null;
  /** True as if another run held the lock. */
  lockIsHeld?(kind: 'document' | 'script' | 'user'): boolean;
  /** The service hands out null, as Google's may. */
  lacksService?(name: 'documentLock' | 'documentProperties' | 'documentCache' | 'activeSpreadsheet'): boolean;
  /** True as within one Workspace domain: a trigger of `effective` is told who sits at the keyboard. */
  tellsActiveUser?(active: string, effective: string): boolean;
  /** For runs at the same time: a thread in which the script's function stops at every service call. */
  thread?(source: string): RunThread;
  readonly ui?: UiPort;
  log?(line: string): void;
}
