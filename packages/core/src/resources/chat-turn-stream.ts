import { InvalidRequestError } from '../errors/api-error.ts';
import { createTurnCollector } from '../turn/collect-turn.ts';
import type { JsonObject } from '../turn/json.ts';
import type { TurnEvent } from '../turn/turn-event.ts';
import type { TurnResult } from '../turn/turn-result.ts';
import type { TurnStream } from '../turn/turn-stream.ts';
import type { TurnDecoder } from './turn-decoder.ts';

export interface ChatTurnStreamParts {
  readonly request: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  readonly decoder: TurnDecoder;
  /** Breaks the request off, with the reason that readers are to see. */
  readonly abort: (reason: unknown) => void;
  /** The reason of an abort that has happened, from here or from the caller's signal. */
  readonly abortReason: () => { readonly reason: unknown } | undefined;
  /** What a broken body is reported as, with the text that had arrived. */
  readonly toError: (error: unknown, text: string, hasEvents: boolean) => unknown;
  /** Called once, when nothing more will be read. `firstEventAt` is of `performance.now()`. */
  readonly onEnd: (ending: StreamEnding, firstEventAt: number | undefined) => void;
}

export type StreamEnding = 'done' | 'cancelled' | 'failed';

type Outcome =
  | { readonly type: 'open' }
  | { readonly type: 'done'; readonly result: TurnResult }
  | { readonly type: 'failed'; readonly error: unknown };

/** How long a server may take to close a body whose terminator has come, before the connection is given up. */
const CLOSING_GRACE_MS = 1000;

const nothing: readonly TurnEvent[] = [];

/**
 * The stream of a turn, by hand: one await per network chunk, everything between is plain calls.
 * `#read` is the only place that touches the body; the three ways of reading are thin views of it.
 */
export class ChatTurnStream implements TurnStream {
  readonly request: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  readonly #parts: ChatTurnStreamParts;
  readonly #body: AsyncIterator<Uint8Array>;
  readonly #collector = createTurnCollector();
  readonly #waiting: (() => void)[] = [];
  #outcome: Outcome = { type: 'open' };
  /** Who reads: set at the first read, since two readers would each get half of the answer. */
  #reader: string | undefined;
  #firstEventAt: number | undefined;
  /** Set when the body has no more to give, while its last events are still to be handed out. */
  #isSpent = false;

  constructor(parts: ChatTurnStreamParts) {
    this.request = parts.request;
    this.headers = parts.headers;
    this.requestId = parts.requestId;
    this.#parts = parts;
    this.#body = parts.body[Symbol.asyncIterator]();
  }

  get batches(): AsyncIterable<readonly TurnEvent[]> {
    return { [Symbol.asyncIterator]: () => this.#claim('batches', () => this.#batchIterator()) };
  }

  get textStream(): AsyncIterable<string> {
    return {
      [Symbol.asyncIterator]: () =>
        this.#claim('textStream', () =>
          this.#itemIterator((event) => (event.type === 'text-delta' ? event.text : undefined)),
        ),
    };
  }

  [Symbol.asyncIterator](): AsyncIterator<TurnEvent, undefined> {
    return this.#claim('events', () => this.#itemIterator((event) => event));
  }

  async result(): Promise<TurnResult> {
    if (this.#reader === undefined) {
      this.#reader = 'result';
      while ((await this.#read()) !== undefined);
    }
    if (this.#outcome.type === 'open') await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const outcome = this.#outcome;
    if (outcome.type === 'done') return outcome.result;
    throw outcome.type === 'failed' ? outcome.error : leftEarly();
  }

  async cancel(reason?: unknown): Promise<void> {
    if (this.#outcome.type !== 'open') return;
    const error = reason ?? leftEarly();
    this.#settle({ type: 'failed', error }, 'cancelled');
    this.#parts.abort(error);
    await this.#closeBody();
  }

  #claim<T>(way: string, open: () => T): T {
    if (this.#reader !== undefined) {
      throw new InvalidRequestError(
        `This stream is already read through \`${this.#reader}\`; a stream is read once. Use \`result()\` for the whole turn.`,
        { field: way },
      );
    }
    this.#reader = way;
    return open();
  }

  /** The events of the next network chunk that completes any; `undefined` after the last. */
  async #read(): Promise<readonly TurnEvent[] | undefined> {
    for (;;) {
      if (this.#outcome.type === 'failed') throw this.#outcome.error;
      if (this.#outcome.type === 'done') return undefined;
      if (this.#isSpent) return this.#finish();
      const events = await this.#readChunk();
      if (events.length > 0) {
        this.#firstEventAt ??= performance.now();
        for (const event of events) this.#collector.add(event);
        return events;
      }
    }
  }

  async #readChunk(): Promise<readonly TurnEvent[]> {
    const { decoder } = this.#parts;
    let next: IteratorResult<Uint8Array>;
    try {
      next = await this.#body.next();
    } catch (error) {
      this.#fail(error);
      return nothing;
    }
    // Cancelled while the chunk was on its way.
    if (this.#outcome.type !== 'open') return nothing;
    const events = next.done === true ? decoder.end() : decoder.push(next.value);
    if (next.done === true || decoder.error() !== undefined) this.#isSpent = true;
    else if (decoder.isStopped()) {
      this.#isSpent = true;
      this.#parts.abort(leftEarly());
    } else if (decoder.isDone()) {
      this.#isSpent = true;
      this.#letBodyClose();
    }
    return events;
  }

  #finish(): undefined {
    const { decoder } = this.#parts;
    if (decoder.error() !== undefined) {
      void this.#closeBody();
      this.#fail(decoder.error());
      throw this.#outcome.type === 'failed' ? this.#outcome.error : decoder.error();
    }
    const { request, headers } = this;
    this.#settle(
      { type: 'done', result: this.#collector.result({ request, headers, body: undefined }) },
      'done',
    );
    return undefined;
  }

  #fail(error: unknown): void {
    if (this.#outcome.type !== 'open') return;
    const aborted = this.#parts.abortReason();
    if (aborted !== undefined) return this.#settle({ type: 'failed', error: aborted.reason }, 'cancelled');
    const hasEvents = this.#firstEventAt !== undefined;
    this.#settle(
      { type: 'failed', error: this.#parts.toError(error, this.#collector.text(), hasEvents) },
      'failed',
    );
  }

  #settle(outcome: Outcome, ending: StreamEnding): void {
    this.#outcome = outcome;
    this.#parts.onEnd(ending, this.#firstEventAt);
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** After the terminator the body ends at once; read to there, the connection serves the next request. */
  #letBodyClose(): void {
    const timer = setTimeout(() => void this.#closeBody(), CLOSING_GRACE_MS);
    if (typeof timer === 'object') timer.unref();
    const drain = async (): Promise<void> => {
      try {
        while ((await this.#body.next()).done !== true);
      } catch {
        // The answer is whole; how its connection ended is nobody's concern.
      } finally {
        clearTimeout(timer);
      }
    };
    void drain();
  }

  async #closeBody(): Promise<void> {
    try {
      await this.#body.return?.();
    } catch {
      // It was to be closed, and it is.
    }
  }

  #leave = async (): Promise<void> => {
    if (this.#outcome.type === 'open' && !this.#isSpent) return this.cancel();
    // Left between the last event and the end: nothing is missing.
    if (this.#outcome.type === 'open' && this.#parts.decoder.error() === undefined) this.#finish();
  };

  #batchIterator(): AsyncIterableIterator<readonly TurnEvent[], undefined> {
    const inTurn = createQueue();
    const iterator: AsyncIterableIterator<readonly TurnEvent[], undefined> = {
      next: () =>
        inTurn(async () => {
          const events = await this.#read();
          return events === undefined ? { done: true, value: undefined } : { done: false, value: events };
        }),
      return: async () => {
        await this.#leave();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }

  #itemIterator<T>(pick: (event: TurnEvent) => T | undefined): AsyncIterableIterator<T, undefined> {
    const inTurn = createQueue();
    let batch: readonly TurnEvent[] = nothing;
    let index = 0;
    let hasLeft = false;
    const take = (): T | undefined => {
      while (index < batch.length) {
        const event = batch[index];
        index += 1;
        const item = event === undefined ? undefined : pick(event);
        if (item !== undefined) return item;
      }
      return undefined;
    };
    const pull = async (): Promise<IteratorResult<T, undefined>> => {
      for (;;) {
        const item = take();
        if (item !== undefined) return { done: false, value: item };
        const events = hasLeft ? undefined : await this.#read();
        if (events === undefined) return { done: true, value: undefined };
        batch = events;
        index = 0;
      }
    };
    const iterator: AsyncIterableIterator<T, undefined> = {
      next: () => inTurn(pull),
      return: async () => {
        hasLeft = true;
        batch = nothing;
        await this.#leave();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }
}

/** Keeps calls of `next` that do not wait for one another in order; costs nothing when they do wait. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let busy: Promise<unknown> | undefined;
  return (work) => {
    const run = busy === undefined ? work() : busy.then(work, work);
    busy = run;
    const release = (): void => {
      if (busy === run) busy = undefined;
    };
    run.then(release, release);
    return run;
  };
}

function leftEarly(): DOMException {
  return new DOMException('The stream was left before its end.', 'AbortError');
}
