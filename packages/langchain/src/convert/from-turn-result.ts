import type { TurnResult } from '@gigakit/core/turn';
import { AIMessage, type InvalidToolCall, type StandardMessageStructure } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { fromFiles } from './from-files.ts';
import { fromUsage } from './from-usage.ts';
import { finishMetadata, startMetadata } from './response-metadata.ts';

/** A finished turn as the one generation LangChain expects. */
export function fromTurnResult(result: TurnResult, messageId: string): ChatResult {
  const usage = fromUsage(result.usage);
  const message = new AIMessage<StandardMessageStructure>({
    id: messageId,
    content: result.text,
    tool_calls: result.toolCalls
      .filter(({ inputText }) => inputText === undefined)
      .map(({ id, name, input }) => ({ type: 'tool_call', id, name, args: input })),
    invalid_tool_calls: result.toolCalls.flatMap(({ id, name, inputText }) =>
      inputText === undefined ? [] : [invalidCall(id, name, inputText)],
    ),
    additional_kwargs: additionalKwargs(result),
    response_metadata: {
      ...startMetadata(result),
      ...finishMetadata({
        raw: result.rawFinishReason,
        reason: result.finishReason,
        toolStateId: toolStateOf(result),
        logprobs: result.logprobs,
      }),
    },
    ...(usage === undefined ? {} : { usage_metadata: usage }),
  });
  return {
    generations: [{ text: result.text, message }],
    ...(usage === undefined
      ? {}
      : {
          llmOutput: {
            tokenUsage: {
              promptTokens: usage.input_tokens,
              completionTokens: usage.output_tokens,
              totalTokens: usage.total_tokens,
            },
          },
        }),
  };
}

const invalidCall = (id: string, name: string, args: string): InvalidToolCall => ({
  type: 'invalid_tool_call',
  id,
  name,
  args,
  error: 'The arguments are no JSON object.',
});

function additionalKwargs(result: TurnResult): Record<string, unknown> {
  const toolStateId = toolStateOf(result);
  return {
    ...(result.reasoning === '' ? {} : { reasoning_content: result.reasoning }),
    ...fromFiles(result.files),
    ...(result.sources.length === 0 ? {} : { sources: result.sources.map((source) => ({ ...source })) }),
    ...(toolStateId === undefined ? {} : { functions_state_id: toolStateId }),
  };
}

const toolStateOf = (result: TurnResult): string | undefined =>
  result.message.toolStateId ?? result.carryOver.toolStateId;
