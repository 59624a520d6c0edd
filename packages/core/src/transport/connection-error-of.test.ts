import { expect, test } from 'vitest';
import { TimeoutError } from '../errors/index.ts';
import { connectionErrorOf } from './connection-error-of.ts';

const request = { url: 'https://ngw.devices.sberbank.ru:9443/api/v2/oauth?secret=1' };
const withCode = (code: string, message = 'went wrong') => Object.assign(new Error(message), { code });

test.each([
  ['an error of the system', withCode('ECONNREFUSED'), 'ECONNREFUSED'],
  [
    'fetch failed, which hides the code in its cause',
    new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }),
    'ENOTFOUND',
  ],
  ['several addresses tried in vain', new AggregateError([withCode('ETIMEDOUT')], ''), 'ETIMEDOUT'],
])('%s: the code is found', (_, error, code) => {
  const found = connectionErrorOf(error, request, 'connect', 'undici');
  expect(found).toMatchObject({ kind: 'connection', code, isRetryable: true, cause: error });
  expect(found.message).toContain('Could not reach ngw.devices.sberbank.ru:9443');
  expect(found.message).toContain(code);
  expect(found.message).not.toContain('secret');
});

test.each([
  ['ENOTFOUND', /did not resolve/, true],
  ['ETIMEDOUT', /9443/, true],
  ['SELF_SIGNED_CERT_IN_CHAIN', /tls\.caFile/, false],
  ['CERT_HAS_EXPIRED', /clock/, false],
  ['CERT_NOT_YET_VALID', /clock/, false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /another host/, false],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', /tls\.certFile/, false],
  ['ERR_SSL_WRONG_VERSION_NUMBER', /does not speak TLS/, false],
])('%s: what to do, and whether trying again helps', (code, hint, isRetryable) => {
  const error = connectionErrorOf(withCode(code), request, 'connect', 'undici');
  expect(error.hint).toMatch(hint);
  expect(error.isRetryable).toBe(isRetryable);
});

test('unreachable: port 9443, abroad, VPN: elsewhere the hint speaks of the host', () => {
  const error = connectionErrorOf(
    withCode('ECONNREFUSED'),
    { url: 'https://api.giga.chat/v1' },
    'connect',
    'undici',
  );
  expect(error.hint).toContain('HTTPS_PROXY');
  expect(error.hint).not.toContain('9443');
});

test('an answer that breaks off is told from one that never came', () => {
  expect(connectionErrorOf(new Error('terminated'), request, 'body', 'undici').message).toBe(
    'The connection to ngw.devices.sberbank.ru:9443 broke off: terminated',
  );
});

test('what is thrown without being an Error is still named', () => {
  expect(connectionErrorOf('no network', request, 'connect', 'undici').message).toContain('no network');
});

test('errors of our own pass as they are', () => {
  const error = new TimeoutError('late', { phase: 'headers', timeoutMs: 1 });
  expect(connectionErrorOf(error, request, 'connect', 'undici')).toBe(error);
});

test('behind a fetch the hint speaks of the roots of the runtime', () => {
  for (const error of [
    new TypeError('fetch failed', { cause: withCode('SELF_SIGNED_CERT_IN_CHAIN') }),
    new TypeError('error sending request: client error (Connect): invalid peer certificate: UnknownIssuer'),
  ]) {
    const found = connectionErrorOf(error, request, 'connect', 'fetch');
    expect(found.hint).toContain('DENO_CERT');
    expect(found.isRetryable).toBe(false);
  }
});
