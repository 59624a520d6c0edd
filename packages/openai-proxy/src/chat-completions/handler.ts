import { encodeSse } from '@gigakit/core/wire';
import type { TurnRequest, TurnStream } from '@gigakit/core/turn';
import type { Exchange } from '../exchange.ts';
import { baseUrlOf } from '../from-generated-file.ts';
import { ignoredFields } from '../ignored-fields.ts';
import { loadRemoteImages } from '../load-remote-images.ts';
import { noteAnswer } from '../note-answer.ts';
import { parseRequest } from '../parse-request.ts';
import { readJsonBody } from '../read-body.ts';
import { resolveModel } from '../resolve-model.ts';
import { respondWithEvents } from '../respond-with-events.ts';
import { addWarnings } from '../warnings.ts';
import { createChunkEncoder, encodedDone, encodeUsageChunk, usageOf } from './convert/from-turn-event.ts';
import { fromTurnResult } from './convert/from-turn-result.ts';
import { addUsage, fromUsage } from './convert/from-usage.ts';
import { toTurnRequest } from './convert/to-turn-request.ts';
import { chatRequest, type ChatRequest, type ChatUsage } from './openai-types.ts';

const known: ReadonlySet<string> = new Set(Object.keys(chatRequest.shape));

/** `POST /chat/completions`. */
export async function handleChatCompletion(exchange: Exchange): Promise<Response> {
  const body = parseRequest(chatRequest, await readJsonBody(exchange.request, exchange.config.maxBodyBytes));
  addWarnings(exchange.headers, ignoredFields(body, known));
  const model = resolveModel(exchange, body.model);
  const turn = await loadRemoteImages(toTurnRequest(body, model.actual), exchange);
  const answer: Answer = {
    id: `chatcmpl-${crypto.randomUUID()}`,
    createdAtSeconds: Math.floor(Date.now() / 1_000),
    model: model.requested,
    count: body.n ?? 1,
    includeUsage: body.stream_options?.include_usage === true,
    isJsonObject: body.response_format?.type === 'json_object',
    baseUrl: baseUrlOf(exchange.request),
  };
  return body.stream === true ? stream(exchange, turn, answer) : generate(exchange, turn, answer);
}

interface Answer {
  readonly id: string;
  readonly createdAtSeconds: number;
  /** As the caller named it. */
  readonly model: string;
  /** How many choices. The API makes one at a time, so each is a request of its own. */
  readonly count: NonNullable<ChatRequest['n']>;
  readonly includeUsage: boolean;
  readonly isJsonObject: boolean;
  readonly baseUrl: string;
}

async function generate(exchange: Exchange, request: TurnRequest, answer: Answer): Promise<Response> {
  const { client, callOptions } = exchange;
  const turns = await Promise.all(
    Array.from({ length: answer.count }, () => client.chat.generate(request, callOptions)),
  ).catch((error: unknown) => {
    // One failed choice fails the request: the others need not be paid for.
    exchange.abort(error);
    throw error;
  });
  const usage = addUsage(turns.map((turn) => fromUsage(turn.usage)));
  noteAnswer(exchange, { answeredBy: turns[0]?.model, usage, headers: turns[0]?.headers });
  addWarnings(exchange.headers, turns[0]?.warnings ?? []);
  return Response.json({
    id: answer.id,
    object: 'chat.completion',
    created: answer.createdAtSeconds,
    model: answer.model,
    system_fingerprint: null,
    choices: turns.map((turn, index) => fromTurnResult(turn, { ...answer, index })),
    ...(usage !== undefined && { usage }),
  });
}

async function stream(exchange: Exchange, request: TurnRequest, answer: Answer): Promise<Response> {
  // Before the status: a refusal keeps its own.
  const first = await exchange.client.chat.stream(request, exchange.callOptions);
  return respondWithEvents(exchange, {
    texts: encodeChoices(exchange, request, answer, first),
    onError: (error) => encodeSse({ data: JSON.stringify(error.body) }),
  });
}

/** Choices one after the other: an account with one place could not have two streams open. */
async function* encodeChoices(
  exchange: Exchange,
  request: TurnRequest,
  answer: Answer,
  first: TurnStream,
): AsyncGenerator<string, void> {
  const usages: (ChatUsage | undefined)[] = [];
  for (let index = 0; index < answer.count; index += 1) {
    const turn = index === 0 ? first : await exchange.client.chat.stream(request, exchange.callOptions);
    const encoder = createChunkEncoder({ ...answer, index });
    for await (const events of turn.batches) {
      const [start] = events;
      if (start?.type === 'turn-start') {
        addWarnings(exchange.headers, start.warnings);
        noteAnswer(exchange, { answeredBy: start.model, headers: turn.headers });
      }
      const text = encoder.push(events);
      if (text !== '') yield text;
    }
    usages.push(usageOf(encoder));
  }
  const usage = addUsage(usages);
  noteAnswer(exchange, { usage });
  yield (answer.includeUsage ? encodeUsageChunk(answer, usage) : '') + encodedDone;
}
