import { ConnectionError } from '../errors/index.ts';
import { connectionHint } from './connection-hint.ts';
import type { HttpRequest } from './send.ts';

/** Puts what the system said into words: which host, which code, what to do. The URL's query is left out. */
export function connectionErrorOf(error: unknown, request: Pick<HttpRequest, 'url'>): ConnectionError {
  if (error instanceof ConnectionError) return error;
  const { code, message } = systemWords(error);
  const { host } = new URL(request.url);
  return new ConnectionError(
    `Could not reach ${host}: ${code === undefined ? message : describe(code, message)}`,
    {
      cause: error,
      code,
      hint: code === undefined ? undefined : connectionHint(code, host),
    },
  );
}

const describe = (code: string, message: string) =>
  message.includes(code) ? message : `${message} [${code}]`;

/** `fetch` hides the code one or two causes down; several addresses tried in vain make an AggregateError. */
function systemWords(error: unknown): { code: string | undefined; message: string } {
  let message = error instanceof Error ? error.message : String(error);
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current.message !== '') message = current.message;
    if ('code' in current && typeof current.code === 'string') return { code: current.code, message };
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return { code: undefined, message };
}
