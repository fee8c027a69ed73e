/** `npm run docs`: writes the documents that follow from data and words; a test holds them to what would be written now. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chiengMung } from '../shared/resolution/chieng-mung.ts';
import { withParts } from './guide/guide-parts.ts';
import { messagesDocument } from './guide/messages-document.ts';
import { printedSheet } from './guide/printed-sheet.ts';
import { resolutionDocument } from './resolution/document.ts';
import { inRoot } from './root.ts';

const GUIDE = 'docs/huong-dan.md';

/** Each document's text as it should stand, by its file. */
export function writtenDocuments(): Readonly<Record<string, string>> {
  const resolution = chiengMung();
  return {
    'docs/nghi-quyet.md': resolutionDocument(`shared/resolution/${resolution.id}.json`, resolution),
    'docs/thong-bao.md': messagesDocument(),
    'docs/huong-dan-a4.html': printedSheet(),
    [GUIDE]: withParts(readFileSync(inRoot(GUIDE), 'utf8')),
  };
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(writtenDocuments())) writeFileSync(inRoot(file), text);
}
