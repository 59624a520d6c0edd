import type { ClientEvent } from '../settings.ts';
import type { SendStep } from './send.ts';

/** Reports every request that leaves and every answer that begins; innermost, so replays show too. */
export const withEvents =
  (emit: (event: ClientEvent) => void): SendStep =>
  (next) =>
  async (request) => {
    const { operation, method, attempt = 1 } = request;
    const startedAt = performance.now();
    emit({ type: 'request', operation, method, url: request.url, attempt });
    const response = await next(request);
    emit({
      type: 'response',
      operation,
      status: response.status,
      attempt,
      durationMs: performance.now() - startedAt,
      requestId: response.headers['x-request-id'],
    });
    return response;
  };
