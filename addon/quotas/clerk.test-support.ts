/** What one clerk does in one workbook in eight hours: when which value is typed and where, when the sidebar is open, what else. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 7:00 at the workbook and midnight in UTC: Google's day of an account is any 24 hours, the stand-in's is that of UTC. */
export const MORNING = Date.UTC(2026, 10, 24, 0, 0, 1);

/** From the day's beginning: six hours in two halves. */
export const SIDEBAR_OPEN: readonly (readonly [number, number])[] = [
  [30 * MINUTE, 3.5 * HOUR],
  [4.5 * HOUR, 7.5 * HOUR],
];

/** What else a person does: a menu's item, or a call of the sidebar's about the period shown. */
export interface Occasion {
  readonly menu?: 'menuSend' | 'menuSummary';
  readonly sidebar?: {
    readonly name: 'sidebarReason' | 'sidebarSubmit';
    readonly with: Readonly<Record<string, unknown>>;
  };
}

export const OCCASIONS: readonly { readonly at: number; readonly does: Occasion }[] = [
  ...[1, 2.5, 5, 6.5].map((hour) => ({ at: hour * HOUR, does: { menu: 'menuSummary' } as const })),
  ...[1.2, 3.1, 5.2, 7.1].map((hour) => ({ at: hour * HOUR, does: { menu: 'menuSend' } as const })),
  ...Array.from({ length: 20 }, (_, index) => ({
    at: HOUR + index * 15.5 * MINUTE,
    does: {
      sidebar: { name: 'sidebarReason', with: { input: 'fruitArea', reason: `Đã rà soát lần ${index}` } },
    } as const,
  })),
  ...[3, 7].map((hour) => ({
    at: hour * HOUR,
    does: { sidebar: { name: 'sidebarSubmit', with: { confirm: [] } } } as const,
  })),
];

/** `grid`: typed into the sheet; `field`: into the sidebar. */
export interface Typed {
  readonly at: number;
  readonly into: 'grid' | 'field';
}

const GRID = 400;
const FIELD = 200;
/** Grid values that are typed while no sidebar is open. */
const WITHOUT_SIDEBAR = 60;

/** Where the grid is typed into without a sidebar: before it is opened, at noon, after it is closed. */
const CLOSED = [0, 3.6 * HOUR, 7.6 * HOUR];

/** Paper after paper: 30 values in three or four minutes, then something else. */
export function inBursts(chance: () => number): Typed[] {
  const burst = 30;
  const pause = (): number => 4_000 + chance() * 5_000;
  const typed = spread((GRID + FIELD - WITHOUT_SIDEBAR) / burst).flatMap((start, index) =>
    inARow(start, burst, pause).map((at, place) => ({ at, into: kindOf(index * burst + place) })),
  );
  return [...typed, ...withoutSidebar(pause)].sort(byTime);
}

/** The whole day at the same slow pace: the most runs that so many values can make. */
export function evenly(): Typed[] {
  const typed = spread(GRID + FIELD - WITHOUT_SIDEBAR).map((at, index) => ({ at, into: kindOf(index) }));
  return [...typed, ...withoutSidebar(() => 45_000)].sort(byTime);
}

/** 17 of 27 into the grid: 340 of the 540 that are typed beside the sidebar. */
function kindOf(index: number): Typed['into'] {
  return index % 27 < 17 ? 'grid' : 'field';
}

function withoutSidebar(pause: () => number): Typed[] {
  const each = WITHOUT_SIDEBAR / CLOSED.length;
  return CLOSED.flatMap((start) => inARow(start, each, pause)).map((at) => ({ at, into: 'grid' }));
}

function inARow(start: number, count: number, pause: () => number): number[] {
  let at = start;
  return Array.from({ length: count }, () => {
    at += pause();
    return at;
  });
}

/** Moments at equal distances, all while the sidebar is open. */
function spread(count: number): number[] {
  const length = SIDEBAR_OPEN.reduce((sum, [from, to]) => sum + to - from, 0);
  return Array.from({ length: count }, (_, index) => {
    let left = ((index + 0.2) / count) * length;
    for (const [from, to] of SIDEBAR_OPEN) {
      if (left < to - from) return from + left;
      left -= to - from;
    }
    return 0;
  });
}

const byTime = (one: Typed, other: Typed) => one.at - other.at;
