import { describe, expect, test } from 'vitest';
import { writeQueue } from './write-queue.ts';

/** A queue that says in what order everything happened. */
function told() {
  const events: string[] = [];
  const queue = writeQueue(() => events.push('all written'));
  return { events, queue, write: (name: string) => () => events.push(name) };
}

describe('what is written', () => {
  test('waits for who is still on their way, and then goes in the order of asking', async () => {
    const { events, queue, write } = told();
    const [first, second, third] = [queue.enter(), queue.enter(), queue.enter()];
    const answers = [second.write(write('second')), first.write(write('first'))];
    expect(events).toEqual([]);
    answers.push(third.write(write('third')));
    expect(events).toEqual(['second', 'first', 'third', 'all written']);
    await Promise.all(answers);
  });

  test('goes at once where nobody else is on their way', () => {
    const { events, queue, write } = told();
    void queue.enter().write(write('alone'));
    expect(events).toEqual(['alone', 'all written']);
  });

  test('does not wait for who gives up', () => {
    const { events, queue, write } = told();
    const [one, other] = [queue.enter(), queue.enter()];
    void one.write(write('one'));
    other.leave();
    expect(events).toEqual(['one', 'all written']);
  });

  test('does not wait long for who never comes', async () => {
    const { events, queue, write } = told();
    queue.enter();
    await queue.enter().write(write('one'));
    expect(events).toEqual(['one', 'all written']);
  });

  test('is not written twice by leaving afterwards, and leaving twice counts once', async () => {
    const { events, queue, write } = told();
    const [one, other] = [queue.enter(), queue.enter()];
    one.leave();
    one.leave();
    const answer = other.write(write('other'));
    other.leave();
    await answer;
    expect(events).toEqual(['other', 'all written']);
  });

  test('fails alone', async () => {
    const { events, queue, write } = told();
    const [one, bad, other] = [queue.enter(), queue.enter(), queue.enter()];
    const answers = [
      one.write(write('one')),
      bad.write(() => {
        throw new Error('bad');
      }),
      other.write(write('other')),
    ];
    expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(events).toEqual(['one', 'other', 'all written']);
  });
});
