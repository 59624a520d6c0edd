import type { GeneratedFile } from '../../turn/generated-file.ts';
import { isJsonObject } from '../../turn/is-json-object.ts';
import type { JsonObject, JsonValue } from '../../turn/json.ts';
import type { TurnDelta } from '../../turn/turn-delta.ts';
import { createAnswerText } from '../answer-text.ts';
import { toolNameOf } from '../built-in-tool-names.ts';
import { createCallCollector, type CallCollector } from '../call-collector.ts';
import type { DecodeContext } from '../dialect.ts';
import { asArray, asNumber, asObject, asText } from '../read-json.ts';

/** How far a built-in tool is, where the event says so and not the part. */
export type ToolPhase = 'running' | 'success' | 'fail';

/** Reads one server message, of a stream or of a whole answer. */
export interface V2MessageDecoder {
  push(message: JsonObject, phase: ToolPhase, into: TurnDelta[]): void;
  /** Hands on what was held back. */
  flush(into: TurnDelta[]): void;
  readonly calls: CallCollector;
}

export function createV2MessageDecoder(context: DecodeContext): V2MessageDecoder {
  const calls = createCallCollector(context);
  const sources = new Set<string>();
  let deltas: TurnDelta[] = [];
  const text = createAnswerText(context, {
    text: (piece) => deltas.push({ type: 'text', text: piece }),
    reasoning: (piece) => deltas.push({ type: 'reasoning', text: piece }),
    file: (file) => deltas.push({ type: 'file', file }),
  });

  const readText = (piece: JsonValue | undefined, isReasoning: boolean): void => {
    if (typeof piece !== 'string' || piece === '') return;
    if (isReasoning) deltas.push({ type: 'reasoning', text: piece });
    else text.push(piece);
  };

  const readInlineData = (data: JsonObject): void => {
    for (const [key, value] of Object.entries(data)) {
      if (key === 'sources' && isJsonObject(value)) {
        for (const [id, source] of Object.entries(value)) readSource(id, asObject(source));
      } else if (value !== undefined && !isEmpty(value)) {
        deltas.push({ type: 'unknown', name: `inline_data.${key}`, data: value });
      }
    }
  };

  const readSource = (id: string, source: JsonObject | undefined): void => {
    const url = asText(source?.['url']);
    if (url === undefined || sources.has(`${id}\n${url}`)) return;
    // The list may come again, longer, with every piece of text.
    sources.add(`${id}\n${url}`);
    const title = asText(source?.['title']);
    deltas.push({ type: 'source', source: { id, url, ...(title !== undefined && { title }) } });
  };

  const readPart = (part: JsonObject, isReasoning: boolean, phase: ToolPhase): void => {
    for (const [key, value] of Object.entries(part)) {
      switch (key) {
        case 'text':
          readText(value, isReasoning);
          break;
        case 'inline_data':
          if (isJsonObject(value)) readInlineData(value);
          break;
        case 'function_call':
          if (isJsonObject(value)) calls.add(value);
          break;
        case 'files':
          for (const file of asArray(value)) {
            const generated = readFile(asObject(file));
            if (generated !== undefined) deltas.push({ type: 'file', file: generated });
          }
          break;
        case 'tool_execution':
          if (isJsonObject(value)) deltas.push(readProgress(value, phase));
          break;
        case 'logprobs':
          if (value !== undefined && !isEmpty(value)) deltas.push({ type: 'logprobs', logprobs: value });
          break;
        default:
          if (value !== undefined) deltas.push({ type: 'unknown', name: key, data: value });
      }
    }
  };

  return {
    calls,
    push(message, phase, into) {
      deltas = into;
      // Answers say `tool_state_id`, requests and some answers `tools_state_id`.
      calls.setState(asText(message['tools_state_id']) ?? asText(message['tool_state_id']));
      const isReasoning = message['role'] === 'reasoning';
      const content = message['content'];
      if (Array.isArray(content)) {
        for (const part of asArray(content)) {
          if (isJsonObject(part)) readPart(part, isReasoning, phase);
          else readText(part, isReasoning);
        }
      } else {
        readText(content, isReasoning);
      }
      // Beside the text part by the recordings; on the message itself in places.
      const inlineData = asObject(message['inline_data']);
      if (inlineData !== undefined) readInlineData(inlineData);
      calls.release(into, false);
    },
    flush(into) {
      deltas = into;
      text.end();
      calls.release(into, true);
    },
  };
}

const isEmpty = (value: JsonValue): boolean =>
  value === null ||
  (Array.isArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0);

const kinds: Readonly<Record<string, GeneratedFile['kind']>> = {
  image: 'image',
  cover: 'image',
  video: 'video',
  audio: 'audio',
  '3dmodel': 'model-3d',
};

function readFile(file: JsonObject | undefined): GeneratedFile | undefined {
  const fileId = asText(file?.['id']);
  if (fileId === undefined) return undefined;
  const mediaType = asText(file?.['mime']);
  const target = asText(file?.['target']) ?? mediaType?.split('/')[0] ?? '';
  return { fileId, kind: kinds[target] ?? 'other', ...(mediaType !== undefined && { mediaType }) };
}

function readProgress(execution: JsonObject, phase: ToolPhase): TurnDelta {
  const status = asText(execution['status']);
  const secondsLeft = asNumber(execution['seconds_left']);
  return {
    type: 'tool-progress',
    tool: toolNameOf(asText(execution['name']) ?? 'unknown'),
    status: status === undefined ? phase : (phases[status] ?? phase),
    ...(secondsLeft !== undefined && { secondsLeft }),
    ...(execution['censored'] === true && { censored: true }),
  };
}

const phases: Readonly<Record<string, ToolPhase>> = {
  success: 'success',
  completed: 'success',
  fail: 'fail',
  failed: 'fail',
  error: 'fail',
};
