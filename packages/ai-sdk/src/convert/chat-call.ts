/**
 * What a chat call says, whichever major it came from. Types are loose on purpose: the compatibility layers
 * of `ai` hand parts of one specification to a model of another, so every shape is expected everywhere.
 */
export interface ChatCall {
  readonly prompt: readonly PromptMessage[];
  readonly maxOutputTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly topK?: number | undefined;
  readonly presencePenalty?: number | undefined;
  readonly frequencyPenalty?: number | undefined;
  readonly seed?: number | undefined;
  readonly stopSequences?: readonly string[] | undefined;
  readonly responseFormat?: PromptResponseFormat | undefined;
  readonly tools?: readonly PromptTool[] | undefined;
  readonly toolChoice?: PromptToolChoice | undefined;
  readonly reasoning?: string | undefined;
  readonly includeRawChunks?: boolean | undefined;
  readonly abortSignal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly providerOptions?: OptionNamespaces | undefined;
}

/** `providerOptions`, or `providerMetadata` in the oldest major. */
export type OptionNamespaces = Readonly<Record<string, unknown>>;

export interface PromptMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string | readonly PromptPart[];
  readonly providerOptions?: OptionNamespaces | undefined;
  readonly providerMetadata?: OptionNamespaces | undefined;
}

/** A part of a message or of a tool result's content, in any major's spelling. */
export interface PromptPart {
  readonly type: string;
  readonly text?: string | undefined;
  readonly data?: unknown;
  readonly image?: unknown;
  readonly url?: unknown;
  readonly fileId?: unknown;
  readonly mediaType?: string | undefined;
  readonly mimeType?: string | undefined;
  readonly filename?: string | undefined;
  readonly kind?: string | undefined;
  readonly toolCallId?: string | undefined;
  readonly toolName?: string | undefined;
  readonly input?: unknown;
  readonly args?: unknown;
  readonly output?: unknown;
  readonly result?: unknown;
  readonly content?: unknown;
  readonly isError?: unknown;
  readonly providerExecuted?: unknown;
  readonly providerOptions?: OptionNamespaces | undefined;
  readonly providerMetadata?: OptionNamespaces | undefined;
}

export type PromptResponseFormat =
  | { readonly type: 'text' }
  | {
      readonly type: 'json';
      readonly schema?: unknown;
      readonly name?: string | undefined;
      readonly description?: string | undefined;
    };

export interface PromptTool {
  /** `function`, or `provider` (`provider-defined` until `ai` 5). */
  readonly type: string;
  readonly name: string;
  readonly id?: string | undefined;
  readonly args?: Readonly<Record<string, unknown>> | undefined;
  readonly description?: string | undefined;
  readonly inputSchema?: unknown;
  readonly parameters?: unknown;
  readonly inputExamples?: unknown;
  readonly strict?: boolean | undefined;
  readonly providerOptions?: OptionNamespaces | undefined;
}

export type PromptToolChoice =
  | { readonly type: 'auto' | 'none' | 'required' }
  | { readonly type: 'tool'; readonly toolName: string };
