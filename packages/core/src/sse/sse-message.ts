/** One Server-Sent Event. `event` is undefined where the stream names none (v1). */
export interface SseMessage {
  readonly event?: string | undefined;
  readonly data: string;
}
