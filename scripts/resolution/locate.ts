/** Places in a JSON text: the line of a record or key, and of what keeps the text from being JSON at all. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** A JSON text with its places, or what is wrong with it. Lines count from 1. */
export type LocatedJson =
  | { readonly ok: true; readonly data: unknown; readonly lineOf: (path: readonly (string | number)[]) => number }
  | { readonly ok: false; readonly errors: readonly { readonly line: number; readonly message: string }[] };

/** Reads strict JSON: no comments, no trailing commas. */
export function locateJson(text: string): LocatedJson {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || tree === undefined) {
    const places = errors.map(({ error, offset }) => ({
      line: lineAt(text, offset),
      message: `not JSON: ${printParseErrorCode(error)}`,
    }));
    return { ok: false, errors: places.length > 0 ? places : [{ line: 1, message: 'not JSON: the file is empty' }] };
  }
  const data: unknown = JSON.parse(text);
  return { ok: true, data, lineOf: (path) => lineAt(text, nearest(tree, path).offset) };
}

/** The node at a path; where a key is not there, the record that lacks it. */
function nearest(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent : node;
  }
  return tree;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
