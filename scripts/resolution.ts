/**
 * `npm run resolution -- …`: what whoever encodes a commune's resolution needs.
 *   schema                              prints the JSON Schema of a resolution
 *   check FILE                          every issue with its line, or what the resolution's own figures imply
 *   readings FILE                       how each open question is read, and which other readings are there as data
 *   switch FILE READING ALTERNATIVE     prints the resolution with another reading in force, as its next version
 *   document FILE                       prints it for people: text, formulas in words, goals, what is to be signed (`docs/nghi-quyet.md`)
 */
import type { ReadingDefinition } from '../shared/resolution/schema.ts';
import { switchReading } from '../shared/resolution/switch-reading.ts';
import { type Outcome, tell, textOf } from './outcome.ts';
import { resolutionDocument } from './resolution/document.ts';
import { resolutionJsonSchema } from './resolution/json-schema.ts';
import { describeResolution, issueLines, readResolution } from './resolution/report.ts';

const USAGE =
  'usage: npm run resolution -- schema | check FILE | readings FILE | switch FILE READING ALTERNATIVE | document FILE';
const COMMANDS = ['check', 'readings', 'switch', 'document'];

function run([command, file, ...rest]: readonly string[]): Outcome {
  if (command === 'schema') return { code: 0, lines: [json(resolutionJsonSchema())] };
  if (file === undefined || command === undefined || !COMMANDS.includes(command)) {
    return { code: 2, lines: [USAGE] };
  }
  const text = textOf(file);
  if (text === null) return { code: 2, lines: [`${file}: cannot be read`] };
  const read = readResolution(file, text);
  if (!read.ok) return { code: 1, lines: read.lines };
  const { resolution } = read;
  if (command === 'check') return { code: 0, lines: describeResolution(resolution) };
  if (command === 'readings') return { code: 0, lines: resolution.readings.flatMap(readingLines) };
  if (command === 'document') return { code: 0, lines: [resolutionDocument(file, resolution).trimEnd()] };
  const [reading = '', alternative = ''] = rest;
  const switched = switchReading(resolution, reading, alternative);
  if (switched.ok) return { code: 0, lines: [json(switched.resolution)] };
  return { code: 1, lines: issueLines(file, switched.issues, read.lineOf) };
}

function readingLines(one: ReadingDefinition): readonly string[] {
  const { id, version, targets, question, reading, alternatives = [] } = one;
  return [
    `${id} (version ${version}; targets ${targets.length === 0 ? 'all' : targets.join(', ')}): ${question}`,
    `  in force: ${reading}`,
    ...alternatives.map((other) => `  ${other.id}: ${other.reading}`),
  ];
}

function json(data: unknown): string {
  return JSON.stringify(data, null, 2);
}

tell(run(process.argv.slice(2)));
