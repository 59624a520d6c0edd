import { GigaChatError, isApiError, isInvalidRequestError, isStreamError } from '@gigakit/core';
import {
  ContextOverflowError,
  LangChainError,
  ns,
  stampRetryable,
  type LangChainErrorCodes,
} from '@langchain/core/errors';

/**
 * A failure of GigaChat as LangChain users catch it: branded, with `lc_error_code` where LangChain has a word, and
 * with the client's own error as `cause`. `name` is the cause's, such as `RateLimitError`.
 */
export class ChatGigaChatError extends ns.sub('gigachat').brand(LangChainError, 'chat') {
  override readonly name: string;
  declare readonly cause: GigaChatError;
  readonly lc_error_code: LangChainErrorCodes | undefined;
  /** HTTP status; `undefined` when the server never answered. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** Response headers, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfterMs: number | undefined;

  constructor(cause: GigaChatError) {
    super(cause.message);
    this.name = cause.name;
    this.lc_error_code = errorCode(cause);
    const evidence = isApiError(cause) ? cause : undefined;
    this.status = evidence?.status ?? (isStreamError(cause) ? cause.status : undefined);
    this.requestId = evidence?.requestId ?? (isStreamError(cause) ? cause.requestId : undefined);
    this.headers = evidence?.headers ?? {};
    this.retryAfterMs = evidence?.retryAfterMs;
    Object.defineProperty(this, 'cause', { value: cause, configurable: true, writable: true });
    stampRetryable(this, cause.isRetryable);
  }
}

/**
 * What a call rejects with. Errors that are not ours, an abort's reason above all, pass through untouched.
 * A prompt that does not fit is LangChain's own `ContextOverflowError`.
 */
export function fromGigaChatError(error: unknown): unknown {
  if (!GigaChatError.isInstance(error)) return error;
  if (!isContextOverflow(error)) return new ChatGigaChatError(error);
  const overflow = Object.assign(ContextOverflowError.fromError(error), {
    lc_error_code: 'CONTEXT_OVERFLOW' as const,
    status: isApiError(error) ? error.status : undefined,
    requestId: isApiError(error) ? error.requestId : undefined,
  });
  return stampRetryable(overflow, false);
}

/** A 413 of the chat, or a refusal that speaks of the context. A file that is too large is another matter. */
function isContextOverflow(error: GigaChatError): boolean {
  if (!isApiError(error) || error.status === undefined) return false;
  if (error.kind === 'payload-too-large') return !error.message.startsWith('files.');
  return error.kind === 'invalid-request' && aboutContext.test(error.message);
}

const aboutContext =
  /context.{0,20}(?:too (?:large|long)|exceed|overflow|limit)|(?:exceeds?|longer than|too (?:large|long) for).{0,30}context/i;

function errorCode(error: GigaChatError): LangChainErrorCodes | undefined {
  switch (error.kind) {
    case 'invalid-request':
      return isAboutToolResults(error) ? 'INVALID_TOOL_RESULTS' : 'INVALID_PROMPT_INPUT';
    case 'authentication':
    case 'permission-denied':
      return 'MODEL_AUTHENTICATION';
    case 'not-found':
      return 'MODEL_NOT_FOUND';
    case 'payload-too-large':
      return 'INVALID_PROMPT_INPUT';
    case 'rate-limit':
      return 'MODEL_RATE_LIMIT';
    default:
      return undefined;
  }
}

/** Ours names the field; the server says "every assistant function call must have a result in history" and the like. */
function isAboutToolResults(error: GigaChatError): boolean {
  if (!isInvalidRequestError(error)) return false;
  return (
    /tool.?result|toolCallId/i.test(error.field ?? '') ||
    /function (call|result)|tool.result/i.test(error.message)
  );
}
