import type { Exchange } from './exchange.ts';
import type { Profile } from './state/models.ts';

const publicHost = {
  Server: 'SynGX',
  Allow: 'GET, POST',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Headers': 'Origin, X-Requested-With, Content-Type, Accept, Authorization',
  'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
  'Access-Control-Allow-Origin': 'https://beta.saluteai.sberdevices.ru',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
} as const;

/** Absent from 404 answers of the public host. */
const found = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-XSS-Protection': '1; mode=block',
} as const;

const signIn = {
  Server: 'SynGX',
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
  'X-Content-Type-Options': 'nosniff',
  // The service and the proxy in front of it each add one.
  'X-Frame-Options': 'DENY, SAMEORIGIN',
  'X-XSS-Protection': '1; mode=block',
} as const;

/** What the profile's host puts on every answer, beside what the answer says itself. */
export function answerHeaders(
  profile: Profile,
  exchange: Pick<Exchange, 'requestId' | 'sessionId' | 'clientId' | 'entry'>,
  status: number,
): Record<string, string> {
  if (exchange.entry.endpoint === 'oauth') return { ...signIn };
  const ids = {
    'X-Request-Id': exchange.requestId,
    'X-Session-Id': exchange.sessionId,
    ...(exchange.clientId === undefined ? {} : { 'X-Client-Id': exchange.clientId }),
  };
  if (profile === 'internal') return { Server: 'nginx', ...ids };
  return { ...publicHost, ...ids, ...(status === 404 ? {} : found) };
}
