import { StreamError } from '../errors/stream-error.ts';
import { createSseDecoder } from '../sse/decode-sse.ts';
import type { SseMessage } from '../sse/sse-message.ts';
import { createBlockBracketer, type TurnOpening } from '../turn/bracket-blocks.ts';
import { createDeltaStopper } from '../turn/stop-deltas.ts';
import type { TurnDelta } from '../turn/turn-delta.ts';
import type { TurnEvent } from '../turn/turn-event.ts';
import type { StreamDecoder } from '../wire/dialect.ts';

/** One network chunk in, the events it completes out: bytes, messages, deltas and events by plain calls. */
export interface TurnDecoder {
  /** Never throws: an error is kept in `error`, so that the events before it are not lost with it. */
  push(chunk: Uint8Array): readonly TurnEvent[];
  /** The body has ended. */
  end(): readonly TurnEvent[];
  /** Nothing more is wanted from the body. */
  isDone(): boolean;
  /** A stop text was met: the request is to be left before its end. */
  isStopped(): boolean;
  error(): unknown;
}

export interface TurnDecoderOptions {
  readonly decoder: StreamDecoder;
  readonly opening: TurnOpening;
  readonly stop: readonly string[];
}

export function createTurnDecoder({ decoder, opening, stop }: TurnDecoderOptions): TurnDecoder {
  const sse = createSseDecoder();
  const bracketer = createBlockBracketer(opening);
  const stopper = stop.length === 0 ? undefined : createDeltaStopper(stop);
  let error: unknown;
  let hasEnded = false;

  const take = (deltas: readonly TurnDelta[], events: TurnEvent[]): void => {
    if (deltas.length > 0) bracketer.push(stopper === undefined ? deltas : stopper.push(deltas), events);
  };

  /** One list for the whole chunk; but where a stop text ends the turn, what is known of the end must not depend on how the network cut it. */
  const pushMessages = (messages: readonly SseMessage[], events: TurnEvent[]): void => {
    let deltas: TurnDelta[] = [];
    try {
      for (const message of messages) {
        decoder.push(message, deltas);
        if (stopper !== undefined) {
          take(deltas, events);
          deltas = [];
        }
        if (decoder.isDone() || stopper?.isStopped() === true) break;
      }
    } finally {
      take(deltas, events);
    }
  };

  return {
    push(chunk) {
      const events: TurnEvent[] = [];
      try {
        pushMessages(sse.push(chunk), events);
        if (decoder.isDone() && !decoder.isComplete() && stopper?.isStopped() !== true)
          error = endedEarly(undefined);
      } catch (thrown) {
        error = thrown;
      }
      return events;
    },
    end() {
      const events: TurnEvent[] = [];
      if (hasEnded || decoder.isDone() || stopper?.isStopped() === true) return events;
      hasEnded = true;
      try {
        const leftover = sse.end();
        const deltas: TurnDelta[] = [];
        decoder.end(deltas);
        take(deltas, events);
        if (!decoder.isComplete()) error = endedEarly(leftover);
      } catch (thrown) {
        error = thrown;
      }
      return events;
    },
    isDone() {
      return decoder.isDone();
    },
    isStopped() {
      return stopper?.isStopped() === true;
    },
    error() {
      return error;
    },
  };
}

function endedEarly(leftover: string | undefined): StreamError {
  return new StreamError('The answer ended before the server said that it was complete.', {
    reason: 'ended-early',
    lastFrame: leftover?.slice(0, 1000),
    isRetryable: true,
  });
}
