/** RFC 4180 to the letter, with a separator of one's own: throws where a file is not exactly so. Written for the tests, and by nothing of the writers. */

/** The records, without a byte order mark; every record has its end. Some programs write a line feed alone, against the letter. */
export function readCsv(text: string, separator: string, lineEnd: '\r\n' | '\n' = '\r\n'): string[][] {
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const records: string[][] = [];
  let record: string[] = [];
  for (let at = from; at < text.length; ) {
    const { field, next } = text[at] === '"' ? quotedField(text, at + 1) : plainField(text, at, separator, lineEnd);
    record.push(field);
    if (text[next] === separator) at = next + 1;
    else if (text.startsWith(lineEnd, next)) {
      records.push(record);
      record = [];
      at = next + lineEnd.length;
    } else throw new Error(`neither a separator nor an end at ${next}: ${JSON.stringify(text.slice(next, next + 20))}`);
    // A separator at the end of a record has an empty field after it.
    if (text[next] === separator && text.startsWith(lineEnd, at)) {
      record.push('');
      records.push(record);
      record = [];
      at += lineEnd.length;
    }
  }
  if (record.length > 0) throw new Error('the last record has no end');
  return records;
}

interface Field {
  readonly field: string;
  /** Where what comes after it begins. */
  readonly next: number;
}

function quotedField(text: string, from: number): Field {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) throw new Error(`a quote that is opened before ${from} is not closed`);
    if (text[at + 1] !== '"') return { field: text.slice(from, at).replaceAll('""', '"'), next: at + 1 };
  }
}

function plainField(text: string, from: number, separator: string, lineEnd: string): Field {
  let next = from;
  while (next < text.length && text[next] !== separator && text[next] !== lineEnd[0]) {
    if (text[next] === '"' || text[next] === '\n') throw new Error(`a bare sign at ${next}`);
    next++;
  }
  return { field: text.slice(from, next), next };
}
