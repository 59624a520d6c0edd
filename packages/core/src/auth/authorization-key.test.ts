import { expect, test } from 'vitest';
import { isAuthenticationError } from '../errors/index.ts';
import { authorizationKey } from './authorization-key.ts';

const id = '1a2b3c4d-0000-4000-8000-00000000000a';
const secret = '1a2b3c4d-0000-4000-8000-00000000000b';
const key = btoa(`${id}:${secret}`);

test.each([
  ['as the portal shows it', key],
  ['with spaces and line breaks around it', `  ${key}\r\n`],
  ['broken over two lines', `${key.slice(0, 40)}\n  ${key.slice(40)}`],
  ['with Basic before it', `Basic ${key}`],
  ['in quotes, as env files keep it', `"${key}"`],
  ['in quotes with Basic', `'Basic ${key}'`],
  ['as the bare pair', `${id}:${secret}`],
  ['with its = signs escaped', key.replaceAll('=', '%3D')],
])('a key pasted %s is taken', (_, pasted) => {
  expect(authorizationKey(pasted)).toBe(key);
});

test('a key in the URL-safe alphabet is taken', () => {
  const odd = btoa('id:~~~???>>>');
  expect(odd).toMatch(/[+/]/);
  expect(authorizationKey(odd.replaceAll('+', '-').replaceAll('/', '_'))).toBe(odd);
});

test.each([
  ['nothing', '   ', 'empty'],
  ['a key encoded once more', btoa(key), 'encoded twice'],
  ['a client id alone', id, 'one UUID'],
  ['an access token', `eyJjdHkiOiJqd3QiLCJlbmMi.${'a'.repeat(20)}.b.c.d`, 'access token'],
  ['an access token with Bearer', `Bearer eyJjdHkiOiJqd3QiLCJlbmMi.${'a'.repeat(20)}.b.c.d`, 'access token'],
  ['something else that is base64', btoa(secret), 'not to `client_id:client_secret`'],
  ['a key cut short', key.slice(0, 21), 'base64'],
  ['words', 'мой ключ', 'not base64'],
])('%s in place of a key is diagnosed in words, and not quoted', (_, pasted, words) => {
  let refused: unknown;
  try {
    authorizationKey(pasted);
  } catch (error) {
    refused = error;
  }
  if (!isAuthenticationError(refused)) throw new Error('an AuthenticationError was expected');
  expect(refused.message).toContain(words);
  expect(refused.hint).toBeTruthy();
  expect(refused.message.split(' ')).not.toContain(pasted.trim());
});
