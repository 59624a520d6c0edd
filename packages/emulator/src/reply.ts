/** What a test tells the emulator to say, told apart by `type`. */
export type Reply = AnswerReply | ErrorReply | RawReply;

/** An ordinary answer, rendered in whichever generation and framing the request asked for. */
export interface AnswerReply {
  readonly type: 'answer';
  /** An array is one stream chunk per item; a string is cut by the emulator's granularity. */
  readonly text?: string | readonly string[];
  readonly reasoning?: string | readonly string[];
  /** v1 has room for one call; more than one is an error there. */
  readonly calls?: readonly ScriptedCall[];
  /** Built-in tools that ran on the server before the text; progress events are streamed for each. */
  readonly builtIns?: readonly ScriptedBuiltIn[];
  /** Pictures drawn into the answer: a tag in v1, a `files` part in v2. The bytes are stored and downloadable. */
  readonly images?: readonly ScriptedImage[];
  readonly sources?: readonly { readonly url: string; readonly title?: string }[];
  /** The server's own word. Worked out from the rest when left out: `stop` or `function_call`. */
  readonly finishReason?: string;
  readonly usage?: ScriptedUsage;
  readonly model?: string;
  readonly faults?: readonly Fault[];
}

export interface ScriptedCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** `functions_state_id` / `tools_state_id`; made by the emulator when left out, absent when `null`. */
  readonly stateId?: string | null;
}

export interface ScriptedBuiltIn {
  readonly name:
    | 'text2image'
    | 'text2model3d'
    | 'web_search'
    | 'url_content_extraction'
    | 'image_generate'
    | 'code_interpreter'
    | 'model_3d_generate'
    | (string & {});
  readonly secondsLeft?: readonly number[];
  readonly status?: 'success' | 'fail';
  readonly censored?: boolean;
}

export interface ScriptedImage {
  /** A picture drawn from this prompt when no bytes are given. */
  readonly prompt?: string;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
}

export interface ScriptedUsage {
  /** Not counting cached ones, as v1 reports it. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens?: number;
}

/** A refusal with the API's own shape. */
export interface ErrorReply {
  readonly type: 'error';
  readonly status: number;
  readonly message: string;
  /** OAuth refusals carry a number in place of the status. */
  readonly code?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
}

/** Bytes as they are: HTML of a gateway, a malformed frame, a recording. */
export interface RawReply {
  readonly type: 'raw';
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An array is sent as separate network chunks. */
  readonly body: string | Uint8Array | readonly (string | Uint8Array)[];
  readonly faults?: readonly Fault[];
}

/** What goes wrong with an answer, told apart by `type`. */
export type Fault =
  /** Waits before the headers. */
  | { readonly type: 'delay'; readonly ms: number }
  /** Never answers; ends when the client leaves. With `afterBytes`, stalls in the middle of the body. */
  | { readonly type: 'hang'; readonly afterBytes?: number }
  /** Breaks the connection after that many bytes of the body, mid-character if it falls so. */
  | { readonly type: 'cut'; readonly afterBytes: number }
  /** Ends the body cleanly after that many bytes: no error on the socket, no terminator in the stream. */
  | { readonly type: 'end-early'; readonly afterBytes: number }
  /** Network chunks of this size, one every `everyMs`. */
  | { readonly type: 'slow'; readonly chunkBytes: number; readonly everyMs?: number }
  /** Leaves out `[DONE]`. */
  | { readonly type: 'no-done' }
  /** CRLF line ends. */
  | { readonly type: 'crlf' }
  /** Answers 200 and puts this error where the next event would be. */
  | {
      readonly type: 'error-event';
      readonly status: number;
      readonly message: string;
      readonly afterEvents?: number;
    };
