import type { Finish, Usage } from '@gigakit/core/turn';
import type { CallWarning } from './call-warning.ts';
import type { ProviderMetadata } from './provider-metadata.ts';

/**
 * A stream part before a major is chosen. Text, reasoning, tools, sources and raw chunks already have the shape
 * that majors 5 to 7 share; `stream-start`, `file` and `finish` differ between them.
 */
export type ChatPart =
  | { type: 'stream-start'; warnings: readonly CallWarning[] }
  | { type: 'response-metadata'; id?: string; timestamp?: Date; modelId?: string }
  | { type: 'text-start' | 'reasoning-start'; id: string }
  | { type: 'text-delta' | 'reasoning-delta'; id: string; delta: string }
  | { type: 'text-end' | 'reasoning-end'; id: string; providerMetadata?: ProviderMetadata }
  | { type: 'tool-input-start'; id: string; toolName: string; providerExecuted?: true; dynamic?: true }
  | { type: 'tool-input-delta'; id: string; delta: string }
  | { type: 'tool-input-end'; id: string }
  | ToolCallContent
  | ToolResultContent
  | FileContent
  | SourceContent
  | { type: 'raw'; rawValue: unknown }
  | { type: 'error'; error: unknown }
  | ({ type: 'finish' } & ChatEnd);

/** What a whole answer is made of, in the order it was made. */
export type ChatContent =
  | { type: 'text'; text: string; providerMetadata?: ProviderMetadata }
  | { type: 'reasoning'; text: string }
  | ToolCallContent
  | ToolResultContent
  | FileContent
  | SourceContent;

export interface ChatEnd {
  finish: Finish;
  usage: Usage;
  providerMetadata?: ProviderMetadata;
}

export interface ToolCallContent {
  type: 'tool-call';
  toolCallId: string;
  toolName: string;
  /** JSON text. */
  input: string;
  /** A tool that GigaChat ran itself. */
  providerExecuted?: true;
  /** Not among the tools of the call: the model used it unasked. */
  dynamic?: true;
}

/** The outcome of a tool that GigaChat ran itself. */
export interface ToolResultContent {
  type: 'tool-result';
  toolCallId: string;
  toolName: string;
  result: { status: string };
  isError?: true;
  dynamic?: true;
}

export interface FileContent {
  type: 'file';
  mediaType: string;
  data: Uint8Array;
  /** The file's id on the server: in a later turn the picture goes as that id and is not uploaded again. */
  providerMetadata: ProviderMetadata;
}

export interface SourceContent {
  type: 'source';
  sourceType: 'url';
  id: string;
  url: string;
  title?: string;
}
