import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, ServerError } from '../errors/index.ts';
import { readErrorBody } from '../errors/read-error-body.ts';
import type { ResolvedSettings } from '../resolved-settings.ts';
import type { ClientEvent } from '../settings.ts';
import type { HttpResponse, Send } from '../transport/send.ts';
import type { JsonValue } from '../turn/json.ts';
import type { ApiCall, ApiContext } from './client-context.ts';

type ContextSettings = Pick<
  ResolvedSettings,
  'api' | 'baseUrl' | 'baseUrlV2' | 'maxConcurrency' | 'model' | 'profanityCheck' | 'sessionId'
>;

/** Gives resources the way to the server without anything secret in it. */
export function createApiContext(
  settings: ContextSettings,
  send: Send,
  emit: (event: ClientEvent) => void,
): ApiContext {
  const request = (call: ApiCall, options: CallOptions = {}): Promise<HttpResponse> =>
    send({
      operation: call.operation,
      method: call.method,
      url: urlOf(call, settings),
      headers: headersOf(call, options, settings.sessionId),
      body: call.body,
      signal: options.signal,
      timeoutMs: checkedTimeout(options.timeoutMs),
      maxRetries: options.maxRetries,
      isRepeatable: call.isRepeatable,
    });

  return {
    defaults: { model: settings.model, profanityCheck: settings.profanityCheck },
    maxConcurrency: settings.maxConcurrency,
    emit,
    request,
    requestJson: async (call, options) => {
      const response = await request(call, options);
      return { body: readJson(await response.text(), response, call), headers: response.headers };
    },
  };
}

function checkedTimeout(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs === undefined || timeoutMs > 0) return timeoutMs;
  throw new InvalidRequestError('`timeoutMs` must be a number of milliseconds above 0.', {
    field: 'timeoutMs',
  });
}

function urlOf(call: ApiCall, settings: ContextSettings): string {
  const base = call.api === 'v2' ? settings.baseUrlV2 : settings.baseUrl;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `${base}${call.path}${query.size === 0 ? '' : `?${query.toString()}`}`;
}

function headersOf(
  call: ApiCall,
  options: CallOptions,
  defaultSessionId: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = { accept: call.accept ?? 'application/json' };
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) return;
    if (/[\r\n\0]/.test(value)) {
      throw new InvalidRequestError(`The value of the header ${name} must be one line of text.`, {
        field: `headers.${name}`,
      });
    }
    headers[name] = value;
  };
  set('content-type', call.contentType);
  set('x-session-id', options.sessionId ?? defaultSessionId);
  set('x-request-id', options.requestId);
  set('x-client-id', options.clientId);
  for (const [name, value] of Object.entries(options.headers ?? {})) set(name.toLowerCase(), value);
  return headers;
}

function readJson(text: string, { status, headers }: HttpResponse, { operation }: ApiCall): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    const { message, body } = readErrorBody(text);
    throw new ServerError(`${operation}: the answer is not JSON but ${message ?? 'empty'}.`, {
      status,
      headers,
      body,
      requestId: headers['x-request-id'],
      hint: 'something between here and GigaChat seems to answer in its place: check `baseUrl` and proxies',
    });
  }
}
