const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const dayOfAnotherYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const shortDayOfAnotherYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** How long ago, down to a minute; after a week the day. */
export function relativeTime(at: string, now: Date): string {
  const then = new Date(at);
  // A clock that is a little behind the server's makes no message of the future.
  const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
  if (seconds < MINUTE) return 'now';
  if (seconds < HOUR) return relative.format(-Math.floor(seconds / MINUTE), 'minute');
  if (seconds < DAY) return relative.format(-Math.floor(seconds / HOUR), 'hour');
  if (seconds < WEEK) return relative.format(-Math.floor(seconds / DAY), 'day');
  return (then.getFullYear() === now.getFullYear() ? shortDay : shortDayOfAnotherYear).format(then);
}

/** The time of day. */
export function timeOfDay(at: string): string {
  return clock.format(new Date(at));
}

/** Date and time, whole. */
export function fullTime(at: string): string {
  return whole.format(new Date(at));
}

/** A day's name in the reader's time zone: Today, Yesterday, or the date. */
export function dayName(at: string, now: Date): string {
  const then = new Date(at);
  if (isSameDay(then, now)) return 'Today';
  if (isSameDay(then, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday';
  return (then.getFullYear() === now.getFullYear() ? day : dayOfAnotherYear).format(then);
}

/** Whether both are on one day in the reader's time zone. */
export function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}
