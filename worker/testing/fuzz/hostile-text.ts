/** Texts as somebody would type them who wants a page, a sheet or the service itself to take them for something else. */
import type { Chance } from '../../../test/oracle/random.ts';

/** Stands in every piece of markup, so that an element or an attribute that was born from a text is known by it. */
export const MARK = 'zqx';

const MARKUP = [
  `<${MARK} on${MARK}=1>`,
  `<script>${MARK}()</script>`,
  `"><img src=${MARK} onerror=${MARK}()>`,
  `' onmouseover='${MARK}()`,
  `" style="${MARK}" x="`,
  `</textarea><${MARK}>`,
  `</title></head><${MARK}>`,
  `</option></select><${MARK}>`,
  `<svg/onload=${MARK}()>`,
  `<a href=javascript:${MARK}()>`,
  `javascript:${MARK}()`,
  `data:text/html,<${MARK}>`,
  `<iframe src=//evil.test/${MARK}>`,
  `<base href=//evil.test/>`,
  `<!--${MARK}`,
  '-->',
  ']]>',
  '<![CDATA[',
  '&lt;',
  `&#60;${MARK}&#62;`,
  `&lt${MARK}`,
  '%3Cscript%3E',
  '\\u003c',
  '<',
  '>',
  '"',
  "'",
  '`',
  '&',
] as const;
const OTHERS = [
  '=1+1',
  "=cmd|'/C calc'!A0",
  '@SUM(1)',
  '＝1',
  '{{7*7}}',
  '#{7*7}',
  "'; DROP TABLE revisions; --",
  '\u200b',
  '\u200d',
  '\u202e',
  '\ufeff',
  '\u00ad',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '\u00a0',
  'Chiềng Mung',
  'Chiềng Mung'.normalize('NFD'),
  'Сhіềng',
  'ﷺ',
  'Ａ',
  'ế'.repeat(20).normalize('NFD'),
  '👩‍👩‍👧‍👦',
  '🇻🇳',
  '𠀀',
  '\ufffd',
  '\uffff',
  '../',
  '%2e%2e%2f',
  '%',
  '%00',
  '%ff',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e400',
  '9'.repeat(30),
  'sự thật',
] as const;

/** Of at most so many UTF-16 units, never half a pair at its end; half pairs inside where `broken`. */
export function hostileText(chance: Chance, longest = 500, broken = false): string {
  if (chance.oneIn(25)) return cut(chance.pick(MARKUP).repeat(Math.ceil(longest / 4)), longest);
  let text = '';
  for (let parts = chance.below(6); parts >= 0; parts--) {
    text += chance.oneIn(2) ? chance.pick(MARKUP) : chance.pick(OTHERS);
    if (broken && chance.oneIn(8)) text += chance.pick(['\ud800', '\udfff', '\ud83d']);
  }
  return cut(text, longest);
}

function cut(text: string, longest: number): string {
  const short = text.slice(0, longest);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
