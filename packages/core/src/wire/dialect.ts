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
  /** Pure. Files must be ids by now. @throws InvalidRequestError for what no server could make sense of. */
  encode(request: TurnRequest, defaults: EncodeDefaults): EncodedTurn;
  /**
   * A whole answer as the deltas a stream of it would have given.
   * @throws StreamError when it is an error in place of an answer, or no answer at all.
   */
  decode(body: JsonValue, context: DecodeContext): readonly TurnDelta[];
  /** A decoder for one stream; it holds what must not be handed on yet, such as half an image tag. */
  createStreamDecoder(context: DecodeContext): StreamDecoder;
}

export interface EncodeDefaults {
  readonly model: string;
  readonly profanityCheck: boolean | undefined;
  /** Whose messages carry tool results (v2). `tool`, with objects, when left out; `function` sends JSON text. */
  readonly toolResultRole?: 'tool' | 'function' | undefined;
}

export interface EncodedTurn {
  readonly body: JsonObject;
  readonly warnings: readonly Warning[];
  /** Wire function name -> the name the caller gave, where they differ. */
  readonly names: ReadonlyMap<string, string>;
  /** When structured output was asked for through a forced function: its arguments are the text. */
  readonly structuredBy: StructuredBy | undefined;
  /** JSON was asked for as text: code fences around it are taken off. */
  readonly expectsJson: boolean;
  /** Another way to say the same, for when the server refuses this one with 400: witnesses of v2 differ in it. */
  readonly otherToolResultRole?: EncodeDefaults['toolResultRole'];
}

export interface StructuredBy {
  readonly wireName: string;
  /** The schema's root was no object, so that the value travels as the one argument `value`. */
  readonly isWrapped: boolean;
}

export interface DecodeContext extends Pick<EncodedTurn, 'names' | 'structuredBy' | 'expectsJson'> {
  /** A source of unique ids. Deterministic in tests. */
  readonly newId: () => string;
  readonly includeRaw: boolean;
}

export interface StreamDecoder {
  /**
   * Adds the deltas that this message completes: one list serves all messages of a network chunk.
   * @throws StreamError for a malformed frame or a server error in place of an event; what was added before it stands.
   */
  push(message: SseMessage, into: TurnDelta[]): void;
  /** Adds what was held back, and the `end` delta, at the end of the body. Nothing when the answer is not complete: half a tag is no text. */
  end(into: TurnDelta[]): void;
  /** True once the terminator was seen; whatever follows is ignored. */
  isDone(): boolean;
  /** True once the server said why it stopped, or sent the terminator: nothing of the answer is missing. */
  isComplete(): boolean;
}
