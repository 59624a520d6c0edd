import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { lazyResource } from './lazy-resource.ts';

class Greeter {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  async greet(greeting: string): Promise<string> {
    return `${greeting}, ${this.#name}`;
  }

  async *letters(): AsyncGenerator<string> {
    yield* this.#name;
  }
}

function createGreeter() {
  const load = vi.fn(async () => new Greeter('Мир'));
  const greeter = lazyResource<Greeter>(load, {
    greet: true,
    async *letters() {
      yield* new Greeter('да').letters();
    },
  });
  return { greeter, load };
}

test('nothing is loaded before the first call, and nothing twice', async () => {
  const { greeter, load } = createGreeter();
  expect(load).not.toHaveBeenCalled();
  await Promise.all([greeter.greet('Привет'), greeter.greet('Здравствуй')]);
  expect(load).toHaveBeenCalledOnce();
});

test('a call reaches the method with its parameters and its object', async () => {
  const { greeter } = createGreeter();
  expect(await greeter.greet('Привет')).toBe('Привет, Мир');
});

test('a member of its own is used as it is', async () => {
  const { greeter, load } = createGreeter();
  const letters: string[] = [];
  for await (const letter of greeter.letters()) letters.push(letter);
  expect(letters).toEqual(['д', 'а']);
  expect(load).not.toHaveBeenCalled();
});

test('it can be awaited, printed and spied on without being loaded', async () => {
  const { greeter, load } = createGreeter();
  expect(await Promise.resolve(greeter)).toBe(greeter);
  expect(JSON.stringify(greeter)).toBe('{}');
  expect(inspect(greeter)).toContain('greet');
  vi.spyOn(greeter, 'greet').mockResolvedValue('занято');
  expect(await greeter.greet('Привет')).toBe('занято');
  expect(load).not.toHaveBeenCalled();
});
