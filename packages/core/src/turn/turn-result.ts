import type { CarryOver } from './carry-over.ts';
import type { ToolCallPart } from './content-part.ts';
import type { FinishReason } from './finish.ts';
import type { GeneratedFile } from './generated-file.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { AssistantMessage } from './message.ts';
import type { Source } from './source.ts';
import type { TurnEvent } from './turn-event.ts';
import type { Usage } from './usage.ts';
import type { Warning } from './warning.ts';

/** A finished turn. */
export interface TurnResult {
  /** The answer's text, without reasoning and without image tags. */
  readonly text: string;
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCallPart[];
  readonly files: readonly GeneratedFile[];
  readonly sources: readonly Source[];
  readonly finishReason: FinishReason;
  /** The server's own word for `finishReason`. */
  readonly rawFinishReason: string | undefined;
  readonly usage: Usage;
  /** `id:version` as the server states it. */
  readonly model: string;
  readonly createdAtMs: number | undefined;
  /** `x-request-id`: what support asks for. */
  readonly requestId: string | undefined;
  readonly warnings: readonly Warning[];
  /** The assistant message, ready to go back into `messages`. */
  readonly message: AssistantMessage;
  readonly carryOver: CarryOver;
  readonly logprobs: JsonValue | undefined;
  /** What built-in tools reported while they ran, in order. */
  readonly toolProgress: readonly Extract<TurnEvent, { type: 'tool-progress' }>[];
  /** Events that this version does not know, kept as they came. */
  readonly unknown: readonly Extract<TurnEvent, { type: 'unknown' }>[];
  /** The JSON body that was sent. */
  readonly request: JsonObject;
  /** Response headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON body that was received; `undefined` for a streamed turn. */
  readonly body: JsonValue | undefined;
}
