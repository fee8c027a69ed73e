import { runInDurableObject } from 'cloudflare:test';
import { beforeEach, expect, test } from 'vitest';
import { commune } from '../testing/client.ts';
import { reset } from '../testing/reset.ts';
import { type Transact, transactionsOf } from './transaction.ts';

beforeEach(reset);

function inStorage<T>(work: (storage: DurableObjectStorage) => T): Promise<T> {
  return runInDurableObject(commune(), (_, { storage }) => work(storage));
}

test('a transaction that throws leaves nothing', async () => {
  const names = await inStorage((storage) => {
    const { sql } = storage;
    sql.exec('CREATE TABLE probe (name TEXT)');
    const broken = () =>
      transactionsOf(storage)(() => {
        sql.exec(`INSERT INTO probe VALUES ('half')`);
        throw new Error('broken');
      });
    expect(broken).toThrow('broken');
    transactionsOf(storage)(() => sql.exec(`INSERT INTO probe VALUES ('whole')`).rowsWritten);
    return sql.exec('SELECT name FROM probe').toArray();
  });
  expect(names).toEqual([{ name: 'whole' }]);
});

test('a transaction takes no asynchronous work, by type', () => {
  const asynchronous = async () => 1;
  /** Never called: it is the type check that would fail, were one of these taken. */
  const refused = (transact: Transact) => {
    // @ts-expect-error: an async function's promise
    transact(async () => 1);
    // @ts-expect-error: without a value, too
    transact(async () => {});
    // @ts-expect-error: nor by its name
    transact(asynchronous);
    transact(() => 1);
  };
  expect(refused).toBeTypeOf('function');
});
