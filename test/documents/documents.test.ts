/** What the documents name is there: commands that some test runs, files, paths; and a way from the README to each of them. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../scripts/root.ts';
import { nameOf, OF_OTHERS, RUN_BY } from './commands.ts';
import { commandsOf, documents, linksOf, pathsOf } from './documents.ts';

const all = documents();
const commands = all.flatMap(commandsOf);
const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('commands', () => {
  test('are found at all, in blocks and in lines', () => {
    expect(commands.length).toBeGreaterThan(80);
  });

  test('of npm are those of package.json', () => {
    const ours = commands.map(({ text }) => nameOf(text)).filter((name) => name.startsWith('npm '));
    expect([...new Set(ours)].filter((name) => scripts[name.replace(/^npm (?:run )?/, '')] === undefined)).toEqual([]);
  });

  test('are each run by something, or marked as needing an account', () => {
    const loose = commands
      .filter(
        ({ text, needsAccount }) =>
          !needsAccount && RUN_BY[nameOf(text)] === undefined && !OF_OTHERS.includes(nameOf(text)),
      )
      .map(({ file, text }) => `${file}: ${text}`);
    expect(loose).toEqual([]);
  });

  test('that the list names are in a document, and what runs them is there and knows them', () => {
    const named = new Set(commands.map(({ text }) => nameOf(text)));
    expect([...Object.keys(RUN_BY), ...OF_OTHERS].filter((name) => !named.has(name))).toEqual([]);
    const unknown = Object.entries(RUN_BY).filter(([name, file]) => !isNamedIn(file, name));
    expect(unknown).toEqual([]);
  });

  test('of wrangler and clasp are never without the mark', () => {
    const bare = commands.filter(({ text, needsAccount }) => /^npx (?:wrangler|clasp)/.test(text) && !needsAccount);
    expect(bare).toEqual([]);
  });
});

/** By the command itself, by the script that it starts, or by the program where that is not npm. */
function isNamedIn(file: string, command: string): boolean {
  if (!existsSync(inRoot(file))) return false;
  const text = readFileSync(inRoot(file), 'utf8');
  const [program = '', first = ''] = command.split(' ');
  const script = posix.basename(scripts[command.replace(/^npm (?:run )?/, '')]?.split(' ')[1] ?? '');
  const words = program === 'npm' ? [command, script] : [program === 'npx' ? first : `'${program}'`];
  return words.some((word) => word !== '' && text.includes(word));
}

describe('links and paths', () => {
  test.each(all)('of $file lead to something', (document) => {
    expect(linksOf(document).filter((target) => !existsSync(inRoot(target)))).toEqual([]);
    expect(pathsOf(document).filter((path) => globSync(path, { cwd: inRoot() }).length === 0)).toEqual([]);
  });

  test('lead from the README to every document', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      const document = all.find((each) => each.file === file);
      for (const target of document === undefined ? [] : linksOf(document)) reached.add(target);
    }
    expect(all.map(({ file }) => file).filter((file) => !reached.has(file))).toEqual([]);
  });
});

describe('the map “to change X, open Y”', () => {
  const rows = (all.find(({ file }) => file === 'CONTRIBUTING.md')?.text ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '));

  /** The folders that a row's full paths name: a bare file name after them lies there, or below. */
  function foldersOf(row: string): readonly string[] {
    const paths = pathsOf({ file: '', text: row }).flatMap((path) => globSync(path, { cwd: inRoot() }));
    return paths.map((path) => (statSync(inRoot(path)).isDirectory() ? path : posix.dirname(path)));
  }

  test.each(rows.map((row) => [row.split(' | ')[0]?.slice(2) ?? '', row]))(
    '%s: every file named short is beside one named in full',
    (_, row) => {
      const short = [...row.matchAll(/`([\w*-]+(?:\.[\w-]+)*\.(?:ts|tsx|json|mjs|toml))`/g)].map(
        ([, name = '']) => name,
      );
      const lost = short.filter(
        (name) =>
          !existsSync(inRoot(name)) &&
          !foldersOf(row).some((folder) => globSync(`${folder}/**/${name}`, { cwd: inRoot() }).length > 0),
      );
      expect(lost).toEqual([]);
    },
  );

  test('names every room’s folders', () => {
    const folders = globSync('{shared,addon,worker,test,scripts}/*/', { cwd: inRoot() }).map((path) =>
      path.replaceAll('\\', '/').replace(/\/$/, ''),
    );
    const text = all.map((each) => each.text).join('\n');
    const silent = folders.filter((folder) => statSync(inRoot(folder)).isDirectory() && !text.includes(`${folder}/`));
    expect(silent).toEqual([]);
  });
});
