import { APICallError, InvalidArgumentError, LoadAPIKeyError } from '@ai-sdk/provider-v4';
import {
  ApiError,
  AuthenticationError,
  ConnectionError,
  InvalidRequestError,
  NotFoundError,
  PaymentRequiredError,
  RateLimitError,
  ServerError,
  StreamError,
  TimeoutError,
} from '@gigakit/core';
import { describe, expect, it } from 'vitest';
import { fromGigaChatError } from './from-gigachat-error.ts';

const call = { url: 'chat/completions', requestBody: { model: 'GigaChat' } };
const evidence = (status: number, isRetryable = false) => ({
  status,
  isRetryable,
  requestId: 'r-1',
  headers: { 'retry-after': '3' },
  body: { status, message: 'Занято' },
});

describe('an error in the words of ai', () => {
  it.each<[string, Error, object]>([
    ['400', new InvalidRequestError('Нет', evidence(400)), { statusCode: 400, isRetryable: false }],
    ['401', new AuthenticationError('Нет', evidence(401)), { statusCode: 401, isRetryable: false }],
    ['402', new PaymentRequiredError('Нет', evidence(402)), { statusCode: 402, isRetryable: false }],
    ['404', new NotFoundError('Нет', evidence(404)), { statusCode: 404, isRetryable: false }],
    ['408', new ApiError('Нет', evidence(408)), { statusCode: 408, isRetryable: true }],
    ['409', new ApiError('Нет', evidence(409)), { statusCode: 409, isRetryable: true }],
    ['422', new InvalidRequestError('Нет', evidence(422)), { statusCode: 422, isRetryable: false }],
    ['429', new RateLimitError('Нет', evidence(429, true)), { statusCode: 429, isRetryable: true }],
    ['500', new ServerError('Нет', evidence(500, true)), { statusCode: 500, isRetryable: true }],
    [
      'a lost connection',
      new ConnectionError('Нет', { code: 'ECONNRESET' }),
      { statusCode: undefined, isRetryable: true, data: { kind: 'connection', code: 'ECONNRESET' } },
    ],
    [
      'a certificate nobody trusts',
      new ConnectionError('Нет', {
        code: 'SELF_SIGNED_CERT_IN_CHAIN',
        isRetryable: false,
        hint: 'дайте tls.caFile',
      }),
      { isRetryable: false, data: { hint: 'дайте tls.caFile' } },
    ],
    [
      'a timeout',
      new TimeoutError('Нет', { phase: 'headers', timeoutMs: 5 }),
      { isRetryable: true, name: 'AI_APICallError' },
    ],
    [
      'a refusal within a stream',
      new StreamError('Нет', { reason: 'server-error', status: 429, isRetryable: true }),
      { statusCode: 429, isRetryable: true },
    ],
  ])('tells %s', (_name, error, fields) => {
    const told = fromGigaChatError(error, call);

    expect(APICallError.isInstance(told)).toBe(true);
    expect(told).toMatchObject({
      url: 'chat/completions',
      requestBodyValues: { model: 'GigaChat' },
      ...fields,
    });
    expect(told).toHaveProperty('cause', error);
    expect(told).toHaveProperty('message', expect.stringContaining('Нет'));
  });

  it('keeps the headers and the body, for Retry-After and for support', () => {
    expect(fromGigaChatError(new RateLimitError('Нет', evidence(429, true)), call)).toMatchObject({
      responseHeaders: { 'retry-after': '3' },
      responseBody: '{"status":429,"message":"Занято"}',
      data: { kind: 'rate-limit', requestId: 'r-1' },
    });
  });

  it('has words of its own for what never left', () => {
    const noKey = fromGigaChatError(new AuthenticationError('No credentials were given.'), call);
    const badField = fromGigaChatError(
      new InvalidRequestError('messages is empty.', { field: 'messages' }),
      call,
    );

    expect(LoadAPIKeyError.isInstance(noKey)).toBe(true);
    expect(InvalidArgumentError.isInstance(badField)).toBe(true);
    expect(badField).toMatchObject({ argument: 'messages' });
  });

  it.each([new DOMException('Стоп', 'AbortError'), new Error('не наша'), 'слово', undefined])(
    'leaves what is not ours alone: %s',
    (error) => {
      expect(fromGigaChatError(error, call)).toBe(error);
    },
  );
});
