import { jsonAnswer } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import type { Batch } from '../state/batch-store.ts';
import { textOf } from '../text-of.ts';
import { completeV1 } from './chat-v1.ts';
import { forbidToIndividuals } from './checks.ts';
import { embedAll } from './embeddings.ts';

const common = { path: 'batches', generation: 'v1', access: 'token' } as const;
const maxLines = 500;

/** `POST /v1/batches?method=…`: JSON Lines to be answered later. */
export const createBatch: Route = {
  ...common,
  method: 'POST',
  body: 'text',
  handle(exchange, { body }) {
    forbidToIndividuals(exchange);
    const method = exchange.url.searchParams.get('method') ?? '';
    if (method !== 'chat_completions' && method !== 'embedder')
      throw new Refusal(400, 'Bad request: method must be chat_completions or embedder');
    const lines = textOf(body)
      .split('\n')
      .filter((line) => line.trim() !== '');
    if (lines.length === 0 || lines.length > maxLines)
      throw new Refusal(400, `Bad request: a batch holds 1 to ${maxLines} lines`);
    for (const [index, line] of lines.entries()) {
      if (readLine(line) === undefined) throw new Refusal(400, `Bad request: line ${index + 1} is malformed`);
    }
    return jsonAnswer(batchJson(exchange.world.batches.create(accountOf(exchange), method, lines)));
  },
};

/** `GET /v1/batches`: every look takes the work a step further, so that clients meet each status. */
export const listBatches: Route = {
  ...common,
  method: 'GET',
  body: 'none',
  handle(exchange) {
    forbidToIndividuals(exchange);
    const id = exchange.url.searchParams.get('batch_id');
    const { batches } = exchange.world;
    const found = id === null ? batches.list(accountOf(exchange)) : [batches.find(accountOf(exchange), id)];
    const answered: unknown[] = [];
    for (const batch of found) {
      if (batch === undefined) throw new Refusal(404, 'Batch task not found');
      advance(exchange, batch);
      answered.push(batchJson(batch));
    }
    // A bare list, as the official clients read it; the specification wraps it in `batches`.
    return jsonAnswer(answered);
  },
};

function advance(exchange: Exchange, batch: Batch): void {
  if (batch.status === 'completed') return;
  batch.updatedAt = Math.floor(exchange.world.now() / 1000);
  if (batch.status === 'created') {
    batch.status = 'in_progress';
    return;
  }
  const results: string[] = [];
  for (const line of batch.lines) results.push(JSON.stringify(answerLine(exchange, batch, line)));
  batch.lines = [];
  batch.outputFileId = exchange.world.files.add(exchange, {
    bytes: new TextEncoder().encode(`${results.join('\n')}\n`),
    mediaType: 'application/jsonl',
    filename: `${batch.id}.jsonl`,
    purpose: 'general',
  }).id;
  batch.status = 'completed';
}

function answerLine(exchange: Exchange, batch: Batch, line: string): unknown {
  const { id, request } = readLine(line) ?? { id: '', request: {} };
  try {
    const alone = { ...exchange, script: undefined };
    const result =
      batch.method === 'embedder'
        ? embedAll(alone, request)
        : completeV1(alone, isRecord(request) ? { ...request, stream: false } : request);
    batch.completed += 1;
    return { id, result };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    batch.failed += 1;
    return { id, error: { status: error.status, message: error.message } };
  }
}

function readLine(line: string): { readonly id: string; readonly request: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return isRecord(parsed) && typeof parsed['id'] === 'string' && isRecord(parsed['request'])
      ? { id: parsed['id'], request: parsed['request'] }
      : undefined;
  } catch {
    return undefined;
  }
}

function batchJson(batch: Batch): unknown {
  const { total, completed, failed } = batch;
  return {
    id: batch.id,
    method: batch.method,
    request_counts: batch.status === 'completed' ? { total, completed, failed } : { total },
    status: batch.status,
    created_at: batch.createdAt,
    updated_at: batch.updatedAt,
    ...(batch.outputFileId === undefined ? {} : { output_file_id: batch.outputFileId }),
  };
}

function accountOf({ token }: Exchange): string {
  return token?.account ?? '';
}
