import { apiErrorOf } from '../errors/api-error-of.ts';
import type { HttpResponse, SendStep } from './send.ts';

/** Lets 2xx pass and turns everything else into an `ApiError` that says what happened and what to do. */
export const raiseForStatus: SendStep = (next) => async (request) => {
  const response = await next(request);
  const { status, headers } = response;
  if (status >= 200 && status < 300) return response;
  // A refusal whose text breaks off is still that refusal.
  const bodyText = await startOf(response).catch(() => '');
  request.signal?.throwIfAborted();
  const { url, operation } = request;
  throw apiErrorOf({ url, operation, status, headers, bodyText });
};

/** Enough for any error, whatever a gateway pours out. */
const maxBytes = 65_536;

async function startOf({ body }: HttpResponse): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    length += chunk.byteLength;
    if (length > maxBytes) break;
  }
  return text + decoder.decode();
}
