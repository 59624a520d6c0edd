import { createBlockBracketer } from '../turn/bracket-blocks.ts';
import { createTurnCollector } from '../turn/collect-turn.ts';
import type { JsonObject } from '../turn/json.ts';
import type { TurnEvent } from '../turn/turn-event.ts';
import type { TurnResult } from '../turn/turn-result.ts';
import type { Dialect } from '../wire/dialect.ts';
import { asArray, asObject } from '../wire/read-json.ts';
import { findServerError } from '../wire/server-error.ts';
import { numberField, objectOf, objectsOf, stringField } from './json-fields.ts';

/** What became of one request of a batch, told apart by `type`. */
export type BatchResult = {
  /** The id the request was handed in under. */
  readonly id: string;
  /** The line as the server wrote it. */
  readonly raw: JsonObject;
} & (
  | { readonly type: 'turn'; readonly turn: TurnResult }
  | {
      readonly type: 'embeddings';
      readonly embeddings: readonly (readonly number[])[];
      readonly model: string;
      readonly usage: { readonly inputTokens: number | undefined };
    }
  | { readonly type: 'error'; readonly status: number | undefined; readonly message: string }
  /** A line of a shape this version does not know. */
  | { readonly type: 'unknown' }
);

export function readBatchResult(raw: JsonObject, v1: Dialect): BatchResult {
  const line = { id: stringField(raw, 'id') ?? '', raw };
  const result = asObject(raw['result']) ?? asObject(raw['response']);
  const error = findServerError(result ?? raw);
  if (error !== undefined) return { ...line, type: 'error', ...error };
  if (result === undefined) return { ...line, type: 'unknown' };
  if (Array.isArray(result['choices'])) return { ...line, type: 'turn', turn: readTurn(result, v1) };
  return Array.isArray(result['data'])
    ? { ...line, type: 'embeddings', ...readEmbeddings(result) }
    : { ...line, type: 'unknown' };
}

function readTurn(body: JsonObject, v1: Dialect): TurnResult {
  const bracketer = createBlockBracketer({ model: '', requestId: undefined, warnings: [] });
  const collector = createTurnCollector();
  const events: TurnEvent[] = [];
  bracketer.push(
    v1.decode(body, {
      names: new Map(),
      structuredBy: undefined,
      expectsJson: false,
      newId: () => crypto.randomUUID(),
      includeRaw: false,
    }),
    events,
  );
  for (const event of events) collector.add(event);
  return collector.result({ request: {}, headers: {}, body });
}

function readEmbeddings(body: JsonObject) {
  const items = objectsOf(body['data']).toSorted(
    (left, right) => (numberField(left, 'index') ?? 0) - (numberField(right, 'index') ?? 0),
  );
  const counts = items.flatMap((item) => numberField(objectOf(item['usage']), 'prompt_tokens') ?? []);
  return {
    embeddings: items.map((item) => asArray(item['embedding']).filter((value) => typeof value === 'number')),
    model: stringField(body, 'model') ?? '',
    usage: { inputTokens: counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0) },
  };
}
