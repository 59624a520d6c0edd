import { InvalidRequestError } from '@gigakit/core';
import type { ToolResultPart } from '@gigakit/core/turn';
import { ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { isBlock, toContentPart, type Block } from './to-content-part.ts';

/**
 * What a tool returned, as its text: JSON inside is recognised further down and sent as it is, once. The artifact
 * stays with the caller, as LangChain promises.
 * @throws InvalidRequestError for a picture or file: GigaChat takes none from a tool.
 */
export function toToolResult(message: BaseMessage, field: string): ToolResultPart {
  const isError = ToolMessage.isInstance(message) && message.status === 'error';
  return {
    type: 'tool-result',
    toolCallId: ToolMessage.isInstance(message) ? message.tool_call_id : '',
    ...(message.name === undefined ? {} : { name: message.name }),
    output: toOutput(message.content, field),
    ...(isError ? { isError } : {}),
  };
}

function toOutput(content: BaseMessage['content'], field: string): string {
  if (typeof content === 'string') return content;
  return content.map((block, index) => textOf(block, `${field}.content[${index}]`)).join('\n');
}

function textOf(block: Block, field: string): string {
  if (block['type'] === 'json' && block['json'] !== undefined) return JSON.stringify(block['json']);
  if (block['type'] === 'non_standard' && isBlock(block['value'])) return JSON.stringify(block['value']);
  const part = toContentPart(block, field);
  if (part?.type !== 'file') return part?.text ?? '';
  throw new InvalidRequestError(
    `${field} is a file in a tool result, and GigaChat takes none there; return it as the tool's artifact, or send it in a human message.`,
    { field },
  );
}
