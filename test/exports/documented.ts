/**
 * What exports change of a text, sign by sign as docs/reliability.md lists it and in another way than the writers do: nothing else may come
 * back otherwise.
 */
const STARTERS = '=+-@＝＋－＠﹦﹢﹣﹫';
const LONGEST = 32_767;

export function documentedText(typed: string): string {
  let text = '';
  for (const sign of typed) {
    const code = sign.codePointAt(0) ?? 0;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const isUnwritable = (isControl && !'\t\r\n'.includes(sign)) || code === 0xfffe || code === 0xffff;
    if (!isUnwritable) text += isHalf ? '\ufffd' : sign;
  }
  return beginsFormula(text) ? `'${text}` : text;
}

function beginsFormula(text: string): boolean {
  for (const [place, sign] of [...text].entries()) {
    if (place === 0 && '\t\r\n'.includes(sign)) return true;
    if (STARTERS.includes(sign)) return true;
    if (!isUnseen(sign)) return false;
  }
  return false;
}

function isUnseen(sign: string): boolean {
  return /^[\s\u2800]$|\p{Cc}|\p{Cf}|\p{Z}|\p{Default_Ignorable_Code_Point}/u.test(sign);
}

/** In a workbook, besides: no cell is longer than Excel takes, and a line ends with a line feed. */
export function documentedXlsxText(typed: string): string {
  const text = documentedText(typed).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
