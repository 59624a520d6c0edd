import type { Answer } from './answer.ts';

/**
 * An answer as a `Response`. `settle` is called once: with true when the body was read to its end, with false
 * when it broke or the client left, which `departure` tells the writers of the body.
 */
export function sendBody(
  { status, headers, body }: Answer,
  departure: AbortController,
  settle: (isWhole: boolean) => void,
): Response {
  if (body instanceof Uint8Array) {
    settle(true);
    const isLengthTold = Object.keys(headers).some((name) => name.toLowerCase() === 'content-length');
    return new Response(body.length === 0 ? null : Uint8Array.from(body), {
      status,
      headers: isLengthTold ? headers : { ...headers, 'Content-Length': String(body.length) },
    });
  }
  const chunks = body[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        departure.signal.addEventListener('abort', () => {
          settle(false);
          controller.error(departure.signal.reason);
          void chunks.return?.();
        });
      },
      async pull(controller) {
        try {
          const next = await chunks.next();
          if (departure.signal.aborted) return;
          if (next.done !== true) return controller.enqueue(next.value);
          settle(true);
          controller.close();
        } catch (error) {
          settle(false);
          controller.error(error);
        }
      },
      cancel() {
        settle(false);
        departure.abort(new DOMException('The client left', 'AbortError'));
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { status, headers });
}
