import type { SseMessage } from '../sse/sse-message.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';
import type { TurnDelta } from '../turn/turn-delta.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Warning } from '../turn/warning.ts';

/** One generation of the chat API: everything that knows its JSON lives behind this. */
export interface Dialect {
  readonly generation: 'v1' | 'v2';
  /** Appended to the base URL of the generation. */
  readonly path: string;
  /** Pure. Files must be ids by now. */
  encode(request: TurnRequest, defaults: EncodeDefaults): EncodedTurn;
  /** A whole answer as the deltas a stream of it would have given. */
  decode(body: JsonValue, context: DecodeContext): readonly TurnDelta[];
  /** A decoder for one stream; it holds what must not be handed on yet, such as half an image tag. */
  createStreamDecoder(context: DecodeContext): StreamDecoder;
}

export interface EncodeDefaults {
  readonly model: string;
  readonly profanityCheck: boolean | undefined;
}

export interface EncodedTurn {
  readonly body: JsonObject;
  readonly warnings: readonly Warning[];
  /** Wire function name -> the name the caller gave, where they differ. */
  readonly names: ReadonlyMap<string, string>;
  /** When structured output was asked for through a forced function: its wire name. Its arguments are the text. */
  readonly structuredBy: string | undefined;
}

export interface DecodeContext {
  readonly names: EncodedTurn['names'];
  readonly structuredBy: EncodedTurn['structuredBy'];
  /** Makes a tool state id where the server gave none. Deterministic in tests. */
  readonly newId: () => string;
  readonly includeRaw: boolean;
  readonly requestId: string | undefined;
}

export interface StreamDecoder {
  /** Deltas that this message completes. @throws StreamError for a malformed frame or a server error in place of an event. */
  push(message: SseMessage): readonly TurnDelta[];
  /** What was held back, at the end of the body. @throws StreamError when the terminator never came. */
  end(): readonly TurnDelta[];
  /** True once the terminator was seen; whatever follows is ignored. */
  readonly isDone: boolean;
}
