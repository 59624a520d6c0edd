import type { CallOptions } from '../call-options.ts';
import { isInvalidRequestError, isNotFoundError } from '../errors/guards.ts';
import { createBlockBracketer, type TurnOpening } from '../turn/bracket-blocks.ts';
import { createTurnCollector } from '../turn/collect-turn.ts';
import type { JsonObject } from '../turn/json.ts';
import { nameToolResults } from '../turn/name-tool-results.ts';
import { createDeltaStopper } from '../turn/stop-deltas.ts';
import type { TurnDelta } from '../turn/turn-delta.ts';
import type { TurnEvent } from '../turn/turn-event.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { TurnResult } from '../turn/turn-result.ts';
import type { TurnStream } from '../turn/turn-stream.ts';
import { checkMessages } from '../wire/check-messages.ts';
import type { DecodeContext, EncodeDefaults, EncodedTurn } from '../wire/dialect.ts';
import { answerErrorOf, assertEventStream } from './answer-error.ts';
import { ChatTurnStream } from './chat-turn-stream.ts';
import type { ApiCall, ClientContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { linkAbort } from './link-abort.ts';
import { createTurnDecoder } from './turn-decoder.ts';

/** Conversation: whole answers and streams. */
export class Chat {
  readonly #context: ClientContext;
  /** The form of tool results that this server has accepted, once it refused the other. */
  #toolResultRole: EncodeDefaults['toolResultRole'];

  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * One whole answer.
   * @throws InvalidRequestError for a request that cannot be right; ApiError and its kinds for a refusal; ConnectionError; TimeoutError;
   * the signal's own reason after an abort.
   */
  async generate(request: TurnRequest, options?: CallOptions): Promise<TurnResult> {
    const operation = 'chat.generate';
    const { encoded, answer } = await this.#send(request, options, (body) =>
      this.#context.requestJson(this.#call(operation, body), options),
    );
    const { body, headers } = answer;
    const bracketer = createBlockBracketer(openingOf(encoded, headers));
    const collector = createTurnCollector();
    const events: TurnEvent[] = [];
    try {
      const deltas = this.#context.dialect.decode(body, decodeContextOf(encoded, undefined));
      bracketer.push(cutAtStop(deltas, request.stop), events);
    } catch (error) {
      throw answerErrorOf(error, { operation, headers, text: '', hasEvents: false });
    }
    for (const event of events) collector.add(event);
    return collector.result({ request: encoded.body, headers, body });
  }

  /**
   * The answer as it is made. Resolves once the headers are in; refusals before that reject, as `generate` does. An error that
   * the server sends under status 200 in place of the first event is thrown by the first read, as the `ApiError` it is.
   */
  async stream(request: TurnRequest, options?: CallOptions): Promise<TurnStream> {
    const operation = 'chat.stream';
    const startedAt = performance.now();
    const abort = linkAbort(options?.signal);
    try {
      const { encoded, answer } = await this.#send(request, options, async (body) => {
        const call = { ...this.#call(operation, { ...body, stream: true }), accept: 'text/event-stream' };
        const response = await this.#context.request(call, { ...options, signal: abort.signal });
        await assertEventStream(response, operation);
        return response;
      });
      const { headers } = answer;
      const opening = openingOf(encoded, headers);
      return new ChatTurnStream({
        request: { ...encoded.body, stream: true },
        headers,
        requestId: opening.requestId,
        body: answer.body,
        decoder: createTurnDecoder({
          decoder: this.#context.dialect.createStreamDecoder(decodeContextOf(encoded, options)),
          opening,
          stop: request.stop ?? [],
        }),
        abort: abort.abort,
        abortReason: abort.reason,
        toError: (error, text, hasEvents) => answerErrorOf(error, { operation, headers, text, hasEvents }),
        onEnd: (outcome, firstEventAt) => {
          abort.unlink();
          this.#context.emit({
            type: 'stream-end',
            operation,
            outcome,
            durationMs: performance.now() - startedAt,
            firstEventMs: firstEventAt === undefined ? undefined : firstEventAt - startedAt,
          });
        },
      });
    } catch (error) {
      abort.unlink();
      throw error;
    }
  }

  /**
   * Encodes and sends. Once more with fresh uploads when the server has lost a file that an earlier turn had put there,
   * and once more with tool results in the other form when this one is refused.
   */
  async #send<T>(request: TurnRequest, options: CallOptions | undefined, post: Post<T>): Promise<Sent<T>> {
    checkMessages(request);
    const named = nameToolResults(request);
    try {
      return await this.#sendInEitherForm(named, options, post);
    } catch (error) {
      if (!isNotFoundError(error) || !this.#context.invalidateAttachments(named)) throw error;
    }
    return this.#sendInEitherForm(named, options, post);
  }

  /**
   * v2 takes tool results in one of two forms, and which one depends on the host. A 400 to the first brings the second into play;
   * once that was accepted, this client keeps to it. A second 400 means that the form was not to blame: the first is reported.
   */
  async #sendInEitherForm<T>(
    request: TurnRequest,
    options: CallOptions | undefined,
    post: Post<T>,
  ): Promise<Sent<T>> {
    const { defaults, dialect } = this.#context;
    const resolved = await this.#context.resolveAttachments(request, options);
    const encode = (toolResultRole: EncodeDefaults['toolResultRole']): EncodedTurn => {
      const encoded = dialect.encode(resolved.request, { ...defaults, toolResultRole });
      return { ...encoded, warnings: [...resolved.warnings, ...encoded.warnings] };
    };
    const encoded = encode(defaults.toolResultRole ?? this.#toolResultRole);
    try {
      return { encoded, answer: await post(encoded.body) };
    } catch (refusal) {
      const other = defaults.toolResultRole === undefined ? encoded.otherToolResultRole : undefined;
      if (other === undefined || !isBadRequest(refusal)) throw refusal;
      const again = encode(other);
      try {
        const answer = await post(again.body);
        this.#toolResultRole = other;
        return { encoded: again, answer };
      } catch (error) {
        throw isBadRequest(error) ? refusal : error;
      }
    }
  }

  #call(operation: string, body: JsonObject): ApiCall {
    const { generation, path } = this.#context.dialect;
    return { ...jsonCall(operation, path, body), api: generation };
  }
}

type Post<T> = (body: JsonObject) => Promise<T>;

interface Sent<T> {
  readonly encoded: EncodedTurn;
  readonly answer: T;
}

const isBadRequest = (error: unknown): boolean => isInvalidRequestError(error) && error.status === 400;

function openingOf({ body, warnings }: EncodedTurn, headers: Readonly<Record<string, string>>): TurnOpening {
  const model = typeof body['model'] === 'string' ? body['model'] : '';
  return { model, requestId: headers['x-request-id'], warnings };
}

function decodeContextOf(encoded: EncodedTurn, options: CallOptions | undefined): DecodeContext {
  const { names, structuredBy, expectsJson } = encoded;
  return {
    names,
    structuredBy,
    expectsJson,
    newId: () => crypto.randomUUID(),
    includeRaw: options?.includeRaw === true,
  };
}

function cutAtStop(deltas: readonly TurnDelta[], stop: readonly string[] | undefined): readonly TurnDelta[] {
  return stop === undefined || stop.length === 0 ? deltas : createDeltaStopper(stop).push(deltas);
}
