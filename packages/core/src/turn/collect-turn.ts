import type { CarryOver } from './carry-over.ts';
import type { FilePart, ReasoningPart, TextPart, ToolCallPart } from './content-part.ts';
import type { Finish } from './finish.ts';
import type { GeneratedFile } from './generated-file.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { AssistantMessage } from './message.ts';
import type { Source } from './source.ts';
import type { TurnEvent } from './turn-event.ts';
import type { TurnResult } from './turn-result.ts';
import type { Usage } from './usage.ts';
import type { Warning } from './warning.ts';

/** What a result tells about the exchange itself. */
export interface TurnExchange {
  readonly request: JsonObject;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonValue | undefined;
}

/** Folds the events of a turn into its result, as they pass. */
export interface TurnCollector {
  add(event: TurnEvent): void;
  /** The answer's text so far. */
  text(): string;
  /** What the events amount to; call it after `turn-end`. */
  result(exchange: TurnExchange): TurnResult;
}

const noUsage: Usage = {
  inputTokens: undefined,
  cachedInputTokens: undefined,
  outputTokens: undefined,
  totalTokens: undefined,
  raw: undefined,
};

export function createTurnCollector(): TurnCollector {
  let text = '';
  let reasoning = '';
  /** The text or thought of the open block; when the block ends it becomes a part, and is added to its whole. */
  let block = '';
  let isTextOpen = false;
  let model = '';
  let requestId: string | undefined;
  let createdAtMs: number | undefined;
  let warnings: readonly Warning[] = [];
  let finish: Finish = { reason: 'other', raw: undefined };
  let usage = noUsage;
  let carryOver: CarryOver = {};
  let logprobs: JsonValue[] | undefined;
  const parts: (TextPart | ReasoningPart | FilePart | ToolCallPart)[] = [];
  const toolCalls: ToolCallPart[] = [];
  const files: GeneratedFile[] = [];
  const sources: Source[] = [];
  const toolProgress: Extract<TurnEvent, { type: 'tool-progress' }>[] = [];
  const unknown: Extract<TurnEvent, { type: 'unknown' }>[] = [];

  return {
    text() {
      return isTextOpen ? text + block : text;
    },
    add(event) {
      switch (event.type) {
        case 'turn-start':
          ({ model, requestId, createdAtMs, warnings } = event);
          return;
        case 'text-start':
        case 'reasoning-start':
          block = '';
          isTextOpen = event.type === 'text-start';
          return;
        case 'text-delta':
        case 'reasoning-delta':
          block += event.text;
          return;
        case 'text-end':
          text += block;
          isTextOpen = false;
          parts.push({ type: 'text', text: block });
          return;
        case 'reasoning-end':
          reasoning += block;
          parts.push({ type: 'reasoning', text: block });
          return;
        case 'tool-call': {
          const call: ToolCallPart = {
            type: 'tool-call',
            id: event.id,
            name: event.name,
            input: event.input,
            ...(event.inputText !== undefined && { inputText: event.inputText }),
          };
          toolCalls.push(call);
          parts.push(call);
          return;
        }
        case 'file':
          files.push(event.file);
          parts.push(toFilePart(event.file));
          return;
        case 'source':
          sources.push(event.source);
          return;
        case 'logprobs':
          (logprobs ??= []).push(event.logprobs);
          return;
        case 'unknown':
          unknown.push(event);
          return;
        case 'tool-progress':
          toolProgress.push(event);
          return;
        case 'raw':
          return;
        case 'turn-end':
          ({ finish, usage, carryOver } = event);
          return;
      }
    },
    result(exchange) {
      return {
        text,
        reasoning,
        toolCalls,
        files,
        sources,
        finishReason: finish.reason,
        rawFinishReason: finish.raw,
        usage,
        model,
        createdAtMs,
        requestId,
        warnings,
        message: toMessage(parts, carryOver.toolStateId),
        carryOver,
        toolProgress,
        logprobs: logprobs?.length === 1 ? logprobs[0] : logprobs,
        unknown,
        ...exchange,
      };
    },
  };
}

function toFilePart(file: GeneratedFile): FilePart {
  // v1 states no type; the kind tells a video from a picture when the message goes back.
  const mediaType =
    file.mediaType ?? (file.kind === 'video' || file.kind === 'audio' ? `${file.kind}/*` : undefined);
  return { type: 'file', fileId: file.fileId, ...(mediaType !== undefined && { mediaType }) };
}

function toMessage(
  parts: readonly (TextPart | ReasoningPart | FilePart | ToolCallPart)[],
  toolStateId: string | undefined,
): AssistantMessage {
  const [only] = parts;
  const content = parts.length === 0 ? '' : parts.length === 1 && only?.type === 'text' ? only.text : parts;
  return { role: 'assistant', content, ...(toolStateId !== undefined && { toolStateId }) };
}
