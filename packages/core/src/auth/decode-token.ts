import { AuthenticationError } from '../errors/index.ts';
import type { AccessToken } from './token-source.ts';

/** Values below are seconds: `expires_at` of OAuth counts milliseconds, `exp` of `/token` seconds. */
const secondsBelow = 1e12;

/** Reads both token shapes: `{access_token, expires_at}` and `{tok, exp}`. */
export function decodeToken(text: string, url: string): AccessToken {
  const body = parse(text);
  const value = stringIn(body, 'access_token') ?? stringIn(body, 'tok');
  if (value === undefined || value === '') {
    const { host } = new URL(url);
    throw new AuthenticationError(`${host} answered the sign-in with 200, but without an access token.`, {
      status: 200,
      hint: 'check `authUrl`: something else seems to answer there',
    });
  }
  const expires = numberIn(body, 'expires_at') ?? numberIn(body, 'exp');
  return {
    value,
    expiresAtMs: expires === undefined ? undefined : expires < secondsBelow ? expires * 1000 : expires,
  };
}

function parse(text: string): object {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}

const fieldIn = (body: object, name: string): unknown => Object.getOwnPropertyDescriptor(body, name)?.value;

function stringIn(body: object, name: string): string | undefined {
  const value = fieldIn(body, name);
  return typeof value === 'string' ? value : undefined;
}

function numberIn(body: object, name: string): number | undefined {
  const value = Number(fieldIn(body, name) ?? NaN);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}
