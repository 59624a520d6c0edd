import { ConnectionError, GigaChatError } from '../errors/index.ts';
import { connectionHint } from './connection-hint.ts';
import type { HttpRequest } from './send.ts';

/**
 * Puts what the system said into words: which host, which code, what to do. Errors of our own pass as they are.
 * `phase` tells an answer that never came from one that broke off.
 */
export function connectionErrorOf(
  error: unknown,
  { url }: Pick<HttpRequest, 'url'>,
  phase: 'connect' | 'body',
  engine: 'undici' | 'fetch',
): GigaChatError {
  if (error instanceof GigaChatError) return error;
  const { code, message } = systemWords(error);
  const { host } = new URL(url);
  const words = code === undefined || message.includes(code) ? message : `${message} [${code}]`;
  const what = phase === 'connect' ? `Could not reach ${host}` : `The connection to ${host} broke off`;
  return new ConnectionError(`${what}: ${words}`, {
    cause: error,
    code,
    hint: code === undefined ? undefined : connectionHint(code, host, engine),
    isRetryable: code === undefined || !isAboutCertificates(code),
  });
}

/** Such a connection fails the same way a second later. */
const isAboutCertificates = (code: string) => /CERT|ERR_TLS|VERIFY_LEAF|ERR_SSL|UNKNOWN_ISSUER/.test(code);

/** `fetch` hides the code one or two causes down; several addresses tried in vain make an AggregateError. */
function systemWords(error: unknown): { code: string | undefined; message: string } {
  let message = error instanceof Error ? error.message : String(error);
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current.message !== '') message = current.message;
    if ('code' in current && typeof current.code === 'string') return { code: current.code, message };
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  // Deno says it in words alone.
  return { code: message.includes('UnknownIssuer') ? 'UNKNOWN_ISSUER' : undefined, message };
}
