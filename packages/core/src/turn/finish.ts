export type FinishReason = 'stop' | 'length' | 'tool-calls' | 'content-filter' | 'error' | 'other';

/** Why the turn ended: our word and the server's own. */
export interface Finish {
  readonly reason: FinishReason;
  /** `stop`, `blacklist`, `function_call`, … or `undefined` when the server gave none. */
  readonly raw: string | undefined;
}
