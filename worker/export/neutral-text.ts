/** Text that a spreadsheet would run as a formula, made into text again. For cells of text alone: a number's minus sign is no attack. */

/**
 * What a spreadsheet takes for the beginning of a formula, with the full-width and the small signs, which some input methods and Excel fold into
 * the plain ones; behind any blanks and whatever else nobody sees, because programs trim them. A leading tab or return hides one (OWASP, "CSV injection").
 */
const FORMULA_START =
  /^(?:[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/u;

/** What XML 1.0 cannot write, so that a workbook with it does not open; nobody types these. */
const UNWRITABLE = /(?![\t\r\n])\p{Cc}|[\ufffe\uffff]/gu;

/** The text as a cell may hold it: without unwritable signs, and behind an apostrophe where it would begin a formula. */
export function neutralText(text: string): string {
  const writable = text.toWellFormed().replace(UNWRITABLE, '');
  return FORMULA_START.test(writable) ? `'${writable}` : writable;
}
