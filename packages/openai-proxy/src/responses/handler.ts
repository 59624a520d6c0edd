import type { TurnStream } from '@gigakit/core/turn';
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
import { createResponseEncoder, type ResponseEncoder } from './convert/from-turn-event.ts';
import { toTurnRequest } from './convert/to-turn-request.ts';
import { responsesRequest } from './openai-types.ts';
import { responseObject, type ResponseHead } from './response-object.ts';

const known: ReadonlySet<string> = new Set([...Object.keys(responsesRequest.shape), 'metadata']);

/** `POST /responses`. Nothing is kept: every request carries its whole history. */
export async function handleResponse(exchange: Exchange): Promise<Response> {
  const { client, callOptions, config } = exchange;
  const body = parseRequest(responsesRequest, await readJsonBody(exchange.request, config.maxBodyBytes));
  addWarnings(exchange.headers, ignoredFields(body, known));
  const model = resolveModel(exchange, body.model);
  const request = await loadRemoteImages(toTurnRequest(body, model.actual), exchange);
  const head: ResponseHead = {
    id: `resp_${crypto.randomUUID().replaceAll('-', '')}`,
    createdAtSeconds: Math.floor(Date.now() / 1_000),
    model: model.requested,
    request: body,
  };
  const encoder = createResponseEncoder({
    head,
    isJsonObject: body.text?.format?.type === 'json_object',
    baseUrl: baseUrlOf(exchange.request),
  });
  // One way for both: a whole answer is a stream that the proxy reads to its end.
  const turn = await client.chat.stream(request, callOptions);
  const texts = encode(exchange, turn, encoder);
  if (body.stream === true) {
    return respondWithEvents(exchange, { texts, onError: (error) => encoder.fail(error) });
  }
  while ((await texts.next()).done !== true);
  return Response.json(responseObject(head, encoder.state()));
}

async function* encode(
  exchange: Exchange,
  turn: TurnStream,
  encoder: ResponseEncoder,
): AsyncGenerator<string, void> {
  for await (const events of turn.batches) {
    const [start] = events;
    if (start?.type === 'turn-start') {
      addWarnings(exchange.headers, start.warnings);
      noteAnswer(exchange, { answeredBy: start.model, headers: turn.headers });
    }
    const text = encoder.push(events);
    if (text !== '') yield text;
  }
  const { usage } = encoder.state();
  noteAnswer(exchange, {
    usage: { prompt_tokens: usage?.inputTokens ?? 0, completion_tokens: usage?.outputTokens ?? 0 },
  });
}
