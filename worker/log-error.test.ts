import { expect, test } from 'vitest';
import { reading } from './configuration-error.ts';
import { describeError } from './log-error.ts';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('an error is told by its kind and its place, never by what it choked on', () => {
  const described = describeError(thrown(() => JSON.parse('eyJhbGciOi')));
  expect(described.name).toBe('SyntaxError');
  expect(described.at.join()).toContain('log-error.test.ts');
  expect(JSON.stringify(described)).not.toContain('eyJ');
});

test('a message that looks like a stack stays out as well', () => {
  const described = describeError(new Error('no\n    at admin@demo.test (secret:1:1)'));
  expect(JSON.stringify(described)).not.toMatch(/admin|secret/);
  expect(described.at.length).toBeGreaterThan(0);
});

test('what caused it is told in the same way, as far as it goes', () => {
  const endless = new TypeError('a');
  endless.cause = endless;
  const text = JSON.stringify(describeError(new RangeError('41.5', { cause: endless })));
  expect(text.match(/"name":"TypeError"/g)).toHaveLength(3);
  expect(text).not.toContain('41.5');
});

test('SQLite says why by a code of its own', () => {
  const error = new Error(
    'UNIQUE constraint failed: members.email: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)',
  );
  expect(describeError(error).code).toBe('SQLITE_CONSTRAINT');
});

test.each(['admin@demo.test', null, 41.5])('what is no error, like %j, is told by its type', (value) => {
  expect(describeError(value)).toEqual({ name: typeof value, at: [] });
});

test('a name that somebody made up is not told', () => {
  const error = new Error('x');
  error.name = 'admin@demo.test';
  expect(describeError(error).name).toBe('Error');
});

test('a wrong setting is named, and what stands in it is not', () => {
  const error = thrown(() => reading('CLIENT_SECRETS', () => JSON.parse('{"issuer": "s3cret')));
  const text = JSON.stringify(describeError(error));
  expect(describeError(error)).toMatchObject({ name: 'ConfigurationError', setting: 'CLIENT_SECRETS' });
  expect(text).not.toContain('s3cret');
});
