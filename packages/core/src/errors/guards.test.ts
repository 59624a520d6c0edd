import { expect, test, vi } from 'vitest';
import * as errors from './index.ts';

const samples = {
  'invalid-request': new errors.InvalidRequestError('x', { field: 'f' }),
  authentication: new errors.AuthenticationError('x'),
  'payment-required': new errors.PaymentRequiredError('x'),
  'permission-denied': new errors.PermissionDeniedError('x'),
  'not-found': new errors.NotFoundError('x'),
  'payload-too-large': new errors.PayloadTooLargeError('x'),
  'rate-limit': new errors.RateLimitError('x'),
  server: new errors.ServerError('x'),
  api: new errors.ApiError('x'),
  connection: new errors.ConnectionError('x'),
  timeout: new errors.TimeoutError('x', { phase: 'headers', timeoutMs: 1 }),
  stream: new errors.StreamError('x', { reason: 'ended-early' }),
  'image-refused': new errors.ImageRefusedError('x', { text: 'нет', finishReason: 'stop' }),
} satisfies Record<errors.GigaChatErrorKind, errors.GigaChatError>;

const guards = {
  'invalid-request': errors.isInvalidRequestError,
  authentication: errors.isAuthenticationError,
  'payment-required': errors.isPaymentRequiredError,
  'permission-denied': errors.isPermissionDeniedError,
  'not-found': errors.isNotFoundError,
  'payload-too-large': errors.isPayloadTooLargeError,
  'rate-limit': errors.isRateLimitError,
  server: errors.isServerError,
  connection: errors.isConnectionError,
  timeout: errors.isTimeoutError,
  stream: errors.isStreamError,
  'image-refused': errors.isImageRefusedError,
};

test.each(Object.entries(guards))('the guard of %s knows its own kind and no other', (kind, guard) => {
  const known = Object.entries(samples).flatMap(([other, error]) => (guard(error) ? [other] : []));
  expect(known).toEqual([kind]);
  for (const stranger of [undefined, null, 'x', {}, new Error('x'), { kind }])
    expect(guard(stranger)).toBe(false);
});

test('isGigaChatError knows all of them, isApiError those that carry an answer', () => {
  expect(Object.values(samples).every(errors.isGigaChatError)).toBe(true);
  const api = Object.entries(samples).flatMap(([kind, error]) => (errors.isApiError(error) ? [kind] : []));
  expect(api).toEqual(
    Object.entries(samples).flatMap(([kind, error]) => (error instanceof errors.ApiError ? [kind] : [])),
  );
});

test('two installed copies of the package know each other’s errors', async () => {
  vi.resetModules();
  const copy = await import('./index.ts');
  const theirs = new copy.RateLimitError('busy', { status: 429 });
  expect(theirs).not.toBeInstanceOf(errors.RateLimitError);
  expect(errors.isRateLimitError(theirs)).toBe(true);
  expect(errors.isGigaChatError(theirs)).toBe(true);
  expect(errors.isServerError(theirs)).toBe(false);
});

test('name, kind and hint tell what an error is', () => {
  for (const [kind, error] of Object.entries(samples)) {
    expect(error.kind).toBe(kind);
    expect(error.name).toBe(error.constructor.name);
  }
  expect(new errors.ApiError('It failed.', { hint: 'do this' }).message).toBe('It failed. (do this)');
});
