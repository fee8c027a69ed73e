/** `docs/thong-bao.md`: every message that a person can meet, by where it is met, with what to do. */

import * as link from '../../addon/link/words.ts';
import * as page from '../../addon/page/words.ts';
import * as sheet from '../../addon/server/words.ts';
import * as sidebar from '../../addon/sidebar/words.ts';
import * as findings from '../../shared/finding-words.ts';
import * as common from '../../shared/words.ts';
import * as view from '../../worker/pages/words.ts';
import * as service from '../../worker/words.ts';
import { table } from '../resolution/markdown.ts';
import { type Explained, explained } from './advice.ts';
import { COMMON_ADVICE, COMMON_TITLES, FINDING_ADVICE, FINDING_TITLES } from './finding-advice.ts';
import { MESSAGES_WORDS as WORDS } from './guide-words.ts';
import { LINK_ADVICE, LINK_TITLES } from './link-advice.ts';
import { PROBLEM_ADVICE } from './service-advice.ts';
import { SHEET_ADVICE, SHEET_TITLES } from './sheet-advice.ts';
import { PAGE_ADVICE, PAGE_TITLES, SIDEBAR_ADVICE, SIDEBAR_TITLES } from './sidebar-advice.ts';
import { VIEW_ADVICE, VIEW_TITLES } from './view-advice.ts';

/** Messages that are met at one place. */
export interface MessageGroup {
  readonly title: string;
  readonly messages: readonly Explained[];
}

/** A chapter of the document: a room. */
export interface MessageChapter {
  readonly title: string;
  readonly intro: string;
  readonly groups: readonly MessageGroup[];
}

export const MESSAGE_CHAPTERS: readonly MessageChapter[] = [
  {
    ...WORDS.chapters.figures,
    groups: [...groupsOf(common, COMMON_ADVICE, COMMON_TITLES), ...groupsOf(findings, FINDING_ADVICE, FINDING_TITLES)],
  },
  {
    ...WORDS.chapters.sidebar,
    groups: [...groupsOf(sidebar, SIDEBAR_ADVICE, SIDEBAR_TITLES), ...groupsOf(page, PAGE_ADVICE, PAGE_TITLES)],
  },
  { ...WORDS.chapters.sheet, groups: groupsOf(sheet, SHEET_ADVICE, SHEET_TITLES) },
  { ...WORDS.chapters.link, groups: groupsOf(link, LINK_ADVICE, LINK_TITLES) },
  { ...WORDS.chapters.view, groups: groupsOf(view, VIEW_ADVICE, VIEW_TITLES) },
  { ...WORDS.chapters.service, groups: [{ title: WORDS.problems, messages: problems() }] },
];

/** The whole document, in Markdown. */
export function messagesDocument(): string {
  const blocks = MESSAGE_CHAPTERS.flatMap(({ title, intro, groups }) => [
    `## ${title}`,
    intro,
    ...groups.flatMap((group) => [
      `### ${group.title}`,
      table(
        WORDS.heads,
        group.messages.map(({ message, todo }) => [message, todo]),
      ),
    ]),
  ]);
  return `${[`# ${WORDS.title}`, WORDS.intro, ...blocks].join('\n\n')}\n`;
}

/** A group that has something to explain must have a title. */
function groupsOf(words: object, advice: object, titles: Readonly<Record<string, string>>): readonly MessageGroup[] {
  return Object.entries(advice).flatMap(([group, said]) => {
    if (said === null) return [];
    const title = titles[group];
    const of: unknown = Reflect.get(words, group);
    if (title === undefined || typeof of !== 'object' || of === null) throw new Error(`no title for ${group}`);
    return [{ title, messages: explained(of, said) }];
  });
}

function problems(): readonly Explained[] {
  return Object.entries(PROBLEM_ADVICE).map(([code, todo]) => {
    const { title, detail } = service.PROBLEMS[code as keyof typeof PROBLEM_ADVICE];
    return { message: `**${title}.** ${detail}`, todo };
  });
}
