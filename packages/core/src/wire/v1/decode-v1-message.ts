import type { JsonObject } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import { createAnswerText } from '../answer-text.ts';
import { toolNameOf } from '../built-in-tool-names.ts';
import { createCallCollector, type CallCollector } from '../call-collector.ts';
import type { DecodeContext } from '../dialect.ts';
import { asNumber, asObject, asText } from '../read-json.ts';

/** Reads `message` of a whole answer and `delta` of a stream alike. */
export interface V1MessageDecoder {
  push(message: JsonObject, into: TurnDelta[]): void;
  /** Hands on what was held back. */
  flush(into: TurnDelta[]): void;
  readonly calls: CallCollector;
}

export function createV1MessageDecoder(context: DecodeContext): V1MessageDecoder {
  const calls = createCallCollector(context);
  let deltas: TurnDelta[] = [];
  /** The built-in whose countdown was seen last: a 3D model comes in the same tag as a picture. */
  let runningTool: string | undefined;
  let finishedTool: string | undefined;

  const scanner = createAnswerText(context, {
    text: (text) => deltas.push({ type: 'text', text }),
    reasoning: (text) => deltas.push({ type: 'reasoning', text }),
    file: (file) =>
      deltas.push({
        type: 'file',
        file: finishedTool === 'model-3d' ? { ...file, kind: finishedTool } : file,
      }),
  });

  return {
    calls,
    push(message, into) {
      deltas = into;
      const content = message['content'];
      if (message['role'] === 'function_in_progress') {
        // Its content is a countdown, not text.
        runningTool = toolNameOf(asText(message['name']) ?? runningTool ?? 'unknown');
        const secondsLeft = asNumber(content);
        into.push({
          type: 'tool-progress',
          tool: runningTool,
          status: 'running',
          ...(secondsLeft !== undefined && { secondsLeft }),
        });
        return;
      }
      const reasoning = message['reasoning_content'];
      if (typeof reasoning === 'string' && reasoning !== '')
        into.push({ type: 'reasoning', text: reasoning });
      if (typeof content === 'string' && content !== '') {
        if (runningTool !== undefined) {
          // v1 does not say that the tool has finished; the answer that follows does.
          into.push({ type: 'tool-progress', tool: runningTool, status: 'success' });
          finishedTool = runningTool;
          runningTool = undefined;
        }
        scanner.push(content);
      }
      if (message['functions_state_id'] !== undefined) calls.setState(asText(message['functions_state_id']));
      const call = asObject(message['function_call']);
      if (call !== undefined) calls.add(call);
      const logprobs = message['logprobs'];
      if (logprobs !== undefined && logprobs !== null) into.push({ type: 'logprobs', logprobs });
      calls.release(into, false);
    },
    flush(into) {
      deltas = into;
      scanner.end();
      calls.release(into, true);
    },
  };
}
