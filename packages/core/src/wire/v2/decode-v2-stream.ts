import type { SseMessage } from '../../sse/sse-message.ts';
import { isJsonObject } from '../../turn/is-json-object.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import type { DecodeContext, StreamDecoder } from '../dialect.ts';
import { isTerminator } from '../is-terminator.ts';
import { parseFrame, serverError } from '../parse-frame.ts';
import { asNumber, asObject, asText, parseJson } from '../read-json.ts';
import { createV2BodyDecoder } from './decode-v2-body.ts';
import type { ToolPhase } from './decode-v2-message.ts';

/** How far a tool is, by the event that speaks of it; those beyond the first two have only been announced. */
const toolPhases: Readonly<Record<string, ToolPhase>> = {
  'response.tool.in_progress': 'running',
  'response.tool.completed': 'success',
  'response.tool.started': 'running',
  'response.tool.delta': 'running',
  'response.tool.failed': 'fail',
};

/** Named events, closed by `response.message.done`; no `[DONE]`. */
export function createV2StreamDecoder(context: DecodeContext): StreamDecoder {
  const body = createV2BodyDecoder(context);
  let isDone = false;
  let hasEnded = false;

  const end = (into: TurnDelta[]): void => {
    if (hasEnded || !(isDone || body.isComplete())) return;
    hasEnded = true;
    body.end(into);
  };

  return {
    push(message, into) {
      if (isDone) return;
      // Not part of v2; a gateway that adds it means the same.
      if (isTerminator(message.data)) {
        isDone = true;
        end(into);
        return;
      }
      const { event } = message;
      if (event === 'response.error' || event === 'error') throw errorEvent(message);
      const phase = event === undefined ? undefined : toolPhases[event];
      const isKnown =
        event === undefined ||
        phase !== undefined ||
        event === 'response.message.delta' ||
        event === 'response.message.done';
      if (!isKnown) {
        into.push({ type: 'unknown', name: event, data: parseJson(message.data) ?? message.data });
        return;
      }
      const frame = parseFrame(message);
      const isLast = event === 'response.message.done' || (event === undefined && 'finish_reason' in frame);
      body.push(frame, phase ?? 'running', isLast, into);
      if (isLast) {
        isDone = true;
        hasEnded = true;
        body.end(into);
      }
    },
    end,
    isDone() {
      return isDone;
    },
    isComplete() {
      return isDone || body.isComplete();
    },
  };
}

function errorEvent({ data }: SseMessage): Error {
  const body = parseJson(data);
  const root = isJsonObject(body) ? body : {};
  const error = asObject(root['error']) ?? root;
  const status = asNumber(error['status']) ?? asNumber(error['code']) ?? asNumber(root['status']);
  const message = asText(error['message']) ?? asText(root['error']) ?? data.slice(0, 200);
  return serverError(status !== undefined && status >= 400 ? status : 500, message, data);
}
