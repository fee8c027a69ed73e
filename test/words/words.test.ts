/** What people read, everywhere: one spelling, one word for one thing, numbers and dates as offices write them. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';
import { chiengMung } from '../../shared/resolution/chieng-mung.ts';
import { VALUE, type WordText, wordTexts } from './word-texts.ts';

/** The documents in Vietnamese: more than a letter in ten is one that only Vietnamese has. */
const DOCUMENTS = globSync('docs/*.md', { cwd: inRoot() }).filter((file) => {
  const text = readFileSync(inRoot(file), 'utf8').normalize('NFC').toLocaleLowerCase('vi');
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /[^a-z]/.test(letter)).length > letters.length / 10;
});

const words = wordTexts();
const { inputs, indicators, targets, readings, sections, kinds, units } = chiengMung();
const labels: readonly WordText[] = [
  ...[...inputs, ...indicators, ...sections].map(({ label }) => label),
  ...targets.map(({ label }) => label),
  ...inputs.map(({ short }) => short),
  ...readings.flatMap(({ reading, alternatives = [] }) => [reading, ...alternatives.map((one) => one.reading)]),
  ...[...kinds, ...units].map(({ name }) => name),
].map((text) => ({ place: 'resolution', text }));

/** Without what is quoted from the resolution, which is spelled as it is, without code, and without marks of Markdown. */
const lines: readonly WordText[] = DOCUMENTS.flatMap((file) =>
  readFileSync(inRoot(file), 'utf8')
    .split('\n')
    .map((line, index) => ({ place: `${file}:${index + 1}`, text: line.trim() }))
    .filter(({ text }) => !text.startsWith('> ('))
    .map(({ place, text }) => ({
      place,
      text: text.replaceAll(/`[^`]*`/g, VALUE).replaceAll(/<[^>]*>|!?\[|\]\([^)]*\)/g, ''),
    })),
);
const all = [...words, ...labels, ...lines];

/** The places whose text has what must not be there. */
function having(pattern: RegExp, texts: readonly WordText[] = all, except: readonly string[] = []): readonly string[] {
  return texts
    .filter(({ place, text }) => pattern.test(text) && !except.includes(place))
    .map(({ place, text }) => `${place}: ${text.replaceAll(VALUE, '…')}`);
}

test('there is something to hold to it', () => {
  expect(words.length).toBeGreaterThan(900);
  expect(lines.length).toBeGreaterThan(900);
  expect(DOCUMENTS).toEqual(
    expect.arrayContaining(['docs/huong-dan.md', 'docs/nghi-quyet-khac.md', 'docs/thong-bao.md']),
  );
  expect(DOCUMENTS).not.toContain('docs/backup.md');
});

describe('letters', () => {
  test('are composed (NFC): what looks alike is alike', () => {
    expect(all.filter(({ text }) => text !== text.normalize('NFC'))).toEqual([]);
  });

  test('carry their tone where the older spelling has it: “khóa”, “hòa”, “ủy”, “túy”', () => {
    expect(having(/o[àáảãạ](?!\p{L})|(?<![qQ])u[ỳýỷỹỵ](?!\p{L})|o[èéẻẽẹ](?!\p{L})/u)).toEqual([]);
  });
});

describe('signs', () => {
  test('an ellipsis is one sign, quotation marks are “these”', () => {
    expect(having(/\.\.\./)).toEqual([]);
    const headers = ['worker PROBLEMS.bad-precondition.detail', 'worker PROBLEMS.precondition-required.detail'];
    expect(having(/"/, [...words, ...labels], headers)).toEqual([]);
  });

  test('no two blanks in a row, none before a comma, full stop, colon or question mark', () => {
    expect(having(/[^\s|] {2,}[^\s|]/, [...words, ...labels])).toEqual([]);
    expect(having(/\p{L} [,.;?!](?!\p{L})/u)).toEqual([]);
  });

  test('percent stands at its number', () => {
    expect(having(/\d [%]/)).toEqual([]);
  });

  test('decimals come after a comma', () => {
    // Where it is told what English marks make of a number, or what must not be typed.
    const told = /gõ 1\.18|1\.18”|thay cho 2\.5/;
    expect(having(/\d\.\d{1,2}(?!\d)/).filter((one) => !told.test(one))).toEqual([]);
  });

  test('dates have two digits for day and month', () => {
    expect(having(/(?<!\d)(\d\/\d{1,2}|\d\d\/\d)\/\d{4}/)).toEqual([]);
  });
});

/** The word that is used, and those that would be another word for the same thing. */
const ONE_WORD: readonly (readonly [string, RegExp])[] = [
  ['trạng thái (của báo cáo, của ô)', /[Tt]ình trạng/],
  ['khôi phục', /[Pp]hục hồi/],
  ['người dùng', /[Tt]hành viên/],
  ['trang tổng hợp', /[Tt]ổng quan/],
  ['bỏ liên kết', /[Gg]ỡ liên kết|[Hh]ủy liên kết/],
  ['đồng chí, hoặc không xưng hô', /anh\/chị|(?<!\p{L})bạn(?!\p{L})/u],
  ['khóa số liệu', /[Cc]hốt/],
  ['trả lại (báo cáo)', /từ chối báo cáo|báo cáo bị từ chối/],
  ['nộp (báo cáo)', /gửi báo cáo chính thức|trình báo cáo|đệ trình/],
  ['hằng năm', /[Hh]àng năm/],
  ['thanh bên', /(?<!\p{L})sidebar|bảng điều khiển bên/iu],
  ['thực đơn', /(?<!\p{L})menu(?!\p{L})|trình đơn/iu],
  ['máy chủ', /(?<!\p{L})server(?!\p{L})/iu],
  ['tệp', /(?<!\p{L})file(?!\p{L})/iu],
  ['địa chỉ thư', /(?<!\p{L})e-?mail(?!\p{L})/iu],
  ['bấm', /(?<!\p{L})(click|nhấp)(?!\p{L})/iu],
  ['nhờ quản trị, nhờ người duyệt', /đề nghị (quản trị|người duyệt)/iu],
  ['giải trình', /[Gg]iải thích số liệu|[Ll]ý do gửi kèm/],
  ['đơn vị (báo cáo); khu vực là một trong ba đơn vị không phải cấp xã', /khu vực báo cáo|địa bàn báo cáo/],
  ['không áp dụng', /không thuộc diện áp dụng|(?<!\p{L})N\/A(?!\p{L})/u],
  ['lũy kế từ đầu năm', /luỹ kế|cộng lũy tiến/],
  ['Vùng (của bảng tính)', /[Nn]gôn ngữ vùng|[Mm]iền địa phương/],
];

test.each(ONE_WORD)('one word: %s', (_word, others) => {
  expect(having(others)).toEqual([]);
});
