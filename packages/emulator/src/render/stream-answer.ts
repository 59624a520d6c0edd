import type { Answer } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { pause } from '../pause.ts';
import { encodeEvents } from './encode-events.ts';
import type { StreamEvent } from './stream-event.ts';

/** Events as a chunked `text/event-stream`, paced by the latency asked for. */
export function streamAnswer(
  exchange: Exchange,
  events: readonly StreamEvent[],
  generation: 'v1' | 'v2',
  updateIntervalMs: number,
): Answer {
  const frames = encodeEvents(events, generation, exchange.script?.reply.faults ?? []);
  const everyMs = Math.max(exchange.world.options.latencyMs?.chunk ?? 0, updateIntervalMs);
  return {
    status: 200,
    headers: { 'Content-Type': 'text/event-stream' },
    body: paced(frames, everyMs, exchange.departed),
  };
}

async function* paced(
  frames: readonly Uint8Array[],
  everyMs: number,
  departed: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (const [index, frame] of frames.entries()) {
    if (index > 0 && everyMs > 0) await pause(everyMs, departed);
    yield frame;
  }
}
