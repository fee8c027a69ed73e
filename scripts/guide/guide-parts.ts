/** The parts of `docs/huong-dan.md` that are written from the system's own words, between marks in the hand-written text. */
import { GUIDE_LINES } from '../../addon/server/words.ts';
import { CELL_STATE_WORDS } from '../../addon/sidebar/words.ts';
import { STATE_WORDS, VERDICT_WORDS } from '../../shared/words.ts';
import { table } from '../resolution/markdown.ts';
import { STATE_MEANINGS, VERDICT_MEANINGS, GUIDE_PARTS_WORDS as WORDS } from './guide-words.ts';

const PARTS: Readonly<Record<string, string>> = {
  'dấu của ô': table(WORDS.cellHeads, Object.values(CELL_STATE_WORDS)),
  'đánh giá': table(WORDS.verdictHeads, sideBySide(VERDICT_WORDS, VERDICT_MEANINGS)),
  'trạng thái': table(WORDS.stateHeads, sideBySide(STATE_WORDS, STATE_MEANINGS)),
  'một trang': table(WORDS.summaryHeads, GUIDE_LINES),
};

/** The guide's text with its parts as they are now. Throws where a part has no place. */
export function withParts(guide: string): string {
  return Object.entries(PARTS).reduce((text, [name, part]) => {
    const begin = `<!-- npm run docs: ${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf('<!-- hết -->', from);
    if (from < 0 || to < 0) throw new Error(`the guide has no place for “${name}”`);
    return `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
  }, guide);
}

function sideBySide(words: Readonly<Record<string, string>>, meanings: Readonly<Record<string, string>>): string[][] {
  return Object.entries(words).map(([key, word]) => [word, meanings[key] ?? '']);
}
