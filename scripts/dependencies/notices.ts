/** The notices of other people's work in what ships: each package with its licence's own text. */
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../root.ts';
import type { Package } from './lockfile.ts';

export const NOTICES_FILE = inRoot('THIRD-PARTY-NOTICES.txt');

const RULE = '-'.repeat(80);

const ABOUT = `Third-party software in this project

The service and the add-in hold code of the packages below, unchanged but for being bundled and
minified. Each stands under its own licence, whose text follows. Written by "npm run notices".
`;

/** The whole file. Packages with the same text share it. Throws for one that ships without its licence's text. */
export function noticesOf(packages: readonly Package[]): string {
  const byText = Map.groupBy(
    packages.filter(({ ships }) => ships).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    textOf,
  );
  const parts = [...byText].map(([text, some]) => {
    const names = some.map(({ name, version, license }) => `${name} ${version} (${license ?? 'see below'})`);
    return `${RULE}\n${names.join('\n')}\n${RULE}\n\n${text}\n`;
  });
  return [ABOUT, ...parts].join('\n');
}

function textOf({ name, path }: Package): string {
  const files = readdirSync(inRoot(path)).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  if (!files.some((file) => !/^notice/i.test(file))) throw new Error(`${name} comes without the text of its licence`);
  const texts = files.toSorted().map((file) => readFileSync(inRoot(path, file), 'utf8'));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}
