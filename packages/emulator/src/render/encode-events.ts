import type { Fault } from '../reply.ts';
import type { StreamEvent } from './stream-event.ts';

/** Frames events as the server does, LF only, with the framing faults a test asked for. One item per write. */
export function encodeEvents(
  events: readonly StreamEvent[],
  generation: 'v1' | 'v2',
  faults: readonly Fault[],
): Uint8Array[] {
  const encoder = new TextEncoder();
  const newline = faults.some(({ type }) => type === 'crlf') ? '\r\n' : '\n';
  return withFaults(events, generation, faults).map(({ name, data }) =>
    encoder.encode(
      `${name === undefined ? '' : `event: ${name}${newline}`}data: ${data}${newline}${newline}`,
    ),
  );
}

function withFaults(
  events: readonly StreamEvent[],
  generation: 'v1' | 'v2',
  faults: readonly Fault[],
): readonly StreamEvent[] {
  let result = events;
  for (const fault of faults) {
    if (fault.type === 'no-done') result = result.filter(({ data }) => data !== '[DONE]');
    if (fault.type === 'error-event') {
      const error: StreamEvent = {
        ...(generation === 'v2' ? { name: 'response.error' } : {}),
        data: JSON.stringify({ status: fault.status, message: fault.message }),
      };
      result = [...result.slice(0, fault.afterEvents ?? 0), error];
    }
  }
  return result;
}
