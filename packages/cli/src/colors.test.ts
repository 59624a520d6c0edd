import { afterEach, expect, test, vi } from 'vitest';
import { colorsOf } from './colors.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['on a terminal', true, {}, true],
  ['in a pipe', undefined, {}, false],
  ['in a pipe, whatever FORCE_COLOR says', undefined, { FORCE_COLOR: '1' }, false],
  ['under NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['under an empty NO_COLOR, which counts as absent', true, { NO_COLOR: '' }, true],
  ['on a dumb terminal', true, { TERM: 'dumb' }, false],
] as const)('colours %s', (_, isTTY, environment, expected) => {
  for (const [name, value] of Object.entries({ NO_COLOR: undefined, TERM: 'xterm', ...environment })) {
    vi.stubEnv(name, value);
  }
  expect(colorsOf(isTTY === undefined ? {} : { isTTY }).isColorSupported).toBe(expected);
});
