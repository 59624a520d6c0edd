import type { CallOptions } from '@gigakit/core';
import { VERSION } from '../version.ts';

/** What a call of any kind may say beside its content. */
export interface CallSettings {
  readonly abortSignal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly requestId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

const ownUserAgent = `gigakit-ai-sdk/${VERSION}`;

/** Options for the client: no retries of its own, since `ai` retries; and who is calling. */
export function toCallOptions(settings: CallSettings): CallOptions {
  const { abortSignal, headers, ...rest } = settings;
  return { ...rest, signal: abortSignal, maxRetries: 0, headers: withUserAgent(headers) };
}

/** `ai` puts its own name into `user-agent` of some calls, in any letter case; ours is added after it. */
function withUserAgent(headers: CallSettings['headers']): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) sent[name.toLowerCase()] = value;
  }
  const callers = sent['user-agent'];
  sent['user-agent'] = callers === undefined ? ownUserAgent : `${callers} ${ownUserAgent}`;
  return sent;
}
