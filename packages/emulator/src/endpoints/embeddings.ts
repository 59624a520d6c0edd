import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import type { Mind } from '../mind/mind.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { findModel } from '../state/models.ts';

/** Marks that an embedder puts around its input: two short words count as seven tokens. */
const frameTokens = 5;
const maxInputTokens: Readonly<Record<string, number>> = { Embeddings: 512, 'Embeddings-2': 512 };
const defaultMaxInputTokens = 4096;

export const createEmbeddings: Route = {
  method: 'POST',
  path: 'embeddings',
  generation: 'v1',
  access: 'token',
  body: 'json',
  isCounted: true,
  handle(exchange, { body }) {
    const { model, input, tokens } = prepare(exchange, body);
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: inChunks(exchange.world.mind, model, input, tokens),
    };
  },
};

/** The same answer in one piece, for a line of a batch. */
export function embedAll(exchange: Exchange, body: unknown): unknown {
  const { model, input, tokens } = prepare(exchange, body);
  const { mind } = exchange.world;
  const data = input.map((text, index) => vectorJson(mind, model, index, text, tokens[index] ?? 0));
  return { object: 'list', model, data };
}

interface Prepared {
  readonly model: string;
  readonly input: readonly string[];
  readonly tokens: readonly number[];
}

function prepare({ world }: Exchange, body: unknown): Prepared {
  const { model, input } = readRequest(body);
  const found = findModel(world.profile, model);
  if (found === undefined || found === 'wrong-version' || found.type !== 'embedder')
    throw new Refusal(404, 'No such model');
  world.balances.check('embeddings');
  const limit = (maxInputTokens[found.id] ?? defaultMaxInputTokens) + frameTokens;
  const tokens = input.map((text) => world.mind.countTokens(text) + frameTokens);
  if (tokens.some((count) => count > limit)) throw new Refusal(413, 'Payload too large');
  let spent = 0;
  for (const count of tokens) spent += count;
  world.balances.spend('embeddings', spent);
  return { model: found.id, input, tokens };
}

function readRequest(body: unknown): { model: string; input: readonly string[] } {
  if (!isRecord(body) || typeof body['model'] !== 'string')
    throw new Refusal(400, 'Bad request: model must be a string');
  const { model, input } = body;
  if (typeof input === 'string') return { model, input: [input] };
  if (!Array.isArray(input) || input.length === 0)
    throw new Refusal(400, 'Bad request: input must not be empty');
  const texts = input.filter((text) => typeof text === 'string');
  if (texts.length < input.length) throw new Refusal(400, 'Bad request: input must hold strings');
  return { model, input: texts };
}

/** One vector a chunk: the whole answer to a large batch would be many megabytes. */
async function* inChunks(
  mind: Mind,
  model: string,
  input: readonly string[],
  tokens: readonly number[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`{"object":"list","model":${JSON.stringify(model)},"data":[`);
  for (const [index, text] of input.entries()) {
    const item = JSON.stringify(vectorJson(mind, model, index, text, tokens[index] ?? 0));
    yield encoder.encode(index === 0 ? item : `,${item}`);
  }
  yield encoder.encode(']}');
}

function vectorJson(mind: Mind, model: string, index: number, text: string, tokens: number): unknown {
  return {
    object: 'embedding',
    index,
    embedding: Array.from(mind.embed(model, text)),
    usage: { prompt_tokens: tokens },
  };
}
