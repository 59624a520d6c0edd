import type { Usage } from '@gigakit/core/turn';
import type { OutputItem, ResponsesRequest } from './openai-types.ts';

export interface ResponseHead {
  readonly id: string;
  readonly createdAtSeconds: number;
  /** As the caller named it. */
  readonly model: string;
  readonly request: ResponsesRequest;
}

export interface ResponseState {
  readonly status: 'in_progress' | 'completed' | 'incomplete' | 'failed';
  readonly output: readonly OutputItem[];
  readonly usage?: Usage | undefined;
  readonly incompleteReason?: 'max_output_tokens' | 'content_filter' | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

/** The object of the Responses API, as it stands at some moment. */
export function responseObject({ id, createdAtSeconds, model, request }: ResponseHead, state: ResponseState) {
  return {
    id,
    object: 'response',
    created_at: createdAtSeconds,
    status: state.status,
    background: false,
    error: state.error ?? null,
    incomplete_details: state.incompleteReason === undefined ? null : { reason: state.incompleteReason },
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    metadata: request['metadata'] ?? {},
    model,
    output: state.output,
    parallel_tool_calls: false,
    previous_response_id: null,
    reasoning: { effort: request.reasoning?.effort ?? null, summary: null },
    store: false,
    temperature: request.temperature ?? null,
    text: { format: request.text?.format ?? { type: 'text' } },
    tool_choice: request.tool_choice ?? 'auto',
    tools: request.tools ?? [],
    top_p: request.top_p ?? null,
    truncation: 'disabled',
    usage: state.usage === undefined ? null : fromUsage(state.usage),
  };
}

function fromUsage({ inputTokens = 0, outputTokens = 0, cachedInputTokens = 0 }: Usage) {
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cachedInputTokens },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
}
