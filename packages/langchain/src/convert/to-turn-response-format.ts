import { InvalidRequestError } from '@gigakit/core';
import type { ResponseFormat } from '@gigakit/core/turn';
import { isBlock } from './to-content-part.ts';
import { toSchema } from './to-turn-tools.ts';

/**
 * `response_format` as ours, as GigaChat's flat `{ type: 'json_schema', schema }`, or as OpenAI's nested one, which
 * LangChain agents send.
 * @throws InvalidRequestError for `json_object`, which the API does not have, and for anything unknown.
 */
export function toTurnResponseFormat(format: unknown): ResponseFormat | undefined {
  if (format === undefined || format === null) return undefined;
  if (isBlock(format)) {
    if (format['type'] === 'text') return { type: 'text' };
    if (format['type'] === 'regex') {
      const pattern = format['pattern'] ?? format['regex'];
      if (typeof pattern === 'string') return { type: 'regex', pattern };
    }
    if (format['type'] === 'json-schema' || format['type'] === 'json_schema') {
      const definition = isBlock(format['json_schema']) ? format['json_schema'] : format;
      if (isBlock(definition['schema'])) {
        const { strict } = definition;
        return {
          type: 'json-schema',
          schema: toSchema(definition['schema']),
          ...(typeof strict === 'boolean' ? { strict } : {}),
        };
      }
    }
  }
  throw new InvalidRequestError(
    `response_format must be { type: "json_schema", json_schema: { schema } } or { type: "text" }: GigaChat has no JSON mode without a schema; got ${JSON.stringify(format)}.`,
    { field: 'response_format' },
  );
}
