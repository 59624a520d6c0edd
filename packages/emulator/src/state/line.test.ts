import { expect, test } from 'vitest';
import { createLine } from './line.ts';

test('a line lets in as many as there are places, the rest in turn', async () => {
  const line = createLine(2);
  const order: string[] = [];
  const enter = async (name: string): Promise<() => void> => {
    const leave = await line.enter();
    order.push(name);
    return leave;
  };
  const first = await enter('a');
  const second = await enter('b');
  const third = enter('c');
  const fourth = enter('d');
  await Promise.resolve();
  expect(order).toEqual(['a', 'b']);

  first();
  (await third)();
  second();
  (await fourth)();

  expect(order).toEqual(['a', 'b', 'c', 'd']);
});
