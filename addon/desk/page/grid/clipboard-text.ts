/** A block of cells as text on the clipboard: tab-separated, with quotes round what holds a tab, a line end or a quote. */

/** Reads what a spreadsheet or a page put on the clipboard; one line end at the end belongs to the format. */
export function parseBlock(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= source.length) {
    const field = readField(source, at);
    rows.at(-1)?.push(field.text);
    if (source[field.end] === '\n') rows.push([]);
    at = field.end + 1;
  }
  return rows;
}

export function formatBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

function readField(source: string, start: number): { readonly text: string; readonly end: number } {
  const closing = source[start] === '"' ? closingQuote(source, start + 1) : -1;
  if (closing >= 0) return { text: source.slice(start + 1, closing).replaceAll('""', '"'), end: closing + 1 };
  const found = source.slice(start).search(/[\t\n]/);
  const end = found < 0 ? source.length : start + found;
  return { text: source.slice(start, end), end };
}

/** The quote that ends the field; -1 where what follows it shows that the quotes are plain text. */
function closingQuote(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at += 1;
    else return at + 1 === source.length || source[at + 1] === '\t' || source[at + 1] === '\n' ? at : -1;
  }
  return -1;
}

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
