/** XML 1.0 as far as a workbook needs it, strictly: throws for what a real parser refuses. Written for the tests, and by nothing of the writers. */

export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  /** The text right inside it, all of it together. */
  text: string;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(source: string): XmlNode {
  // 2.11: a parser makes one line feed of every line end, before anything else.
  const text = source.replace(/\r\n?/g, '\n').replace(/^<\?xml[^>]*\?>\s*/, '');
  const document: XmlNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  for (let at = 0; at < text.length; ) {
    const inside = open.at(-1) ?? document;
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      const piece = text.slice(at, end < 0 ? text.length : end);
      if (piece.includes(']]>')) throw new Error(`"]]>" in text at ${at}`);
      inside.text += decoded(piece);
      at += piece.length;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (tag === null) throw new Error(`no tag at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    const [whole, closes, name = '', attributes = '', isEmpty] = tag;
    at += whole.length;
    if (closes === '/') {
      if (inside.name !== name) throw new Error(`</${name}> closes <${inside.name}>`);
      open.pop();
      continue;
    }
    const node: XmlNode = { name, attributes: attributesOf(attributes), children: [], text: '' };
    inside.children.push(node);
    if (isEmpty !== '/') open.push(node);
  }
  const [root] = document.children;
  if (open.length !== 1 || root === undefined || document.children.length !== 1 || document.text.trim() !== '') {
    throw new Error('not one element around everything');
  }
  return root;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    if (found.has(name)) throw new Error(`${name} twice`);
    found.set(name, decoded(double ?? single ?? ''));
  }
  return found;
}

function decoded(text: string): string {
  return checked(
    text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+))?(;?)/g, (whole, decimal, hexadecimal, name, end) => {
      if (end !== ';') throw new Error(`a bare "&" in ${JSON.stringify(whole)}`);
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
      const known = ENTITIES[name];
      if (known === undefined) throw new Error(`an unknown entity ${whole}`);
      return known;
    }),
  );
}

/** 2.2: what a document may hold at all. */
function checked(text: string): string {
  const wrong = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (wrong !== null) throw new Error(`the sign ${JSON.stringify(wrong[0])} is none of XML's`);
  return text;
}
