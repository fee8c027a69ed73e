/** What a cell makes of what a script writes, and what it gives back. */
import type { Bench } from './bench.ts';
import { type Check, dayOf, expecting, type Finding, holds, shown, untried, when } from './check.ts';
import { SEEN_WORDS } from './words.ts';

export const VALUE_CHECKS: readonly Check[] = [
  { id: 'locale.vietnamese', attempt: ({ locale }) => expecting(locale, 'vi_VN') },
  { id: 'locale.time-zone', attempt: timeZones },
  { id: 'values.grouped', attempt: (bench) => inVietnamese(bench, writtenAs(bench, ['1.180'], [1180])) },
  { id: 'values.decimal', attempt: (bench) => inVietnamese(bench, writtenAs(bench, ['2,5'], [2.5])) },
  {
    id: 'values.foreign',
    attempt: (bench) => inVietnamese(bench, writtenAs(bench, FOREIGN_NUMERALS, FOREIGN_NUMERALS)),
  },
  { id: 'values.date', attempt: (bench) => inVietnamese(bench, date(bench)) },
  { id: 'values.percent', attempt: (bench) => inVietnamese(bench, percent(bench)) },
  { id: 'values.text-format', attempt: textFormat },
  { id: 'values.text-formula', attempt: textFormula },
  { id: 'values.shown', attempt: (bench) => inVietnamese(bench, shownApart(bench)) },
  { id: 'values.kept-format', attempt: keptFormat },
  { id: 'values.blank', attempt: blank },
  { id: 'values.unicode', attempt: unicode },
  { id: 'values.past-validation', attempt: pastValidation },
];

/** How the numbers of other countries are written: none is a number in Vietnam. */
const FOREIGN_NUMERALS = ['1.18', '1,180,000', '1 180'];
const VIETNAM = ['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'Asia/Bangkok'];

/** In another locale other rules hold, and what was seen says nothing about ours. */
function inVietnamese({ locale }: Bench, finding: Finding): Finding {
  return locale === 'vi_VN' ? finding : untried(SEEN_WORDS.otherLocale(locale, finding.seen));
}

function timeZones({ spreadsheet }: Bench): Finding {
  const zones = [spreadsheet.getSpreadsheetTimeZone(), Session.getScriptTimeZone()];
  return when(
    zones.every((zone) => VIETNAM.includes(zone)),
    zones.join('; '),
  );
}

function writtenAs(bench: Bench, texts: readonly string[], expected: readonly unknown[]): Finding {
  const range = bench.cell().offset(0, 0, 1, texts.length);
  return expecting(range.setValues([[...texts]]).getValues()[0], expected);
}

function date(bench: Bench): Finding {
  const value: unknown = bench.cell().setValue('1/2').getValue();
  return when(value instanceof Date && dayOf(value.getTime()).startsWith('01/02/'), shown(value));
}

function percent(bench: Bench): Finding {
  const cell = bench.cell().setValue('41,5%');
  const format = cell.getNumberFormat();
  const finding = expecting(cell.getValue(), 0.415);
  return finding.kind === 'holds' ? when(format.includes('%'), `${finding.seen}, ${format}`) : finding;
}

function textFormat(bench: Bench): Finding {
  const texts = ['1.180', '1/2'];
  const range = bench.cell().offset(0, 0, 1, texts.length).setNumberFormat('@');
  return expecting(range.setValues([texts]).getValues()[0], texts);
}

function textFormula(bench: Bench): Finding {
  return expecting(bench.cell().setNumberFormat('@').setValue('=1+1').getFormula(), '=1+1');
}

function shownApart(bench: Bench): Finding {
  const cell = bench.cell().setValue(1180).setNumberFormat('#,##0');
  return expecting([cell.getValue(), cell.getDisplayValue()], [1180, '1.180']);
}

function keptFormat(bench: Bench): Finding {
  return expecting(bench.cell().setNumberFormat('#,##0.00').setValue('1.180').getNumberFormat(), '#,##0.00');
}

function blank(bench: Bench): Finding {
  const cell = bench.cell();
  return when(cell.getValue() === '' && cell.isBlank(), shown(cell.getValue()));
}

/** Decomposed marks, and the space that does not break, come back as they were written. */
function unicode(bench: Bench): Finding {
  const text = 'Hộ\u00a0nghèo'.normalize('NFD');
  const back: unknown = bench.cell().setValue(text).getValue();
  const same = back === text && /^\p{L}/u.test(text) && text.normalize('NFC') !== text;
  return when(same, SEEN_WORDS.characters(text.length, String(back).length));
}

/** The platform may refuse at once, or only when the write is carried out. */
function pastValidation(bench: Bench): Finding {
  const rule = SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).setAllowInvalid(false).build();
  const cell = bench.cell().setDataValidation(rule).setValue('chữ');
  SpreadsheetApp.flush();
  return cell.getValue() === 'chữ' ? holds(shown('chữ')) : expecting(cell.getValue(), 'chữ');
}
