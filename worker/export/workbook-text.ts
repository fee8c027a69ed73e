/** A text as a cell of a workbook can hold it (ECMA-376): not all that a CSV can. */

/** Of Excel; a file with a longer one is said to be damaged. */
const LONGEST = 32_767;

/** "_x0041_" would be read as the sign of that number, so that its first one is written by its own. */
const ESCAPE = /_(?=x[\da-fA-F]{4}_)/g;

/** With line feeds for line ends, which XML makes of them anyway, and cut with an ellipsis where Excel could not hold it. */
export function workbookText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const cut = lines.length <= LONGEST ? lines : `${lines.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return cut.replace(ESCAPE, '_x005F_');
}
