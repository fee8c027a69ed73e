/** What each page needs to be rendered. Pages fetch nothing and read no clock: whoever routes a request hands these over. */
import type { AuditFinding } from '../../shared/audit.ts';
import type { Period } from '../../shared/periods.ts';
import type { Plan } from '../../shared/plan.ts';
import type { Basis, Role, Summary } from '../../shared/wire.ts';
import type { Filter } from './overview/filter.ts';

/** The signed-in person; `role` is null for someone who is no member. */
export interface Person {
  readonly email: string;
  readonly role: Role | null;
  readonly units: readonly string[];
  readonly name: string | null;
}

/** What every page of a signed-in member needs. */
export interface PageProps {
  readonly plan: Plan;
  readonly me: Person;
  /** The moment of rendering, ISO 8601 UTC. */
  readonly now: string;
  /** Whether the figures are sample data; then every page says "Số liệu minh họa". */
  readonly sample: boolean;
}

/** `GET /?period=&basis=`: the consolidated view of one period. */
export interface OverviewProps extends PageProps {
  readonly summary: Summary;
  readonly basis: Basis;
  /** The periods that have at least one report, in any order; the switch offers them before the rest of the term. */
  readonly periods: readonly Period[];
  /** All figures of every period of the plan, in order. */
  readonly term: readonly Pick<Summary, 'indicators'>[];
  readonly filter: Filter;
  /** What the resolution's own figures imply, shown beside their targets. */
  readonly audit: readonly AuditFinding[];
  /** The number of the last change, as the live messages count them. */
  readonly sequence: number;
}

/** What its rows need: nothing of who looks, and of when the day. */
export type OverviewRowsProps = Pick<
  OverviewProps,
  'plan' | 'summary' | 'basis' | 'periods' | 'term' | 'filter' | 'audit' | 'now'
>;

/** `GET /sign-in`, signed out. */
export interface SignInProps {
  readonly commune: string;
  readonly sample: boolean;
  /** Where the button leads: starts the sign-in, with the way back in it. A local path. */
  readonly startPath: string;
  /** Why the person is here again, if there is a reason to say: the session ended, or the sign-in did not succeed. */
  readonly notice?: 'ended' | 'failed' | 'signed-out';
}

/** Signed in, but no member: says what to do and whom to ask. */
export interface NoRoleProps {
  readonly commune: string;
  readonly sample: boolean;
  readonly me: Person;
  /** Whom to ask, if the administrators may be named; else empty. */
  readonly admins: readonly { readonly name: string | null; readonly email: string }[];
}

/** Any failure that a person meets in the browser. `title` and `detail` are Vietnamese, as in the problem's JSON. */
export interface ProblemProps {
  readonly commune: string;
  readonly sample: boolean;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Null for someone who is not signed in. */
  readonly me: Person | null;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number;
}
