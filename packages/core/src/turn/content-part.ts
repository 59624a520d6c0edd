import type { JsonObject, JsonValue } from './json.ts';

/** One piece of a message, told apart by `type`. */
export type ContentPart = TextPart | ReasoningPart | FilePart | ToolCallPart | ToolResultPart;

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

/** What a reasoning model thought before it answered. It is shown, never sent back. */
export interface ReasoningPart {
  readonly type: 'reasoning';
  readonly text: string;
}

/** A picture, document or sound: already on the server, as bytes, or at a URL (`data:` URLs included). */
export type FilePart = StoredFilePart | InlineFilePart | RemoteFilePart;

interface FilePartBase {
  readonly type: 'file';
  /** IANA type such as `image/jpeg`. Sniffed from the bytes when left out. */
  readonly mediaType?: string;
  readonly filename?: string;
}

/** A file that `files.upload` or the model itself put on the server. */
export interface StoredFilePart extends FilePartBase {
  readonly fileId: string;
  readonly data?: never;
  readonly url?: never;
}

/** Bytes the client uploads once and then sends as an id. A string is base64. */
export interface InlineFilePart extends FilePartBase {
  readonly data: FileData;
  readonly fileId?: never;
  readonly url?: never;
}

/** An address the client fetches under `attachments.remote`, then uploads. */
export interface RemoteFilePart extends FilePartBase {
  readonly url: string | URL;
  readonly fileId?: never;
  readonly data?: never;
}

/** Bytes in any shape a program is likely to hold. A string is base64. */
export type FileData =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | string;

/** A function the model asks the caller to run. */
export interface ToolCallPart {
  readonly type: 'tool-call';
  /** Unique in the conversation; for calls that GigaChat made it also carries the server's state id. */
  readonly id: string;
  readonly name: string;
  readonly input: JsonObject;
  /** What the model wrote as arguments when it is no JSON object; `input` is empty then. */
  readonly inputText?: string;
}

/** What the function returned, in answer to the call with the same id. */
export interface ToolResultPart {
  readonly type: 'tool-result';
  readonly toolCallId: string;
  /** Found from the call in the same history when left out. */
  readonly name?: string;
  readonly output: JsonValue;
  readonly isError?: boolean;
}
