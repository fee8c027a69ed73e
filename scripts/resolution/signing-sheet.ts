/** The readings as a table with places to sign: the one in force first, then the others with the command that switches to them. */
import type { ReadingDefinition, Resolution } from '../../shared/resolution/schema.ts';
import { DOCUMENT_WORDS as WORDS } from './document-words.ts';
import { table } from './markdown.ts';

export function signingSheet({ readings }: Resolution, file: string): readonly string[] {
  const rows = readings.flatMap((reading, index) => readingRows(reading, index + 1));
  return [
    `## ${WORDS.sheet}`,
    WORDS.sheetWhat,
    `\`switch …\`: \`npm run resolution -- switch ${file} …\``,
    table(WORDS.sheetHeads, rows),
    table(WORDS.signers, [
      [`${WORDS.date}<br>${WORDS.sign}<br><br><br>`, `${WORDS.date}<br>${WORDS.sign}<br><br><br>`],
    ]),
  ];
}

function readingRows(reading: ReadingDefinition, number: number): readonly (readonly string[])[] {
  const { targets, question, alternatives = [] } = reading;
  const about = targets.length === 0 ? WORDS.all : targets.join(', ');
  return [
    [String(number), about, question, reading.reading, `${WORDS.box} ${WORDS.inForce}`, '', ''],
    ...alternatives.map((one) => {
      const command = `\`${WORDS.switchCommand(reading, one.id)}\``;
      return ['', '', '', WORDS.other(one.reading), WORDS.box, command, ''];
    }),
  ];
}
