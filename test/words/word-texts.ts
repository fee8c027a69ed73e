/** Every text of every `words.ts`, one by one: of a word that is made from values its parts, with a mark where a value stands. */
import * as deskPage from '../../addon/desk/page/words.ts';
import * as deskServer from '../../addon/desk/server/words.ts';
import * as link from '../../addon/link/words.ts';
import * as page from '../../addon/page/words.ts';
import * as selfCheck from '../../addon/server/self-check/words.ts';
import * as sheet from '../../addon/server/words.ts';
import * as sidebar from '../../addon/sidebar/words.ts';
import * as guide from '../../scripts/guide/guide-words.ts';
import * as document from '../../scripts/resolution/document-words.ts';
import * as audit from '../../shared/audit-words.ts';
import * as findings from '../../shared/finding-words.ts';
import * as common from '../../shared/words.ts';
import * as view from '../../worker/pages/words.ts';
import * as service from '../../worker/words.ts';

const ROOMS = {
  'addon/desk/page': deskPage,
  'addon/desk/server': deskServer,
  'addon/link': link,
  'addon/page': page,
  'addon/server/self-check': selfCheck,
  'addon/server': sheet,
  'addon/sidebar': sidebar,
  'scripts/guide': guide,
  'scripts/resolution': document,
  'shared/audit-words': audit,
  'shared/finding-words': findings,
  shared: common,
  'worker/pages': view,
  worker: service,
};

/** Stands where a word has a value. */
export const VALUE = '\u0000';

export interface WordText {
  /** Room and keys: "addon/link LINK_WORDS.title". */
  readonly place: string;
  readonly text: string;
}

/** In the order of the rooms. */
export function wordTexts(): readonly WordText[] {
  return Object.entries(ROOMS).flatMap(([room, words]) =>
    Object.entries(words).flatMap(([group, word]) => textsOf(`${room} ${group}`, word)),
  );
}

function textsOf(place: string, word: unknown): WordText[] {
  if (typeof word === 'string') return [{ place, text: word }];
  if (typeof word === 'function') return literalsIn(word.toString()).map((text) => ({ place, text }));
  if (typeof word !== 'object' || word === null || word instanceof RegExp) return [];
  return Object.entries(word).flatMap(([key, inner]) => textsOf(`${place}.${key}`, inner));
}

/** The texts of a function's source; those inside a value of another text come by themselves. */
function literalsIn(source: string): string[] {
  const found: string[] = [];
  let at = 0;

  function quoted(quote: string): string {
    let text = '';
    for (at++; at < source.length && source[at] !== quote; at++) {
      if (source[at] === '\\') text += unescaped();
      else if (quote === '`' && source.startsWith('${', at)) text += value();
      else text += source[at];
    }
    at++;
    return text;
  }

  function unescaped(): string {
    at++;
    if (source[at] === 'n') return '\n';
    if (source[at] !== 'u') return source[at] ?? '';
    at += 4;
    return String.fromCharCode(Number.parseInt(source.slice(at - 3, at + 1), 16));
  }

  /** Leaves `at` on the closing brace. */
  function value(): string {
    let depth = 1;
    at += 2;
    while (depth > 0 && at < source.length) {
      const sign = source[at] ?? '';
      if (`'"\``.includes(sign)) {
        found.push(quoted(sign));
        continue;
      }
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      at++;
    }
    at--;
    return VALUE;
  }

  while (at < source.length) {
    const sign = source[at] ?? '';
    if (`'"\``.includes(sign)) found.push(quoted(sign));
    else at++;
  }
  return found;
}
