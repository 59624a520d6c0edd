import type { JsonObject } from '../../turn/json.ts';
import { normalizeHistory } from '../../turn/normalize-history.ts';
import type { TurnRequest } from '../../turn/turn-request.ts';
import type { Warning } from '../../turn/warning.ts';
import { checkRequest } from '../check-request.ts';
import type { EncodeDefaults, EncodedTurn } from '../dialect.ts';
import { forcedFunctionOf } from '../forced-function.ts';
import { createFunctionNames } from '../function-names.ts';
import { namesInUse } from '../names-in-use.ts';
import { encodeSampling } from '../encode-sampling.ts';
import { encodeV1Messages } from './encode-v1-messages.ts';
import { encodeV1Tools } from './encode-v1-tools.ts';

/** A turn as the body of `POST /v1/chat/completions`, without `stream`. */
export function encodeV1Request(request: TurnRequest, defaults: EncodeDefaults): EncodedTurn {
  checkRequest(request);
  const names = createFunctionNames(namesInUse(request));
  const { responseFormat } = request;
  const forced =
    responseFormat?.type === 'json-schema' && responseFormat.via === 'function'
      ? forcedFunctionOf(responseFormat, new Set([...namesInUse(request)].map((name) => names.toWire(name))))
      : undefined;
  const history = normalizeHistory(request.messages, { mergeNeighbours: request.normalizeHistory !== false });
  const tools = encodeV1Tools(request, names, forced);
  const sampling = encodeSampling(request);
  const profanityCheck = request.profanityCheck ?? defaults.profanityCheck;
  const { storage, ranker } = request;
  const isStored = storage?.assistantId !== undefined || storage?.threadId !== undefined;

  const body: JsonObject = {
    // With a stored assistant or thread the server takes the model from there and wants none here.
    ...(!(isStored && request.model === undefined) && { model: request.model ?? defaults.model }),
    messages: encodeV1Messages(history.entries, names),
    ...tools.fields,
    ...sampling.fields,
    ...(request.topLogprobs !== undefined && { top_logprobs: request.topLogprobs }),
    ...(request.updateInterval !== undefined && { update_interval: request.updateInterval }),
    ...(profanityCheck !== undefined && { profanity_check: profanityCheck }),
    ...(request.flags !== undefined && { flags: request.flags }),
    ...(storage !== undefined && {
      storage: {
        ...(storage.isStateful !== undefined && { is_stateful: storage.isStateful }),
        ...(storage.limit !== undefined && { limit: storage.limit }),
        ...(storage.assistantId !== undefined && { assistant_id: storage.assistantId }),
        ...(storage.threadId !== undefined && { thread_id: storage.threadId }),
        ...(storage.metadata !== undefined && { metadata: storage.metadata }),
      },
    }),
    ...(ranker !== undefined && {
      function_ranker: { enabled: ranker.enabled, ...(ranker.topN !== undefined && { top_n: ranker.topN }) },
    }),
    ...(responseFormat?.type === 'json-schema' &&
      forced === undefined && {
        response_format: {
          type: 'json_schema',
          schema: responseFormat.schema,
          ...(responseFormat.strict !== undefined && { strict: responseFormat.strict }),
        },
      }),
    ...(request.reasoningEffort !== undefined &&
      request.reasoningEffort !== 'off' && { reasoning_effort: request.reasoningEffort }),
    ...(request.normalizeHistory === false && { unnormalized_history: true }),
    ...request.wireExtras,
  };
  return {
    body,
    warnings: [...history.warnings, ...tools.warnings, ...sampling.warnings, ...unsupported(request)],
    names: names.toOriginal,
    structuredBy:
      forced === undefined ? undefined : { wireName: forced.wireName, isWrapped: forced.isWrapped },
    expectsJson: responseFormat?.type === 'json-schema' && forced === undefined,
  };
}

/** What v1 has no words for. */
function unsupported(request: TurnRequest): Warning[] {
  const warnings: Warning[] = [];
  const leftOut = (field: string, why: string): void => {
    warnings.push({ type: 'unsupported', field, message: `\`${field}\` was left out: ${why}` });
  };
  if (request.responseFormat?.type === 'regex')
    leftOut('responseFormat', 'only v2 of the API knows `regex`.');
  if (request.reasoningEffort === 'off') {
    leftOut(
      'reasoningEffort',
      'v1 of the API knows `low`, `medium` and `high` and cannot switch reasoning off.',
    );
  }
  if (request.ranker?.embeddingsModel !== undefined) {
    leftOut('ranker.embeddingsModel', 'only v2 of the API lets the embeddings model be chosen.');
  }
  if (request.filter !== undefined)
    leftOut('filter', 'only v2 of the API has filters to choose; v1 has `profanityCheck`.');
  if (request.timezone !== undefined) leftOut('timezone', 'only v2 of the API takes one.');
  if (request.preset !== undefined) leftOut('preset', 'only v2 of the API has presets.');
  return warnings;
}
