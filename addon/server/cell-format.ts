/** What a cell's number format says of its number: a share is a hundredth of what is shown, a date is none. */

/** Quoted words and escaped characters of a number format are no signs of what it is. */
function bareFormat(format: string): string {
  return format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
}

export function isShareFormat(format: string): boolean {
  return bareFormat(format).includes('%');
}

export function isDateFormat(format: string): boolean {
  const bare = bareFormat(format);
  return bare !== 'general' && /[dyhs]|m{1,5}/.test(bare);
}
