import type { CallOptions } from '@gigakit/core';
import type { AccountLease } from './access/account-pool.ts';
import type { Exchange } from './exchange.ts';
import { fromGigaChatError } from './from-gigachat-error.ts';
import { maskSecrets } from './mask-secrets.ts';
import type { ProxyError } from './proxy-error.ts';
import type { ProxyConfig } from './proxy-config.ts';
import type { RequestRecord } from './proxy-options.ts';
import { callerLeft } from './respond-with-events.ts';
import type { Route } from './routes.ts';

export interface OpenExchange {
  /** Settles when the answer has gone out whole, or has failed. */
  readonly ended: Promise<void>;
  onEnd(listener: (record: RequestRecord) => void): void;
  abort(reason: unknown): void;
  answer(admit: () => AccountLease): Promise<Response>;
}

interface Opening {
  readonly request: Request;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly config: ProxyConfig;
}

/** From the request to the last byte of its answer: one record, one signal, one place where errors become answers. */
export function openExchange({ request, route, params, config }: Opening): OpenExchange {
  const startedAt = performance.now();
  const requestId = safeText(request.headers.get('x-request-id')) ?? crypto.randomUUID();
  const controller = new AbortController();
  const onAbort = () => controller.abort(callerLeft());
  if (request.signal.aborted) onAbort();
  else request.signal.addEventListener('abort', onAbort, { once: true });

  const listeners: ((record: RequestRecord) => void)[] = [];
  const ended = Promise.withResolvers<void>();
  const headers = new Headers({ 'x-request-id': requestId });
  const record: Exchange['record'] = {
    requestId,
    method: request.method,
    route: route.path,
    status: 0,
    model: undefined,
    answeredBy: undefined,
    durationMs: 0,
    inputTokens: undefined,
    outputTokens: undefined,
    outcome: 'done',
    errorCode: undefined,
    errorDetail: undefined,
  };
  let lease: AccountLease | undefined;
  let isHeldOpen = false;
  let isEnded = false;

  const end = (outcome: RequestRecord['outcome']) => {
    if (isEnded) return;
    isEnded = true;
    request.signal.removeEventListener('abort', onAbort);
    lease?.release();
    record.outcome = outcome;
    record.durationMs = Math.round(performance.now() - startedAt);
    for (const listener of listeners) listener(record);
    ended.resolve();
  };

  const refuse = (error: unknown): Response => {
    const told = fromGigaChatError(error, lease?.account.keyOwner ?? 'caller');
    const hasLeft = request.signal.aborted && controller.signal.reason === error;
    // 499 is what servers log for a caller who did not wait; nobody reads this answer.
    record.status = hasLeft ? 499 : told.status;
    record.errorCode = hasLeft ? undefined : (told.code ?? told.type);
    if (!hasLeft && told.status >= 500) record.errorDetail = detailOf(told);
    end(hasLeft ? 'cancelled' : 'failed');
    return withHeaders(Response.json(told.body, { status: record.status }), headers, told.headers);
  };

  return {
    ended: ended.promise,
    onEnd: (listener) => listeners.push(listener),
    abort: (reason) => controller.abort(reason),
    async answer(admit) {
      try {
        lease = admit();
        const { account } = lease;
        const response = await route.handle({
          request,
          params,
          config,
          account,
          client: account.client,
          signal: controller.signal,
          callOptions: callOptionsOf(request.headers, requestId, controller.signal),
          headers,
          record,
          abort: (reason) => controller.abort(reason),
          holdOpen: () => {
            isHeldOpen = true;
            return end;
          },
        });
        record.status = response.status;
        if (!isHeldOpen) end('done');
        return withHeaders(response, headers, {});
      } catch (error) {
        return refuse(error);
      }
    },
  };
}

/** Nothing of the caller's headers goes to GigaChat but these, checked. */
function callOptionsOf(headers: Headers, requestId: string, signal: AbortSignal): CallOptions {
  const sessionId = safeText(headers.get('x-session-id'));
  const clientId = safeText(headers.get('x-client-id'));
  // A client that is repeating already would have every one of its attempts multiplied.
  const isRepeat = Number(headers.get('x-stainless-retry-count') ?? 0) > 0;
  return {
    signal,
    requestId,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(isRepeat ? { maxRetries: 0 } : {}),
  };
}

const safeText = (text: string | null): string | undefined =>
  text !== null && /^[\w.:-]{1,128}$/.test(text) ? text : undefined;

function withHeaders(response: Response, shared: Headers, own: Readonly<Record<string, string>>): Response {
  for (const [name, value] of shared) response.headers.set(name, value);
  for (const [name, value] of Object.entries(own)) response.headers.set(name, value);
  return response;
}

function detailOf(error: ProxyError): string {
  const cause = error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : error.message;
  return maskSecrets(cause);
}
