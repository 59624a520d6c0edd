import type { Answer } from '../answer.ts';
import { hang, pause } from '../pause.ts';
import type { Fault } from '../reply.ts';
import { BrokenConnection } from './broken-connection.ts';

/** Wraps an answer in what should go wrong with its bytes. Faults of framing are the renderer's. */
export async function applyFaults(
  answer: Answer,
  faults: readonly Fault[],
  departed: AbortSignal,
): Promise<Answer> {
  let { body, headers } = answer;
  for (const fault of faults) {
    switch (fault.type) {
      case 'delay':
        await pause(fault.ms, departed);
        break;
      case 'hang':
        if (fault.afterBytes === undefined) await hang(departed);
        else body = stop(body, fault.afterBytes, () => hang(departed));
        break;
      case 'cut':
        body = stop(body, fault.afterBytes, () => Promise.reject(new BrokenConnection()));
        break;
      case 'end-early':
        body = stop(body, fault.afterBytes, () => Promise.resolve());
        break;
      case 'slow':
        body = recut(body, Math.max(1, fault.chunkBytes), fault.everyMs ?? 0, departed);
        break;
      case 'no-done':
      case 'crlf':
      case 'error-event':
        break;
    }
  }
  return { status: answer.status, headers, body };
}

async function* stop(
  body: Answer['body'],
  afterBytes: number,
  then: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let left = afterBytes;
  for await (const chunk of chunksOf(body)) {
    if (chunk.length > left) {
      if (left > 0) yield chunk.subarray(0, left);
      await then();
      return;
    }
    left -= chunk.length;
    yield chunk;
  }
  // A body that is shorter than the fault still meets it: the test asked for a broken answer.
  await then();
}

async function* recut(
  body: Answer['body'],
  size: number,
  everyMs: number,
  departed: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = new Uint8Array();
  let isFirst = true;
  for await (const chunk of chunksOf(body)) {
    held = joined(held, chunk);
    while (held.length >= size) {
      if (!isFirst && everyMs > 0) await pause(everyMs, departed);
      isFirst = false;
      yield held.slice(0, size);
      held = held.subarray(size);
    }
  }
  if (held.length === 0) return;
  if (!isFirst && everyMs > 0) await pause(everyMs, departed);
  yield held;
}

async function* chunksOf(body: Answer['body']): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) yield body;
  else yield* body;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
