import type { CarryOver } from './carry-over.ts';
import type { Finish } from './finish.ts';
import type { GeneratedFile } from './generated-file.ts';
import type { JsonObject, JsonValue } from './json.ts';
import type { Source } from './source.ts';
import type { BuiltInToolName } from './tool.ts';
import type { Usage } from './usage.ts';

/** What a dialect makes of the wire: pieces in order, with no open or close. */
export type TurnDelta =
  | { readonly type: 'model'; readonly model: string; readonly createdAt: number | undefined }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | {
      readonly type: 'tool-call';
      readonly id: string;
      readonly name: string;
      readonly input: JsonObject;
      /** What the model wrote as arguments when it is no JSON object; `input` is empty then. */
      readonly inputText?: string;
    }
  | {
      readonly type: 'tool-progress';
      /** A built-in by its `type`, as `image-generation`, whichever generation ran it; else the server's own word. */
      readonly tool: BuiltInToolName | (string & {});
      readonly status: 'running' | 'success' | 'fail';
      readonly secondsLeft?: number;
      readonly censored?: boolean;
    }
  | { readonly type: 'file'; readonly file: GeneratedFile }
  | { readonly type: 'source'; readonly source: Source }
  | { readonly type: 'logprobs'; readonly logprobs: JsonValue }
  | { readonly type: 'unknown'; readonly name: string; readonly data: JsonValue }
  | { readonly type: 'raw'; readonly value: JsonValue }
  | {
      readonly type: 'end';
      readonly finish: Finish;
      readonly usage: Usage;
      readonly carryOver: CarryOver;
    };
