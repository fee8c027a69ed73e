/** A workbook read as its specification says (ECMA-376), from the file's bytes on. Written for the tests, and by nothing of the writers. */
import { inflateRawSync } from 'node:zlib';
import { readXml, type XmlNode } from './xml-reader.ts';

export type ReadCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula'; readonly formula: string };

/** The files of a ZIP by its central directory. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new Error('no ZIP');
  const found = new Map<string, Uint8Array>();
  let at = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
    const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = file.readUInt32LE(at + 42);
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(begin, begin + file.readUInt32LE(at + 20));
    found.set(name, file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return found;
}

/** The cells of the first sheet by their address, "A1". */
export function readFirstSheet(bytes: Uint8Array): ReadonlyMap<string, ReadCell> {
  const files = unzip(bytes);
  const part = (name: string) => readXml(new TextDecoder('utf-8', { fatal: true }).decode(files.get(name)));
  const strings = part('xl/sharedStrings.xml').children.map((item) => xstring(textIn(item)));
  const data = part('xl/worksheets/sheet1.xml').children.find(({ name }) => name === 'sheetData');
  const cells = (data?.children ?? []).flatMap((row) => row.children);
  return new Map(cells.flatMap((cell) => cellOf(cell, strings)));
}

function cellOf(cell: XmlNode, strings: readonly string[]): (readonly [string, ReadCell])[] {
  const address = cell.attributes.get('r') ?? '';
  const formula = cell.children.find(({ name }) => name === 'f');
  if (formula !== undefined) return [[address, { kind: 'formula', formula: formula.text }]];
  const value = cell.children.find(({ name }) => name === 'v')?.text;
  if (value === undefined) return [];
  const type = cell.attributes.get('t') ?? 'n';
  if (type === 's') return [[address, { kind: 'text', text: strings[Number(value)] ?? '' }]];
  if (type === 'n') return [[address, { kind: 'number', value: Number(value) }]];
  throw new Error(`${address} is of the type ${type}`);
}

/** The text of a shared string, blanks kept only where it says so. */
function textIn(item: XmlNode): string {
  return item.children
    .filter(({ name }) => name === 't')
    .map(({ text, attributes }) => (attributes.get('xml:space') === 'preserve' ? text : text.trim()))
    .join('');
}

/** 22.9.2.19: "_xHHHH_" is a sign by its number. */
function xstring(text: string): string {
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, hexadecimal: string) =>
    String.fromCharCode(Number.parseInt(hexadecimal, 16)),
  );
}
