import type { ChatUsage } from './chat-completions/openai-types.ts';
import type { Exchange } from './exchange.ts';

interface AnswerNote {
  /** `id:version` as the server states it. */
  readonly answeredBy?: string | undefined;
  readonly usage?: Pick<ChatUsage, 'prompt_tokens' | 'completion_tokens'> | undefined;
  /** Headers of GigaChat's answer. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Keeps for the log what the answer tells about itself, and passes GigaChat's own ids on to the caller. */
export function noteAnswer({ headers, record }: Exchange, note: AnswerNote): void {
  if (note.answeredBy !== undefined && note.answeredBy !== '') {
    record.answeredBy = note.answeredBy;
    headers.set('x-gigachat-model', note.answeredBy.replaceAll(/[^\x20-\x7e]/g, '?'));
  }
  if (note.usage !== undefined) {
    record.inputTokens = note.usage.prompt_tokens;
    record.outputTokens = note.usage.completion_tokens;
  }
  for (const [from, to] of [
    ['x-request-id', 'x-gigachat-request-id'],
    ['x-session-id', 'x-gigachat-session-id'],
  ] as const) {
    const value = note.headers?.[from];
    if (value !== undefined) headers.set(to, value);
  }
}
