import type { FilePart, ReasoningPart, TextPart, ToolCallPart, ToolResultPart } from './content-part.ts';

/** One entry of a conversation, told apart by `role`. */
export type Message = SystemMessage | UserMessage | AssistantMessage | ToolMessage;

/** Instructions. Several of them, anywhere, are merged into one at the front: the server takes no other shape. */
export interface SystemMessage {
  readonly role: 'system';
  readonly content: string | readonly TextPart[];
}

export interface UserMessage {
  readonly role: 'user';
  readonly content: string | readonly (TextPart | FilePart)[];
}

/** What the model said. `turn.message` of a result is one, ready to go back into `messages`. */
export interface AssistantMessage {
  readonly role: 'assistant';
  readonly content: string | readonly (TextPart | ReasoningPart | FilePart | ToolCallPart)[];
  /** The server's own memory of built-in tools (`functions_state_id`, `tools_state_id`); echoed as it is. */
  readonly toolStateId?: string;
}

/** Results of the calls in the assistant message before it. */
export interface ToolMessage {
  readonly role: 'tool';
  readonly content: readonly ToolResultPart[];
}
