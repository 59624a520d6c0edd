import { createParser } from 'eventsource-parser';
import { StreamError } from '../errors/stream-error.ts';
import type { SseMessage } from './sse-message.ts';

export interface SseDecoder {
  /**
   * The messages that this chunk completes.
   * @throws StreamError when one event grows beyond the ceiling.
   */
  push(chunk: Uint8Array): readonly SseMessage[];
  /** What was left without the blank line that ends a message; `undefined` when the body ended cleanly. */
  end(): string | undefined;
}

export interface SseDecoderOptions {
  /** Ceiling on one event, in characters. 16 Mi by default: far above any answer, far below memory. */
  readonly maxEventLength?: number;
}

const DEFAULT_MAX_EVENT_LENGTH = 16 * 1024 * 1024;

/** Bytes of an event stream to messages, cut wherever the network likes. Synchronous: one call per chunk. */
export function createSseDecoder(options: SseDecoderOptions = {}): SseDecoder {
  const maxEventLength = options.maxEventLength ?? DEFAULT_MAX_EVENT_LENGTH;
  const text = new TextDecoder();
  let messages: SseMessage[] = [];
  let isTooLong = false;
  let oddity: string | undefined;
  const parser = createParser({
    maxBufferSize: maxEventLength,
    onEvent: (message) => messages.push(message),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') isTooLong = true;
      else oddity = error.line;
    },
  });

  return {
    push(chunk) {
      messages = [];
      parser.feed(text.decode(chunk, { stream: true }));
      if (isTooLong) {
        throw new StreamError(
          `One event of the stream is longer than ${maxEventLength} characters; it was not read further.`,
          { reason: 'malformed' },
        );
      }
      return messages;
    },
    end() {
      messages = [];
      oddity = undefined;
      // The parser does not tell what it holds. Closing the line and the message for it makes it say so.
      parser.feed(text.decode() + '\n\n');
      return messages[0]?.data ?? oddity;
    },
  };
}
