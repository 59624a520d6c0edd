import type { Exchange } from './exchange.ts';
import { fromGigaChatError } from './from-gigachat-error.ts';
import type { ProxyError } from './proxy-error.ts';

export interface EventSource {
  /** Ready-made text of server-sent events, one or several at a time. */
  readonly texts: AsyncGenerator<string, void>;
  /** How a failure after the beginning is told. No `[DONE]` follows it. */
  readonly onError: (error: ProxyError) => string;
}

/**
 * Streams events with an honest status: nothing is sent before the first event is there, so that a refusal keeps its own
 * status. Only when that takes longer than `pingMs` the answer begins with a comment. The next event is asked for when
 * the caller has taken the last; a caller who leaves stops the request to GigaChat.
 */
export async function respondWithEvents(exchange: Exchange, source: EventSource): Promise<Response> {
  const { texts } = source;
  const { pingMs } = exchange.config;
  const first = texts.next();
  await Promise.race([first, pause(pingMs, first)]);

  const finish = exchange.holdOpen();
  const encoder = new TextEncoder();
  let waiting: Promise<IteratorResult<string, void>> | undefined = first;
  let isWaiting = false;
  let ping: NodeJS.Timeout | undefined;
  const close = (outcome: Parameters<typeof finish>[0]) => {
    clearInterval(ping);
    exchange.signal.removeEventListener('abort', onAbort);
    finish(outcome);
  };
  const isCallerGone = () => exchange.request.signal.aborted;
  let onAbort = () => {};
  const fail = (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>, error: unknown) => {
    if (exchange.record.outcome === 'cancelled') return;
    if (isCallerGone()) {
      controller.close();
      return close('cancelled');
    }
    const told = fromGigaChatError(error, exchange.account.keyOwner);
    exchange.record.errorCode = told.code ?? told.type;
    controller.enqueue(encoder.encode(source.onError(told)));
    controller.close();
    close('failed');
  };

  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        ping = setInterval(() => {
          if (isWaiting) controller.enqueue(encoder.encode(': ping\n\n'));
        }, pingMs);
        // While nobody reads, nothing would notice that the caller is gone or the time is up.
        onAbort = () => {
          if (isWaiting) return;
          void texts.return().catch(() => {});
          fail(controller, exchange.signal.reason);
        };
        exchange.signal.addEventListener('abort', onAbort, { once: true });
      },
      async pull(controller) {
        isWaiting = true;
        try {
          const next = await (waiting ?? texts.next());
          waiting = undefined;
          if (next.done === true) {
            controller.close();
            close('done');
          } else {
            controller.enqueue(encoder.encode(next.value));
          }
        } catch (error) {
          fail(controller, error);
        } finally {
          isWaiting = false;
        }
      },
      async cancel(reason) {
        exchange.record.outcome = 'cancelled';
        exchange.abort(reason ?? callerLeft());
        // What the aborted call still throws is of no interest any more.
        await texts.return().catch(() => {});
        close('cancelled');
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

export const callerLeft = (): DOMException => new DOMException('The caller left.', 'AbortError');

function pause(ms: number, unless: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => clearTimeout(timer);
    unless.then(stop, stop);
  });
}
