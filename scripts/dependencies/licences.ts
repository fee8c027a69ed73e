/** Which licences a package may have, by where it ends up: in what is deployed, or only among the tools. */
import type { Package } from './lockfile.ts';

/** Ask for no more than that their text goes along, which the notices do. */
const IN_WHAT_SHIPS = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

/** Nothing of the tools is handed on. `BSD` is what old packages call one of the two above. */
const IN_TOOLS = [
  ...IN_WHAT_SHIPS,
  ...['BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
];

/**
 * Tools under a copyleft licence, by name, each for a reason: the picture library that comes with miniflare, as a library of its own;
 * the spreadsheet engine that `bench/` measures itself against, imported nowhere else and handed on to nobody.
 */
const BY_NAME: readonly { readonly name: RegExp; readonly licences: readonly string[] }[] = [
  { name: /^@img\/sharp-/, licences: ['LGPL-3.0-or-later'] },
  { name: /^hyperformula$/, licences: ['GPL-3.0-only'] },
];

/** In words, for each package whose licence is none that is allowed where it is. */
export function licenceFaults(packages: readonly Package[], licenceOf: (each: Package) => string | null): string[] {
  return packages.flatMap((each) => {
    const licence = licenceOf(each);
    // What is for another system is not installed here, and has then no licence to be read.
    if (licence === null) return each.ships ? [`${each.name}@${each.version} ships and says no licence`] : [];
    const where = each.ships ? 'what ships' : 'the tools';
    return satisfies(licence, allowedFor(each)) ? [] : [`${each.name}@${each.version} is ${licence}: not for ${where}`];
  });
}

function allowedFor({ name, ships }: Package): ReadonlySet<string> {
  if (ships) return new Set(IN_WHAT_SHIPS);
  const own = BY_NAME.filter((each) => each.name.test(name)).flatMap(({ licences }) => licences);
  return new Set([...IN_TOOLS, ...own]);
}

/** An SPDX expression of names with AND and OR: one side of an OR is enough, of an AND both are needed. Anything else is refused. */
export function satisfies(expression: string, allowed: ReadonlySet<string>): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let place = 0;
  let isWellFormed = true;
  const one = (): boolean => {
    const token = tokens[place++] ?? '';
    if (token !== '(') {
      isWellFormed &&= /^[\w.+-]+$/.test(token) && !['AND', 'OR', 'WITH'].includes(token);
      return allowed.has(token);
    }
    const inner = either();
    isWellFormed &&= tokens[place++] === ')';
    return inner;
  };
  const all = (): boolean => {
    let holds = one();
    while (tokens[place] === 'AND') {
      place++;
      const other = one();
      holds &&= other;
    }
    return holds;
  };
  const either = (): boolean => {
    let holds = all();
    while (tokens[place] === 'OR') {
      place++;
      const other = all();
      holds ||= other;
    }
    return holds;
  };
  return either() && isWellFormed && place === tokens.length;
}
