/** What the mind is asked, whichever generation of the API carried it. */
export interface MindTurn {
  readonly messages: readonly MindMessage[];
  readonly model: string;
  readonly functions?: readonly MindFunction[];
  /** `auto` when left out: with nothing to call it makes no difference. */
  readonly functionChoice?: MindFunctionChoice;
  readonly responseFormat?: MindResponseFormat;
  /** Names of the server's own tools that may run, in either generation's spelling: `text2image`, `image_generate`, `web_search`. */
  readonly builtIns?: readonly string[];
  /** Whether the answer should come with thoughts. */
  readonly wantsReasoning?: boolean;
  /** The answer is cut there and finishes with `length`. */
  readonly maxTokens?: number;
}

export interface MindMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'function';
  readonly text: string;
  readonly attachments?: readonly MindAttachment[];
  /** Functions an assistant message asked for. */
  readonly calls?: readonly MindCall[];
  /** What functions returned: of a `function` message, or of a user message that carries results. */
  readonly results?: readonly MindResult[];
}

export interface MindAttachment {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly filename?: string;
}

export interface MindCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface MindResult {
  readonly name: string;
  /** Parsed where it was JSON, the text itself otherwise. */
  readonly value: unknown;
}

export interface MindFunction {
  readonly name: string;
  readonly description?: string;
  /** JSON Schema of the arguments. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly examples?: readonly MindExample[];
}

export interface MindExample {
  readonly request: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type MindFunctionChoice =
  | 'auto'
  | 'none'
  | { readonly name: string; readonly partialArguments?: Readonly<Record<string, unknown>> };

export type MindResponseFormat =
  | { readonly type: 'text' }
  | {
      readonly type: 'json-schema';
      readonly schema: Readonly<Record<string, unknown>>;
      readonly strict?: boolean;
    }
  | { readonly type: 'regex'; readonly pattern: string };
