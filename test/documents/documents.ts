/** The project's documents as tests read them: their text, their links, the commands that they tell somebody to give. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { inRoot } from '../../scripts/root.ts';

export interface Document {
  /** From the project's root, with `/`. */
  readonly file: string;
  readonly text: string;
}

export interface Command {
  readonly file: string;
  readonly text: string;
  /** Stands with the mark that it needs an account at Google or Cloudflare. */
  readonly needsAccount: boolean;
}

export const ACCOUNT_MARK = '☁';

/** What a command begins with; everything else in code is a name, a path, a value. */
const PROGRAMS = /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node|git|cd|curl|openssl|sed|head|tail|gzip) /;

export function documents(): readonly Document[] {
  const inDocs = readdirSync(inRoot('docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const files = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...inDocs.map((name) => join('docs', name)),
  ];
  return files.map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(inRoot(file), 'utf8') }));
}

const BLOCK = /^( *)```[a-z]*\n([\s\S]*?)^\1```$/gm;

/** The targets of its links to files of ours, from the project's root. */
export function linksOf({ file, text }: Document): readonly string[] {
  const targets = [...text.replace(BLOCK, '').matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)].map(
    ([, target = '']) => target,
  );
  return targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => posix.join(posix.dirname(file), target));
}

/** Those in blocks, a line each, and those in a line's code. */
export function commandsOf({ file, text }: Document): readonly Command[] {
  const inBlocks = [...text.matchAll(BLOCK)].flatMap(([, , block = '']) =>
    block.split('\n').map((line) => ({ code: line.trim(), after: line })),
  );
  const inLines = [...text.replace(BLOCK, '').matchAll(/`([^`\n]+)`(.{0,2})/g)].map(([, code = '', after = '']) => ({
    code,
    after,
  }));
  return [...inBlocks, ...inLines]
    .filter(({ code }) => PROGRAMS.test(`${code} `))
    .map(({ code, after }) => ({
      file,
      text: code.replace(/\s+#.*$/, ''),
      needsAccount: after.includes(ACCOUNT_MARK),
    }));
}

/** What in code is a path of the project: it begins with one of its rooms. */
export function pathsOf({ text }: Document): readonly string[] {
  const codes = [...text.replace(BLOCK, '').matchAll(/`([^`\s]+)`/g)].map(([, code = '']) => code);
  return codes.filter((code) =>
    /^(?:shared|addon|worker|test|scripts|bench|docs|\.ci|\.github)\/[\w./*-]*$/.test(code),
  );
}
