import { findEmbeddingModel } from '@gigakit/core';
import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import { ignoredFields } from '../ignored-fields.ts';
import { noteAnswer } from '../note-answer.ts';
import { parseRequest } from '../parse-request.ts';
import { badRequest } from '../proxy-error.ts';
import { readJsonBody } from '../read-body.ts';
import { resolveModel } from '../resolve-model.ts';
import { addWarnings } from '../warnings.ts';

const embeddingsRequest = z.looseObject({
  input: z.union(
    [z.string(), z.array(z.string()).min(1)],
    'Expected a text or a list of texts (GigaChat takes no token numbers; tell your client to send text)',
  ),
  model: z.string().nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
  dimensions: z.int().positive().nullish(),
});

const known: ReadonlySet<string> = new Set(Object.keys(embeddingsRequest.shape));

/** `POST /embeddings`. */
export async function handleEmbeddings(exchange: Exchange): Promise<Response> {
  const { client, callOptions, config } = exchange;
  const body = parseRequest(embeddingsRequest, await readJsonBody(exchange.request, config.maxBodyBytes));
  addWarnings(exchange.headers, ignoredFields(body, known));
  const model = resolveModel(exchange, body.model, 'Embeddings');
  checkDimensions(body.dimensions, model.actual ?? 'Embeddings');
  const {
    embeddings,
    usage,
    headers,
    model: answeredBy,
  } = await client.embeddings.create({ input: body.input, model: model.actual }, callOptions);
  const tokens = usage.inputTokens ?? 0;
  noteAnswer(exchange, { answeredBy, headers, usage: { prompt_tokens: tokens, completion_tokens: 0 } });
  const isBase64 = body.encoding_format === 'base64';
  return Response.json({
    object: 'list',
    data: embeddings.map((vector, index) => ({
      object: 'embedding',
      index,
      embedding: isBase64 ? toBase64(vector) : vector,
    })),
    model: model.requested,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  });
}

/** The vectors have one length a model, and cutting them would break their meaning. */
function checkDimensions(asked: number | null | undefined, model: string): void {
  const own = findEmbeddingModel(model)?.dimensions;
  if (asked === null || asked === undefined || asked === own) return;
  const length = own === undefined ? 'vectors of one length' : `vectors of ${own} numbers`;
  throw badRequest(
    'dimensions',
    `${model} makes ${length}, and \`dimensions\` asks for ${asked}; leave it out.`,
  );
}

/** Little-endian 32-bit floats, as OpenAI sends them. */
function toBase64(vector: readonly number[]): string {
  const bytes = new DataView(new ArrayBuffer(vector.length * 4));
  vector.forEach((value, index) => bytes.setFloat32(index * 4, value, true));
  return Buffer.from(bytes.buffer).toString('base64');
}
