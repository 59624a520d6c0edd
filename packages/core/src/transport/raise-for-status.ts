import { apiErrorOf } from '../errors/api-error-of.ts';
import type { SendStep } from './send.ts';

/** Lets 2xx pass and turns everything else into an `ApiError` that says what happened and what to do. */
export const raiseForStatus: SendStep = (next) => async (request) => {
  const response = await next(request);
  if (response.status >= 200 && response.status < 300) return response;
  // A refusal whose text breaks off is still that refusal.
  const bodyText = await response.text().catch(() => '');
  request.signal?.throwIfAborted();
  const { url, operation } = request;
  throw apiErrorOf({ url, operation, status: response.status, headers: response.headers, bodyText });
};
