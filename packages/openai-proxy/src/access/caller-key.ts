import type { GigaChatSettings } from '@gigakit/core';
import { ProxyError } from '../proxy-error.ts';

/** How a caller signs in to GigaChat, read from its own Authorization header. */
export type CallerKey = Pick<GigaChatSettings, 'credentials' | 'accessToken' | 'user' | 'password' | 'scope'>;

/** The token after `Bearer`; `undefined` when the header is missing or of another kind. */
export function bearerOf(headers: Headers): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/**
 * Reads what the caller put where an OpenAI key goes: GigaChat's authorization key, an access token, or one of the forms
 * `giga-cred-<key>[:<scope>]`, `giga-auth-<token>`, `giga-user-<user>:<password>`. `x-gigachat-scope` names the scope too.
 */
export function readCallerKey(headers: Headers): CallerKey {
  const bearer = bearerOf(headers);
  if (bearer === undefined) throw missingKey();
  const scope = scopeOf(headers.get('x-gigachat-scope') ?? undefined);
  const scoped = scope === undefined ? {} : { scope };
  if (bearer.startsWith('giga-auth-')) return { accessToken: bearer.slice('giga-auth-'.length), ...scoped };
  if (bearer.startsWith('giga-user-')) {
    const pair = bearer.slice('giga-user-'.length);
    const colon = pair.indexOf(':');
    if (colon < 1 || colon === pair.length - 1) throw missingKey();
    return { user: pair.slice(0, colon), password: pair.slice(colon + 1), ...scoped };
  }
  if (bearer.startsWith('giga-cred-')) {
    const [key = '', suffix] = bearer.slice('giga-cred-'.length).split(':');
    if (key === '') throw missingKey();
    const named = suffix === undefined ? scope : scopeOf(suffix);
    return { credentials: key, ...(named === undefined ? {} : { scope: named }) };
  }
  if (/^eyJ[\w-]*\./.test(bearer)) return { accessToken: bearer, ...scoped };
  return { credentials: bearer, ...scoped };
}

function scopeOf(scope: string | undefined): string | undefined {
  if (scope === undefined || scope === '') return undefined;
  if (/^[A-Z][A-Z0-9_]{0,63}$/.test(scope)) return scope;
  throw new ProxyError(
    'The scope must be a name such as GIGACHAT_API_PERS, GIGACHAT_API_B2B or GIGACHAT_API_CORP.',
    {
      status: 400,
      param: 'x-gigachat-scope',
    },
  );
}

const missingKey = () =>
  new ProxyError(
    'No GigaChat key. Give your authorization key where the OpenAI key goes: `Authorization: Bearer <key>`.',
    {
      status: 401,
      type: 'authentication_error',
      code: 'invalid_api_key',
      headers: { 'www-authenticate': 'Bearer' },
    },
  );
