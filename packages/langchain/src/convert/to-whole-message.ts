import {
  AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  type StandardMessageStructure,
} from '@langchain/core/messages';

/** A joined chunk as the message that a whole answer would have been. */
export function toWholeMessage(chunk: BaseMessage): AIMessage {
  const { id, content, additional_kwargs, response_metadata } = chunk;
  const {
    tool_calls = [],
    invalid_tool_calls = [],
    usage_metadata,
  } = chunk as AIMessageChunk<StandardMessageStructure>;
  return new AIMessage<StandardMessageStructure>({
    ...(id === undefined ? {} : { id }),
    content,
    additional_kwargs,
    response_metadata,
    tool_calls,
    invalid_tool_calls,
    ...(usage_metadata === undefined ? {} : { usage_metadata }),
  });
}
