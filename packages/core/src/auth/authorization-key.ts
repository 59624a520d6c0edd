import { AuthenticationError } from '../errors/index.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const pair = /^[\x21-\x39\x3b-\x7e]+:[\x21-\x7e]+$/;

/**
 * The authorization key as the server wants it: base64 of `client_id:client_secret`. Takes what people paste:
 * with `Basic ` before it, quotes around it, spaces and line breaks inside, the URL-safe alphabet, or the bare pair.
 * @throws AuthenticationError that says what was pasted in place of a key. It never quotes it.
 */
export function authorizationKey(pasted: string): string {
  const text = pasted
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^Basic\s+/i, '')
    .replace(/\s+/g, '');
  if (text === '') throw refuse('`credentials` is empty', 'copy the authorization key from the portal');
  if (uuid.test(text)) {
    throw refuse(
      '`credentials` holds one UUID: a client id or a client secret alone',
      'give the authorization key of the portal, or both `clientId` and `clientSecret`',
    );
  }
  if (/^(Bearer)?eyJ/.test(text) && text.includes('.')) {
    throw refuse(
      '`credentials` holds an access token',
      'give it as `accessToken`, or give the authorization key here',
    );
  }
  if (pair.test(text)) return btoa(text);

  const key = text.replaceAll('-', '+').replaceAll('_', '/').replaceAll('%3D', '=');
  const decoded = decodeBase64(key);
  if (decoded === undefined) {
    throw refuse(
      '`credentials` is not base64, so it is no authorization key',
      'copy the whole key from the portal; it often ends in = signs',
    );
  }
  if (decoded.includes(':')) return key;
  if (decodeBase64(decoded.trim())?.includes(':') === true) {
    throw refuse(
      '`credentials` is encoded twice: the key of the portal is base64 already',
      'pass it as it is, without encoding it again',
    );
  }
  throw refuse(
    '`credentials` decodes, but not to `client_id:client_secret`',
    'copy the whole authorization key from the portal, or give `clientId` and `clientSecret`',
  );
}

/** The key of a pair. */
export function keyOfPair(clientId: string, clientSecret: string): string {
  return btoa(`${clientId.trim()}:${clientSecret.trim()}`);
}

function decodeBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

const refuse = (message: string, hint: string) => new AuthenticationError(`${message}.`, { hint });
