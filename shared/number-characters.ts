/** The characters that numbers are typed with. */

/** Spaces that group digits or stand before "%", for a class of characters: plain, no-break, narrow no-break, thin. */
export const SPACES = ' \u00a0\u202f\u2009';

/** The text with full-width digits, comma, dot and percent sign made plain, and without white space at its ends. */
export function plainText(text: string): string {
  return text.replace(/[０-９，．％\u0085]/g, plain).trim();
}

/** Full-width characters are those of ASCII, moved by a constant; U+0085 is a line end that `trim` does not know. */
function plain(character: string): string {
  return character === '\u0085' ? '\n' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
