/** How a spreadsheet's locale writes numbers and dates: the two that the project meets, and any other by its decimal sign. */

export interface LocaleSigns {
  readonly decimal: ',' | '.';
  readonly group: ',' | '.';
  readonly dayFirst: boolean;
  /** The pattern that a typed date gets by itself. */
  readonly datePattern: string;
}

const VIETNAMESE: LocaleSigns = { decimal: ',', group: '.', dayFirst: true, datePattern: 'dd/mm/yyyy' };
const AMERICAN: LocaleSigns = { decimal: '.', group: ',', dayFirst: false, datePattern: 'm/d/yyyy' };
const BRITISH: LocaleSigns = { decimal: '.', group: ',', dayFirst: true, datePattern: 'dd/mm/yyyy' };

const SIGNS: Readonly<Record<string, LocaleSigns>> = {
  vi_VN: VIETNAMESE,
  en_US: AMERICAN,
  en_GB: BRITISH,
  de_DE: { ...VIETNAMESE, datePattern: 'dd.mm.yyyy' },
};

/** Throws for a locale that the stand-in does not know, as Google does for one that there is not. */
export function localeSigns(locale: string): LocaleSigns {
  const signs = SIGNS[locale];
  if (!signs) throw new Error(`Locale ${locale} is not in the stand-in`);
  return signs;
}

export function isKnownLocale(locale: string): boolean {
  return Object.hasOwn(SIGNS, locale);
}
