import type { HttpRequest, Send } from '../transport/send.ts';
import type { GigaChatScope } from '../settings.ts';
import { decodeToken } from './decode-token.ts';
import { tokenRequestError } from './token-request-error.ts';
import type { AccessToken } from './token-source.ts';

/** Trades an authorization key for an access token. */
export function fetchOauthToken(
  send: Send,
  { authUrl, scope, key }: { authUrl: string; scope: GigaChatScope; key: string },
  signal: AbortSignal,
): Promise<AccessToken> {
  return requestToken(send, scope, {
    operation: 'oauth',
    method: 'POST',
    url: authUrl,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${key}`,
      'content-type': 'application/x-www-form-urlencoded',
      rquid: crypto.randomUUID(),
    },
    body: { kind: 'text', text: new URLSearchParams({ scope }).toString() },
    signal,
  });
}

/** Trades a user's name and password for an access token; corporate stands have this. */
export function fetchPasswordToken(
  send: Send,
  { baseUrl, user, password }: { baseUrl: string; user: string; password: string },
  signal: AbortSignal,
): Promise<AccessToken> {
  return requestToken(send, undefined, {
    operation: 'token',
    method: 'POST',
    url: `${baseUrl}/token`,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${encodeUtf8Pair(user, password)}`,
      'content-length': '0',
    },
    signal,
  });
}

async function requestToken(
  send: Send,
  scope: GigaChatScope | undefined,
  request: HttpRequest,
): Promise<AccessToken> {
  const response = await send(request);
  const text = await response.text();
  if (response.status >= 200 && response.status < 300) return decodeToken(text, request.url);
  const { url, operation } = request;
  throw tokenRequestError(
    { url, operation, status: response.status, headers: response.headers, bodyText: text },
    scope,
  );
}

/** `btoa` takes Latin-1 only, and passwords may be Cyrillic. */
const encodeUtf8Pair = (user: string, password: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)));
