/** Wall-clock dates in a time zone, and the serial day numbers that spreadsheets count with. */

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const formatters = new Map<string, Intl.DateTimeFormat>();

export function wallClock(date: Date, timeZone: string): WallClock {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour') % 24,
    minute: part('minute'),
    second: part('second'),
  };
}

/** The instant at which a clock in the zone shows this; null for a date that there is not (31/2). */
export function instant(clock: WallClock, timeZone: string): Date | null {
  const asUtc = utc(clock);
  const check = new Date(asUtc);
  if (check.getUTCMonth() + 1 !== clock.month || check.getUTCDate() !== clock.day) return null;
  const guess = asUtc - (utc(wallClock(new Date(asUtc), timeZone)) - asUtc);
  // Once more, for the offset may be another at the guess (a day of a clock change).
  return new Date(guess - (utc(wallClock(new Date(guess), timeZone)) - asUtc));
}

export function day(year: number, month: number, dayOfMonth: number): WallClock {
  return { year, month, day: dayOfMonth, hour: 0, minute: 0, second: 0 };
}

/** Days since 30 December 1899, as in Sheets and Excel. */
export function serialOf(date: Date, timeZone: string): number {
  return (utc(wallClock(date, timeZone)) - EPOCH) / DAY_MS;
}

export function clockOfSerial(serial: number): WallClock {
  const date = new Date(EPOCH + Math.round(serial * 86_400) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** A pattern of Sheets or of Utilities.formatDate: `lowerMonth` says whether "mm" may be a month (Sheets) or is minutes alone. */
export function formatClock(clock: WallClock, pattern: string, lowerMonth: boolean): string {
  let afterHour = false;
  return pattern.replace(/'([^']*)'|"([^"]*)"|y+|M+|m+|d+|H+|h+|s+/g, (token, quoted?: string, doubled?: string) => {
    if (quoted !== undefined || doubled !== undefined) return quoted ?? doubled ?? '';
    const width = token.length;
    const pad = (value: number): string => String(value).padStart(width, '0');
    const minutes = token[0] === 'm' && (!lowerMonth || afterHour);
    afterHour = token[0] === 'H' || token[0] === 'h';
    if (token[0] === 'y') return width === 2 ? String(clock.year).slice(-2) : pad(clock.year);
    if (minutes) return pad(clock.minute);
    if (token[0] === 'M' || token[0] === 'm') return pad(clock.month);
    if (token[0] === 'd') return pad(clock.day);
    if (token[0] === 's') return pad(clock.second);
    return pad(clock.hour);
  });
}

function utc(clock: WallClock): number {
  return Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}
