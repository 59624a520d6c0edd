import type { TurnRequest } from '@gigakit/core/turn';
import { badRequest } from '../../proxy-error.ts';
import { jsonOnly } from '../../json-object-mode.ts';
import { toReasoningEffort } from '../../to-reasoning-effort.ts';
import type { ChatRequest } from '../openai-types.ts';
import { toTurnMessages } from './to-turn-messages.ts';
import { toTurnTools } from './to-turn-tools.ts';

/** An OpenAI chat request as a turn. @throws ProxyError 400 for what would make the caller read wrong data. */
export function toTurnRequest(request: ChatRequest, model: string | undefined): TurnRequest {
  refuseMisleading(request);
  const messages = toTurnMessages(request.messages);
  const { response_format: format, max_completion_tokens: maxCompletionTokens } = request;
  const maxTokens = maxCompletionTokens ?? request.max_tokens;
  const stop = typeof request.stop === 'string' ? [request.stop] : request.stop;
  const effort = request.reasoning_effort;
  return {
    ...(model !== undefined && { model }),
    messages: format?.type === 'json_object' ? [...messages, jsonOnly] : messages,
    ...toTurnTools(request),
    ...(format?.type === 'json_schema' && {
      responseFormat: {
        type: 'json-schema',
        schema: format.json_schema.schema,
        ...(typeof format.json_schema.strict === 'boolean' && { strict: format.json_schema.strict }),
      },
    }),
    ...(typeof request.temperature === 'number' && { temperature: request.temperature }),
    ...(typeof request.top_p === 'number' && { topP: request.top_p }),
    ...(typeof maxTokens === 'number' && { maxTokens }),
    ...(stop && stop.length > 0 && { stop }),
    ...(effort && { reasoningEffort: toReasoningEffort(effort) }),
    ...(typeof request.repetition_penalty === 'number' && { repetitionPenalty: request.repetition_penalty }),
    ...(typeof request.update_interval === 'number' && { updateInterval: request.update_interval }),
    ...(typeof request.profanity_check === 'boolean' && { profanityCheck: request.profanity_check }),
  };
}

function refuseMisleading(request: ChatRequest): void {
  if (request['logprobs'] === true) {
    throw badRequest('logprobs', '`logprobs` is not supported; leave it out.', 'unsupported_parameter');
  }
  const { modalities } = request;
  if (request['audio'] || (Array.isArray(modalities) && modalities.includes('audio'))) {
    throw badRequest(
      'modalities',
      'Answers in sound are not supported; ask for text.',
      'unsupported_parameter',
    );
  }
  for (const field of ['functions', 'function_call']) {
    if (request[field] === undefined || request[field] === null) continue;
    throw badRequest(
      field,
      `\`${field}\` is the old form; use \`tools\` and \`tool_choice\`.`,
      'unsupported_parameter',
    );
  }
}
