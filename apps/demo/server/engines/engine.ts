import type { GigaChat } from '@gigakit/core';
import type { UIMessageChunk } from 'ai';
import type { ChatRequest } from '../chat-request.ts';

/** One way from a conversation on the page to a stream of what the page shows. */
export type Engine = (question: EngineQuestion) => Promise<ReadableStream<UIMessageChunk>>;

export interface EngineQuestion extends Pick<ChatRequest, 'model' | 'api' | 'messages'> {
  readonly client: GigaChat;
  /** Whether the model should think aloud first. */
  readonly reasoning: boolean;
  /** Fires when the reader stops the answer or leaves the page. */
  readonly signal: AbortSignal;
}
