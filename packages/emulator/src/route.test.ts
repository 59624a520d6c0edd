import { expect, test } from 'vitest';
import { matchRoute, splitMount } from './route.ts';
import { routes } from './routes.ts';

test.each([
  ['/v1/chat/completions', 'v1', 'chat/completions'],
  ['/api/v1/chat/completions', 'v1', 'chat/completions'],
  ['/v2/chat/completions', 'v2', 'chat/completions'],
  ['/api/v2/oauth', 'v2', 'oauth'],
  ['/v1/files/', 'v1', 'files'],
  ['/v10/files', undefined, 'v10/files'],
  ['/', undefined, ''],
])('%s is mounted under %s as %s', (path, generation, endpoint) => {
  expect(splitMount(path)).toEqual({ generation, endpoint });
});

test('a path finds its row and its parameters, decoded', () => {
  const found = matchRoute(routes, 'GET', 'v1', 'files/a%2Fb/content');

  expect(found).toMatchObject({ route: { path: 'files/:id/content' }, params: { id: 'a/b' } });
});

test('a known path asked with another method is told apart from an unknown one', () => {
  expect(matchRoute(routes, 'GET', 'v1', 'files/a/delete')).toBe('wrong-method');
  expect(matchRoute(routes, 'GET', 'v2', 'files')).toBeUndefined();
});

test('no two rows answer the same request', () => {
  const keys = routes.map(({ method, generation, path }) => `${method} ${generation} ${path}`);

  expect(new Set(keys).size).toBe(keys.length);
});
