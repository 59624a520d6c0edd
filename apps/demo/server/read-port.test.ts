import { expect, test } from 'vitest';
import { readPort } from './read-port.ts';

test.each([
  [[], {}, 3000],
  [[], { PORT: '4000' }, 4000],
  [[], { PORT: '' }, 3000],
  [['--port', '5000'], { PORT: '4000' }, 5000],
  [['-p', '5001'], {}, 5001],
])('%j with %j gives %d', (commandArguments, environment, port) => {
  expect(readPort(commandArguments, environment)).toBe(port);
});

test.each(['0', '65536', 'abc', '-1', '1e3', '80.5'])(
  '"%s" is not a port, and what is one is said',
  (said) => {
    expect(() => readPort([], { PORT: said })).toThrow(
      /not a port: give --port or PORT a number from 1 to 65535/,
    );
  },
);
