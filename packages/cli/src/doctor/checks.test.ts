import { ApiError, AuthenticationError, ConnectionError, PermissionDeniedError } from '@gigakit/core';
import { inspectHost, resolveSettings } from '@gigakit/core/node';
import { startEmulator } from '@gigakit/emulator';
import { describe, expect, test } from 'vitest';
import { checkBalance } from './check-balance.ts';
import { checkClock } from './check-clock.ts';
import { checkEnvironment } from './check-environment.ts';
import { checkModels } from './check-models.ts';
import { checkSignIn } from './check-sign-in.ts';
import { checkTls } from './check-tls.ts';

describe('environment', () => {
  const key = { kind: 'key', key: 'hidden', accessToken: undefined } as const;

  test('a name that nothing reads is a warning beside a good key', () => {
    const environment = { GIGACHAT_CREDENTIALS: 'hidden', GIGACHAT_MODLE: 'GigaChat-2' };
    const verdict = checkEnvironment(environment, { credential: key });
    expect(verdict).toMatchObject({ status: 'warn', cause: 'unknown-variable' });
    expect(verdict.message).toContain('GIGACHAT_MODLE');
    expect(JSON.stringify(verdict)).not.toContain('hidden');
  });

  test('a misspelt name of the key is pointed out when there is no key', () => {
    const verdict = checkEnvironment({ GIGACHAT_CREDENTIAL: 'x' }, { credential: { kind: 'none' } });
    expect(verdict).toMatchObject({ status: 'fail', cause: 'no-key' });
    expect(verdict.message).toContain('GIGACHAT_CREDENTIAL is not a name that is read');
  });

  test('verification switched off for the whole process is a warning', () => {
    const environment = { GIGACHAT_CREDENTIALS: 'x', NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(checkEnvironment(environment, { credential: key })).toMatchObject({ cause: 'verification-off' });
  });
});

test.each([
  [0, 'ok', 'agrees'],
  [59, 'ok', 'agrees'],
  [-61, 'warn', '1 minute behind'],
  [240, 'warn', '4 minutes ahead of'],
  [-2400, 'fail', '40 minutes behind'],
  [3 * 86_400, 'fail', '3 days ahead of'],
])('a clock %i seconds off is %s', (seconds, status, words) => {
  const server = new Date('2026-11-21T12:00:00Z');
  const verdict = checkClock(server.toUTCString(), server.getTime() + seconds * 1000);
  expect(verdict.status).toBe(status);
  expect(verdict.message).toContain(words);
});

test('a server that sends no Date is no reason to blame the clock', () => {
  expect(checkClock(undefined, Date.now())).toMatchObject({ status: 'skip' });
});

test.each([
  ['GigaChat-2-Pro', ['GigaChat-2', 'GigaChat-2-Pro'], { status: 'ok' }],
  ['GigaChat-3-Pro', ['GigaChat', 'GigaChat-2'], { status: 'fail', cause: 'wrong-host-for-model' }],
  ['GigaChat-Pro', ['GigaChat-2', 'GigaChat-3-Pro'], { status: 'fail', cause: 'wrong-host-for-model' }],
  ['GigaChat-2-Max', ['GigaChat-2'], { status: 'fail', cause: 'unknown-model' }],
  ['GigaChat-9', ['GigaChat-2'], { status: 'fail', cause: 'unknown-model' }],
])('%s where %j are served', (wanted, ids, expected) => {
  expect(checkModels({ host: 'api.example', wanted, outcome: { ids } })).toMatchObject(expected);
});

test.each([
  ['its own package is empty', 'GigaChat-2-Pro', { GigaChat: 5, 'GigaChat-Pro': 0 }, 'fail'],
  ['another package is empty', 'GigaChat-2', { GigaChat: 5, 'GigaChat-Pro': 0 }, 'ok'],
  ['all packages are empty', 'GigaChat-3-Ultra', { GigaChat: 0, 'GigaChat-Pro': 0 }, 'fail'],
  ['it has no package, and some are empty', 'GigaChat-3-Ultra', { GigaChat: 5, 'GigaChat-Pro': 0 }, 'warn'],
  ['there are no packages', 'GigaChat-2', {}, 'ok'],
])('a balance where %s', (_, model, packages, status) => {
  const entries = Object.entries(packages).map(([name, tokens]) => ({ model: name, tokens }));
  expect(checkBalance({ model, outcome: { entries } }).status).toBe(status);
});

test('an account that pays as it goes has no balance to run out of', () => {
  const error = new PermissionDeniedError('balance.retrieve: 403 Permission denied', { status: 403 });
  expect(checkBalance({ model: 'GigaChat-2', outcome: { error } }).status).toBe('ok');
});

test.each([
  [1, 'wrong-scope'],
  [4, 'key-encoded-twice'],
  [5, 'wrong-scope'],
  [6, 'unknown-key'],
  [7, 'wrong-scope'],
  [undefined, 'sign-in'],
])('a refused sign-in with code %s is %s', (code, cause) => {
  const error = new AuthenticationError('oauth: 400', { status: 400, code });
  const verdict = checkSignIn({ kind: 'key', scope: 'GIGACHAT_API_PERS', refusal: { by: 'sign-in', error } });
  expect(verdict).toMatchObject({ status: 'fail', cause });
});

test('a sign-in host that is out of order is not blamed on the key', () => {
  const error = new ApiError('oauth: 503', { status: 503 });
  const verdict = checkSignIn({ kind: 'key', scope: 'GIGACHAT_API_PERS', refusal: { by: 'sign-in', error } });
  expect(verdict).toMatchObject({ cause: 'sign-in' });
});

test('a certificate that is not valid yet is blamed on the clock, with both dates', async () => {
  await using emulator = await startEmulator({ port: 0, tls: true });
  const { chain } = await inspectHost(
    emulator.baseUrl,
    resolveSettings({}, () => undefined),
  );
  const verdict = checkTls({
    url: emulator.baseUrl,
    chain,
    failure: new ConnectionError('certificate is not yet valid', { code: 'CERT_NOT_YET_VALID' }),
    nowMs: Date.parse('2001-01-01'),
    pinnedRoots: [],
    isVerified: true,
  });
  expect(verdict).toMatchObject({ status: 'fail', cause: 'clock-skew' });
  expect(verdict.message).toMatch(/valid from 20\d\d-.*this machine believes it is 2001-01-01/);
});

test.each([
  ['http://127.0.0.1:8090/v1', true, 'skip'],
  ['http://gateway.example/v1', true, 'warn'],
  ['https://gateway.example/v1', false, 'warn'],
])('%s, verified %s: %s', (url, isVerified, status) => {
  const facts = { url, chain: [], failure: undefined, nowMs: 0, pinnedRoots: [], isVerified };
  expect(checkTls(facts).status).toBe(status);
});
