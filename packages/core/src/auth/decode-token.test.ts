import { expect, test } from 'vitest';
import { decodeToken } from './decode-token.ts';

const url = 'https://ngw.devices.sberbank.ru:9443/api/v2/oauth';

test.each([
  ['OAuth, in milliseconds', { access_token: 't', expires_at: 1_768_997_977_000 }, 1_768_997_977_000],
  [
    'OAuth, in seconds as one sample of the specification has it',
    { access_token: 't', expires_at: 1_768_997_977 },
    1_768_997_977_000,
  ],
  ['/token, in seconds', { tok: 't', exp: 1_776_249_919 }, 1_776_249_919_000],
  ['a number written as text', { tok: 't', exp: '1776249919' }, 1_776_249_919_000],
  ['no expiry', { access_token: 't' }, undefined],
  ['an expiry that is none', { access_token: 't', expires_at: 'soon' }, undefined],
])('reads %s', (_, body, expiresAtMs) => {
  expect(decodeToken(JSON.stringify(body), url)).toEqual({ value: 't', expiresAtMs });
});

test.each(['<html>Log in</html>', '', '[]', '{"access_token":""}', '{"access_token":7}', 'null'])(
  'an answer without a token is an error that names the host: %s',
  (text) => {
    expect(() => decodeToken(text, url)).toThrow(
      /ngw\.devices\.sberbank\.ru:9443.*without an access token.*authUrl/,
    );
  },
);
