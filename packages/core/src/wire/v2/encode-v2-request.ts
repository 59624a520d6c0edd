import type { JsonObject } from '../../turn/json.ts';
import { normalizeHistory } from '../../turn/normalize-history.ts';
import type { ContentFilter, TurnRequest } from '../../turn/turn-request.ts';
import type { Warning } from '../../turn/warning.ts';
import { checkRequest } from '../check-request.ts';
import type { EncodeDefaults, EncodedTurn } from '../dialect.ts';
import { encodeSampling } from '../encode-sampling.ts';
import { forcedFunctionOf, type ForcedFunction } from '../forced-function.ts';
import { createFunctionNames } from '../function-names.ts';
import { namesInUse } from '../names-in-use.ts';
import { encodeV2Messages } from './encode-v2-messages.ts';
import { encodeV2Tools } from './encode-v2-tools.ts';

/** A turn as the body of `POST /v2/chat/completions`, without `stream`. */
export function encodeV2Request(request: TurnRequest, defaults: EncodeDefaults): EncodedTurn {
  checkRequest(request);
  const names = createFunctionNames(namesInUse(request));
  const { responseFormat, storage, ranker } = request;
  const forced =
    responseFormat?.type === 'json-schema' && responseFormat.via === 'function'
      ? forcedFunctionOf(responseFormat, new Set([...namesInUse(request)].map((name) => names.toWire(name))))
      : undefined;
  const history = normalizeHistory(request.messages, { mergeNeighbours: request.normalizeHistory !== false });
  const tools = encodeV2Tools(request, names, forced);
  const options = encodeModelOptions(request, forced);
  const profanityCheck = request.profanityCheck ?? defaults.profanityCheck;
  const isStored = storage?.assistantId !== undefined || storage?.threadId !== undefined;
  const toolResultRole = defaults.toolResultRole ?? 'tool';

  const body: JsonObject = {
    // An assistant or a thread names the model itself and wants none here.
    ...(!(isStored && request.model === undefined) && { model: request.model ?? defaults.model }),
    messages: encodeV2Messages(history.entries, names, toolResultRole),
    ...(storage?.assistantId !== undefined && { assistant_id: storage.assistantId }),
    ...tools.fields,
    ...(Object.keys(options.fields).length > 0 && { model_options: options.fields }),
    ...(profanityCheck !== undefined && { disable_filter: !profanityCheck }),
    ...(request.filter !== undefined && { filter_config: encodeFilter(request.filter) }),
    ...(request.flags !== undefined && { flags: request.flags }),
    ...(storage !== undefined && {
      storage: {
        ...(storage.limit !== undefined && { limit: storage.limit }),
        ...(storage.threadId !== undefined && { thread_id: storage.threadId }),
        ...(storage.metadata !== undefined && { metadata: storage.metadata }),
      },
    }),
    ...(ranker !== undefined && {
      ranker_options: {
        enabled: ranker.enabled,
        ...(ranker.topN !== undefined && { top_n: ranker.topN }),
        ...(ranker.embeddingsModel !== undefined && { embeddings_model: ranker.embeddingsModel }),
      },
    }),
    ...(request.timezone !== undefined && { user_info: { timezone: request.timezone } }),
    ...request.wireExtras,
  };
  const hasResults = history.entries.some((entry) => entry.role === 'tool');
  return {
    body,
    warnings: [...history.warnings, ...tools.warnings, ...options.warnings, ...unsupported(request)],
    names: names.toOriginal,
    structuredBy:
      forced === undefined ? undefined : { wireName: forced.wireName, isWrapped: forced.isWrapped },
    expectsJson: responseFormat?.type === 'json-schema' && forced === undefined,
    ...(hasResults && toolResultRole === 'tool' && { otherToolResultRole: 'function' }),
  };
}

function encodeModelOptions(
  request: TurnRequest,
  forced: ForcedFunction | undefined,
): { readonly fields: JsonObject; readonly warnings: readonly Warning[] } {
  const sampling = encodeSampling(request);
  const format = forced === undefined ? encodeResponseFormat(request) : undefined;
  return {
    fields: {
      ...(request.preset !== undefined && { preset: request.preset }),
      ...sampling.fields,
      ...(request.updateInterval !== undefined && { update_interval: request.updateInterval }),
      ...(request.normalizeHistory === false && { unnormalized_history: true }),
      // 0 asks for nothing, and is outside the range of v2.
      ...(request.topLogprobs !== undefined &&
        request.topLogprobs > 0 && { top_logprobs: request.topLogprobs }),
      ...(request.reasoningEffort !== undefined && { reasoning: { effort: request.reasoningEffort } }),
      ...(format !== undefined && { response_format: format }),
    },
    warnings: sampling.warnings,
  };
}

function encodeResponseFormat({ responseFormat }: TurnRequest): JsonObject | undefined {
  switch (responseFormat?.type) {
    case undefined:
    case 'text':
      return undefined;
    case 'regex':
      return { type: 'regex', regex: responseFormat.pattern };
    case 'json-schema':
      return {
        type: 'json_schema',
        schema: responseFormat.schema,
        ...(responseFormat.strict !== undefined && { strict: responseFormat.strict }),
      };
  }
}

function encodeFilter(filter: ContentFilter): JsonObject {
  return {
    ...(filter.request !== undefined && { request_content: { ...filter.request } }),
    ...(filter.response !== undefined && { response_content: { ...filter.response } }),
  };
}

function unsupported(request: TurnRequest): Warning[] {
  if (request.storage?.isStateful === undefined) return [];
  return [
    {
      type: 'unsupported',
      field: 'storage.isStateful',
      message:
        '`storage.isStateful` was left out: only v1 of the API has it, in v2 `storage` alone keeps a thread.',
    },
  ];
}
