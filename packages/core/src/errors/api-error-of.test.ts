import { expect, test } from 'vitest';
import { apiErrorOf, type RefusedAnswer } from './api-error-of.ts';
import {
  ApiError,
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PayloadTooLargeError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from './index.ts';

const refused = (status: number, body: unknown, more: Partial<RefusedAnswer> = {}) =>
  apiErrorOf({
    status,
    headers: {},
    bodyText: typeof body === 'string' ? body : `${JSON.stringify(body)}\n`,
    url: 'https://api.giga.chat/v1/chat/completions',
    operation: 'chat.generate',
    ...more,
  });

test.each([
  [400, 'Bad request', InvalidRequestError, false, undefined],
  [401, 'Unauthorized', AuthenticationError, false, /30 minutes/],
  [
    402,
    'Payment Required',
    PaymentRequiredError,
    false,
    /token package of this model.*balance\.retrieve\(\)/,
  ],
  [403, 'Permission denied', PermissionDeniedError, false, /account or scope/],
  [404, 'No such model', NotFoundError, false, /models\.list\(\)/],
  [413, 'Payload too large', PayloadTooLargeError, false, /shorten/],
  [
    422,
    'Invalid params: system message must be the first message',
    InvalidRequestError,
    false,
    /one system message/,
  ],
  [
    422,
    'Invalid params: every assistant function call must have a result in history',
    InvalidRequestError,
    false,
    /next to each other/,
  ],
  [
    422,
    'Invalid params: every assistant function result must have an assistant function call in history',
    InvalidRequestError,
    false,
    /next to each other/,
  ],
  [422, 'Invalid params: invalid function result json string', InvalidRequestError, false, /must be JSON/],
  [422, 'Invalid params: Invalid function names. …: [x]', InvalidRequestError, false, /Latin letters/],
  [422, 'Requested model does not support functions', InvalidRequestError, false, /GigaChat-2-Pro/],
  [
    422,
    'Invalid params: repetition_penalty must be in range (0, +inf)',
    InvalidRequestError,
    false,
    undefined,
  ],
  [429, 'Too many requests', RateLimitError, true, /requests in flight/],
  [500, 'Internal Server Error', ServerError, true, undefined],
  [503, 'Service Unavailable', ServerError, true, undefined],
  [418, 'I am a teapot', ApiError, false, undefined],
] as const)('%i %s', (status, message, Kind, isRetryable, hint) => {
  const error = refused(status, { status, message });
  expect(error).toBeInstanceOf(Kind);
  expect(error.constructor).toBe(Kind);
  expect(error.message).toContain(`chat.generate: ${status} ${message}`);
  expect(error.isRetryable).toBe(isRetryable);
  expect(error.hint ?? 'nothing known').toMatch(hint ?? /^nothing known$/);
});

test('a third-generation model on the legacy host: the hint asks about the host', () => {
  const error = refused(
    404,
    { status: 404, message: 'No such model' },
    { url: 'https://gigachat.devices.sberbank.ru/api/v1/chat/completions' },
  );
  expect(error.hint).toContain('wrong host?');
  expect(error.hint).toContain('https://api.giga.chat/v1');
});

test.each([
  ['balance.retrieve', 403, 'Permission denied', /pay-as-you-go/],
  ['files.retrieve', 404, 'No such file', /X-Client-ID/],
  ['chat.generate', 404, 'Function schema for get_weather not found', /built-in/],
  ['models.list', 404, '', /ends in \/v1/],
])('%s refused with %i: the hint fits the call', (operation, status, message, hint) => {
  expect(refused(status, { status, message }, { operation }).hint).toMatch(hint);
});

test('evidence is kept: request id, headers, body, code, Retry-After; cookies are not', () => {
  const error = refused(
    429,
    { code: 7, message: 'busy' },
    { headers: { 'x-request-id': 'abc', 'retry-after': '3', 'set-cookie': 'spid=1' } },
  );
  expect(error).toMatchObject({
    requestId: 'abc',
    code: 7,
    retryAfterMs: 3000,
    body: { code: 7, message: 'busy' },
  });
  expect(error.headers).toEqual({ 'x-request-id': 'abc', 'retry-after': '3' });
});

test.each([
  ['<html>\n<head><title>502 Bad\n Gateway</title></head><body>nginx</body></html>', '502 Bad Gateway'],
  ['<!DOCTYPE html><html><body><h1>Access denied</h1></body></html>', 'Access denied'],
  ['<html><body>nothing</body></html>', 'an HTML page'],
])('a page of a gateway becomes its title', (page, title) => {
  const error = refused(502, page);
  expect(error.message).toBe(`chat.generate: 502 ${title}`);
  expect(error.body).toBe(page);
});

test.each([
  [{ error: { message: 'nested' } }, 'nested'],
  [{ detail: { error: { message: 'deeper' } } }, 'deeper'],
  [{ error: 'text' }, 'text'],
  ['plain words', 'plain words'],
  ['"quoted"', 'quoted'],
])('the words of a gateway are found in %j', (body, words) => {
  expect(refused(500, typeof body === 'string' ? body : body).message).toBe(`chat.generate: 500 ${words}`);
});

test.each(['', '{}', 'null', '[]', '7'])('a body that says nothing adds nothing: %s', (body) => {
  expect(refused(500, body).message).toBe('chat.generate: 500');
});

test('a long body is cut, in the error and in its message', () => {
  const error = refused(500, 'я'.repeat(100_000));
  expect(String(error.body)).toHaveLength(4001);
  expect(error.message.length).toBeLessThan(250);
  const json = refused(500, { message: 'x'.repeat(5000) });
  expect(String(json.body).length).toBeLessThanOrEqual(4001);
});

test('what a gateway echoes of the request is blotted out', () => {
  const token = `eyJjdHkiOiJqd3QiLCJlbmMiOiJBMjU2.${'x'.repeat(40)}.aaa.bbb.ccc`;
  const error = refused(
    500,
    `Authorization: Bearer ${token}\nproxy http://user:sesame@host\nBasic aWQ6c2VjcmV0 and ${token}`,
  );
  const everything = JSON.stringify(error) + error.message;
  for (const hidden of [token, 'sesame', 'aWQ6c2VjcmV0']) expect(everything).not.toContain(hidden);
});

test('a redirect names where it points, and why it was not followed', () => {
  const error = refused(302, '', { headers: { location: 'https://elsewhere.example/v1?x=1' } });
  expect(error.hint).toContain('elsewhere.example');
  expect(error.hint).toContain('not followed');
});

test.each([
  { message: { text: 'nested' } },
  { error: { message: { deep: true } } },
  { message: ['a', 'b'] },
  { status: 500, message: null },
])('no message reads [object Object], whatever shape the body has: %j', (body) => {
  const error = refused(500, body);
  expect(error.message).toBe('chat.generate: 500');
  expect(error.body).toEqual(body);
});
