/** Words compared as a reader in a hurry reads them. */

/** Without diacritics and case, whether composed or not: "Tỷ", "tỷ" in two code points and "TY" are all "ty". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
