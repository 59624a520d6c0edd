import type { CallOptions } from '../call-options.ts';
import { StreamError } from '../errors/stream-error.ts';
import { createSseDecoder } from '../sse/decode-sse.ts';
import type { SseMessage } from '../sse/sse-message.ts';
import type { HttpResponse } from '../transport/send.ts';
import type { JsonObject } from '../turn/json.ts';
import { parseFrame } from '../wire/parse-frame.ts';
import { asArray, asObject, asText } from '../wire/read-json.ts';
import { readAnswer } from '../wire/read-answer.ts';
import type { V1ChatRequest } from '../wire/v1/v1-request.ts';
import type { V1ChatChunk, V1ChatResponse } from '../wire/v1/v1-response.ts';
import type { V2ChatRequest } from '../wire/v2/v2-request.ts';
import type { V2ChatChunk, V2ChatResponse, V2EventName } from '../wire/v2/v2-response.ts';
import { answerErrorOf, assertEventStream } from './answer-error.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';

export interface WireAnswer<Body> {
  readonly body: Body;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The events of a stream as they came. Read once; leaving the loop cancels the request. */
export interface WireStream<Event> extends AsyncIterable<Event> {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface V2WireEvent {
  readonly event: V2EventName | undefined;
  readonly data: V2ChatChunk;
}

/**
 * The chat API as it is: JSON of either generation in and out, with the client's sign-in, TLS, retries and limits, and nothing
 * translated. A stream that ends before its terminator still throws `StreamError`, and an error under status 200 is still an error.
 */
export class WireChat {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  async generateV1(body: V1ChatRequest, options?: CallOptions): Promise<WireAnswer<V1ChatResponse>> {
    const answer = await this.#generate('v1', body, options, ['choices']);
    // An answer was found in it; its fields are the server's word.
    return { ...answer, body: answer.body as unknown as V1ChatResponse };
  }

  async generateV2(body: V2ChatRequest, options?: CallOptions): Promise<WireAnswer<V2ChatResponse>> {
    const answer = await this.#generate('v2', body, options, ['messages']);
    return { ...answer, body: answer.body as unknown as V2ChatResponse };
  }

  /** `[DONE]` is not among the events: it ends the loop. */
  async streamV1(body: V1ChatRequest, options?: CallOptions): Promise<WireStream<V1ChatChunk>> {
    const response = await this.#open('v1', body, options);
    const events = readEvents<V1ChatChunk>(response, {
      isEnd: (message) => message.data.trim() === '[DONE]',
      isComplete: (frame) => asText(asObject(asArray(frame['choices'])[0])?.['finish_reason']) !== undefined,
      toEvent: (frame) => frame as unknown as V1ChatChunk,
    });
    return { headers: response.headers, [Symbol.asyncIterator]: () => events };
  }

  async streamV2(body: V2ChatRequest, options?: CallOptions): Promise<WireStream<V2WireEvent>> {
    const response = await this.#open('v2', body, options);
    const events = readEvents<V2WireEvent>(response, {
      isEnd: () => false,
      isComplete: (_frame, { event }) => event === 'response.message.done',
      toEvent: (frame, { event }) => ({ event, data: frame }),
    });
    return { headers: response.headers, [Symbol.asyncIterator]: () => events };
  }

  async #generate(
    api: 'v1' | 'v2',
    body: object,
    options: CallOptions | undefined,
    keys: readonly string[],
  ): Promise<WireAnswer<JsonObject>> {
    const operation = 'wire.generate';
    const call = { ...jsonCall(operation, '/chat/completions', body), api };
    const answer = await this.#context.requestJson(call, options);
    try {
      return { body: readAnswer(answer.body, keys), headers: answer.headers };
    } catch (error) {
      throw answerErrorOf(error, { operation, headers: answer.headers, text: '', hasEvents: false });
    }
  }

  async #open(api: 'v1' | 'v2', body: object, options: CallOptions | undefined): Promise<HttpResponse> {
    const call = jsonCall(operation, '/chat/completions', { ...body, stream: true });
    const response = await this.#context.request({ ...call, api, accept: 'text/event-stream' }, options);
    await assertEventStream(response, operation);
    return response;
  }
}

const operation = 'wire.stream';

interface EventReading<Event> {
  readonly isEnd: (message: SseMessage) => boolean;
  /** Nothing of the answer is missing once this message was seen. */
  readonly isComplete: (frame: JsonObject, message: SseMessage) => boolean;
  readonly toEvent: (frame: JsonObject, message: SseMessage) => Event;
}

async function* readEvents<Event>(
  { body, headers }: HttpResponse,
  reading: EventReading<Event>,
): AsyncGenerator<Event, void, undefined> {
  const decoder = createSseDecoder();
  let hasEvents = false;
  let isComplete = false;
  try {
    for await (const chunk of body) {
      for (const message of decoder.push(chunk)) {
        if (reading.isEnd(message)) {
          isComplete = true;
          continue;
        }
        const frame = parseFrame(message);
        hasEvents = true;
        isComplete ||= reading.isComplete(frame, message);
        yield reading.toEvent(frame, message);
      }
    }
    if (!isComplete) {
      const lastFrame = decoder.end()?.slice(0, 1000);
      throw new StreamError('The answer ended before the server said that it was complete.', {
        reason: 'ended-early',
        lastFrame,
        isRetryable: true,
      });
    }
  } catch (error) {
    throw answerErrorOf(error, { operation, headers, text: '', hasEvents });
  }
}
