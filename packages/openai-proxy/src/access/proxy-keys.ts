import { createHash, timingSafeEqual } from 'node:crypto';
import { ProxyError } from '../proxy-error.ts';
import { bearerOf } from './caller-key.ts';

/** Lets through who shows one of the keys. Every comparison takes the same time, whatever was shown. */
export function createKeyCheck(keys: readonly string[]): (headers: Headers) => void {
  for (const key of keys) {
    if (key.trim() === '')
      throw new TypeError('`proxyKeys` holds an empty key; leave it out or give it letters.');
  }
  const digests = keys.map(digest);
  return (headers) => {
    if (digests.length === 0) return;
    const shown = digest(bearerOf(headers) ?? headers.get('x-api-key') ?? '');
    let isKnown = false;
    for (const known of digests) if (timingSafeEqual(known, shown)) isKnown = true;
    if (!isKnown) throw wrongKey();
  };
}

const digest = (key: string) => createHash('sha256').update(key).digest();

const wrongKey = () =>
  new ProxyError('The API key is missing or wrong. This proxy takes the key that its operator gave you.', {
    status: 401,
    type: 'authentication_error',
    code: 'invalid_api_key',
    headers: { 'www-authenticate': 'Bearer' },
  });
