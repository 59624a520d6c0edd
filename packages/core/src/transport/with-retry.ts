import { isApiError } from '../errors/index.ts';
import type { ResolvedRetry } from '../resolved-settings.ts';
import type { ClientEvent } from '../settings.ts';
import { isRetryable } from './is-retryable.ts';
import { retryDelay } from './retry-delay.ts';
import type { SendStep } from './send.ts';
import { sleep } from './sleep.ts';

/** Sends again while that may help. It ends where the headers arrive: a body that began is never asked for twice. */
export const withRetry =
  (policy: ResolvedRetry, emit: (event: ClientEvent) => void): SendStep =>
  (next) =>
  async (request) => {
    const maxRetries = request.maxRetries ?? policy.maxRetries;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next({ ...request, attempt });
      } catch (error) {
        if (attempt > maxRetries || request.signal?.aborted === true) throw error;
        const retryable =
          policy.isRetryable?.(error, attempt) ?? isRetryable(error, request.isRepeatable ?? true);
        if (!retryable) throw error;
        const delayMs =
          policy.delayMs?.(attempt, error) ??
          retryDelay(attempt, isApiError(error) ? error.retryAfterMs : undefined, policy);
        if (delayMs === undefined) throw error;
        emit({
          type: 'retry',
          operation: request.operation,
          attempt,
          delayMs,
          error: error instanceof Error ? error : new Error(String(error)),
        });
        await sleep(delayMs, request.signal);
      }
    }
  };
