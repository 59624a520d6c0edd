import { afterEach, expect, test, vi } from 'vitest';
import { readEnvironment } from './read-environment.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test('variables are read when they are asked for, without spaces around them', () => {
  vi.stubEnv('GIGACHAT_SCOPE', ' GIGACHAT_API_CORP\n');
  expect(readEnvironment('GIGACHAT_SCOPE')).toBe('GIGACHAT_API_CORP');
});

test('an empty variable counts as absent', () => {
  vi.stubEnv('GIGACHAT_SCOPE', '  ');
  expect(readEnvironment('GIGACHAT_SCOPE')).toBeUndefined();
});

test('a runtime without `process` has no environment, and that is no error', () => {
  vi.stubGlobal('process', undefined);
  expect(readEnvironment('GIGACHAT_SCOPE')).toBeUndefined();
});

test('a runtime that refuses to show its environment has none', () => {
  vi.stubGlobal('process', {
    get env() {
      throw new Error('NotCapable: requires env access');
    },
  });
  expect(readEnvironment('GIGACHAT_SCOPE')).toBeUndefined();
});
