import { createEmulator, type Emulator } from '@gigakit/emulator';
import { isGigaChatError, isRateLimitError } from '@gigakit/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { allMajors } from './majors/all-majors.ts';
import type { TextCall } from './majors/major.ts';

vi.stubGlobal('AI_SDK_LOG_WARNINGS', false);

const call: TextCall = { prompt: 'Привет' };

const chatsOf = (emulator: Emulator) =>
  emulator.journal.filter(({ endpoint }) => endpoint === 'chat/completions');

/** What a rejected promise rejects with. */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The call was expected to fail.');
}

describe.each(allMajors)('$name', (major) => {
  describe('retries', () => {
    // `ai` waits for seconds between attempts; its clock is moved by hand.
    beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
    afterEach(() => vi.useRealTimers());

    async function passTime(promise: Promise<unknown>): Promise<unknown> {
      let isSettled = false;
      const settled = failureOf(promise).finally(() => {
        isSettled = true;
      });
      while (!isSettled) await vi.advanceTimersByTimeAsync(500);
      return settled;
    }

    it.each(['generate', 'stream'] as const)(
      'makes maxRetries + 1 attempts and no more: %s',
      async (method) => {
        const emulator = createEmulator();
        emulator.when(
          { path: /chat\/completions$/ },
          { type: 'error', status: 429, message: 'Too many requests' },
        );

        const error = await passTime(major[method]({ emulator }, { ...call, maxRetries: 2 }));

        expect(chatsOf(emulator)).toHaveLength(3);
        const last = major.lastErrorOf(error);
        expect(major.isApiCallError(last)).toBe(true);
        expect(last).toMatchObject({ statusCode: 429, isRetryable: true });
      },
    );

    it('makes one attempt for a request that cannot be right', async () => {
      const emulator = createEmulator();
      emulator.when(
        { path: /chat\/completions$/ },
        { type: 'error', status: 422, message: 'Invalid params' },
      );

      const error = await passTime(major.generate({ emulator }, { ...call, maxRetries: 2 }));

      expect(chatsOf(emulator)).toHaveLength(1);
      expect(error).toMatchObject({ statusCode: 422, isRetryable: false });
    });

    it('tries again when the stream fails before the first words', async () => {
      const emulator = createEmulator();
      emulator.enqueue(
        { type: 'answer', text: 'Привет', faults: [{ type: 'error-event', status: 429, message: 'Занято' }] },
        { type: 'answer', text: 'Привет' },
      );

      const done = major.stream({ emulator }, { ...call, maxRetries: 1 });
      let isDone = false;
      void done.finally(() => {
        isDone = true;
      });
      while (!isDone) await vi.advanceTimersByTimeAsync(500);

      expect((await done).text).toBe('Привет');
      expect(chatsOf(emulator)).toHaveLength(2);
    });

    it('asks once for a picture that the model refuses to draw', async () => {
      const emulator = createEmulator();
      emulator.when({ path: /chat\/completions$/ }, { type: 'answer', text: 'Такое я рисовать не буду.' });

      const error = await passTime(major.drawImage({ emulator }, 'запретное'));

      expect(error).toMatchObject({ name: 'AI_NoImageGeneratedError' });
      expect(chatsOf(emulator)).toHaveLength(1);
    });
  });

  it("tells the API's own words, and keeps the client's error as the cause", async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'error', status: 429, message: 'Too many requests' });

    const error = await failureOf(major.generate({ emulator }, call));

    expect(major.isApiCallError(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringContaining('Too many requests'),
      data: { kind: 'rate-limit', requestId: expect.any(String) },
      responseHeaders: { 'x-request-id': expect.any(String) },
    });
    expect(error instanceof Error && isRateLimitError(error.cause)).toBe(true);
  });

  it('asks for the missing key at the first request, naming the setting and the variable', async () => {
    const error = await failureOf(
      major.generate({ emulator: createEmulator(), settings: { credentials: undefined } }, call),
    );

    expect(error).toMatchObject({
      name: 'AI_LoadAPIKeyError',
      message: expect.stringMatching(/credentials.*GIGACHAT_CREDENTIALS/s),
    });
  });

  it('never shows the key in an error', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'error', status: 500, message: 'Internal error' });

    const error = await failureOf(major.generate({ emulator }, call));
    const { inspect } = await import('node:util');

    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(emulator.credentials);
    expect(JSON.stringify(error)).not.toContain(emulator.credentials);
  });

  it('does not begin after an abort', async () => {
    const emulator = createEmulator();
    const reason = new Error('Передумал');

    const error = await failureOf(
      major.generate({ emulator }, { ...call, abortSignal: AbortSignal.abort(reason) }),
    );

    expect(error).toBe(reason);
    expect(chatsOf(emulator)).toHaveLength(0);
  });

  it('hangs up when the caller aborts while it waits for the answer', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', text: 'Привет', faults: [{ type: 'hang' }] });
    const controller = new AbortController();

    const done = failureOf(major.generate({ emulator }, { ...call, abortSignal: controller.signal }));
    await vi.waitFor(() => expect(chatsOf(emulator)).toHaveLength(1));
    controller.abort();

    expect(await done).toMatchObject({ name: 'AbortError' });
    expect(emulator.inFlight).toBe(0);
  });

  it('hangs up when the caller aborts in the middle of a stream', async () => {
    const emulator = createEmulator();
    emulator.enqueue({
      type: 'answer',
      text: ['Раз, ', 'два, ', 'три'],
      faults: [{ type: 'hang', afterBytes: 260 }],
    });
    const controller = new AbortController();
    const types: unknown[] = [];

    // Not awaited: after an abort, the first release of `ai` 5 never settles the promises of its result.
    void major
      .stream(
        { emulator },
        {
          ...call,
          abortSignal: controller.signal,
          onPart: (part) => {
            types.push(typeOf(part));
            if (typeOf(part) === 'text-delta') controller.abort();
          },
        },
      )
      .catch(() => undefined);

    await vi.waitFor(() => expect(chatsOf(emulator)[0]?.isAborted).toBe(true));
    expect(emulator.inFlight).toBe(0);
    expect(types).toContain('text-delta');
    expect(types).not.toContain('finish-step');
  });

  it('ends a stream that breaks with an error and a finish', async () => {
    const emulator = createEmulator();
    emulator.enqueue({
      type: 'answer',
      text: ['Раз, ', 'два, ', 'три'],
      faults: [{ type: 'end-early', afterBytes: 260 }],
    });
    const types: unknown[] = [];

    const error = await failureOf(
      major.stream(
        { emulator },
        {
          ...call,
          onPart: (part) => types.push(typeOf(part)),
        },
      ),
    );

    expect(major.isApiCallError(error)).toBe(true);
    expect(error).toMatchObject({ data: { kind: 'stream' } });
    expect(types.slice(-3)).toEqual(['error', major.ai === 4 ? 'step-finish' : 'finish-step', 'finish']);
  });

  it('refuses an option that does not exist, and says which one was meant', async () => {
    const error = await failureOf(
      major.generate(
        { emulator: createEmulator() },
        { ...call, providerOptions: { reasoning_effort: 'low' } },
      ),
    );

    expect(error).toMatchObject({
      name: 'AI_InvalidArgumentError',
      message: expect.stringContaining('Did you mean reasoningEffort?'),
    });
  });

  it('leaves arguments that do not fit the schema to ai', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', calls: [{ name: 'weather', arguments: { town: 'Москва' } }] });
    const weather = { description: 'Погода', schema: z.object({ city: z.string() }), execute: async () => 1 };

    const told = await major
      .generate({ emulator }, { ...call, tools: { weather }, maxSteps: 1 })
      .then(({ toolCalls }) => JSON.stringify(toolCalls), String);

    // In the result, or, before `ai` 5.0.1 or so, in the error.
    expect(told).toMatch(/"?town"?/);
  });

  it('passes errors of the client through the words of ai only', async () => {
    const emulator = createEmulator();
    emulator.enqueue({ type: 'answer', text: 'Привет', faults: [{ type: 'hang' }] });

    const error = await failureOf(major.generate({ emulator, settings: { timeoutMs: 5 } }, call));

    // A timeout of ours under its own name would look like an abort to `ai`, which never tries again after one.
    expect(error).toMatchObject({ name: 'AI_APICallError', isRetryable: true, data: { kind: 'timeout' } });
    expect(error instanceof Error && isGigaChatError(error.cause)).toBe(true);
  });
});

describe.each(allMajors.filter(({ ai }) => ai >= 5))('$name', (major) => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('waits as long as the server asks', async () => {
    const emulator = createEmulator();
    emulator.enqueue(
      { type: 'error', status: 429, message: 'Too many requests', headers: { 'Retry-After': '7' } },
      { type: 'answer', text: 'Привет' },
    );

    const done = major.generate({ emulator }, { ...call, maxRetries: 1 });
    await vi.advanceTimersByTimeAsync(6_900);
    expect(chatsOf(emulator)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();

    expect((await done).text).toBe('Привет');
  });
});

function typeOf(part: unknown): unknown {
  return typeof part === 'object' && part !== null && 'type' in part ? part.type : undefined;
}
