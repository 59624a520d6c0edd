import type { GigaChatSettings } from '@gigakit/core';

const variables = [
  'GIGACHAT_CREDENTIALS',
  'GIGACHAT_AUTH_KEY',
  'GIGACHAT_API_KEY',
  'GIGACHAT_CLIENT_ID',
  'GIGACHAT_ACCESS_TOKEN',
  'GIGACHAT_USER',
  'GIGACHAT_CERT_FILE',
];

/** Whether the settings or the environment say how to sign in. */
export function hasServerKey(settings: GigaChatSettings): boolean {
  const { credentials, clientId, accessToken, user, tls } = settings;
  if (
    [credentials, clientId, accessToken, user, tls?.cert, tls?.certFile].some((value) => value !== undefined)
  ) {
    return true;
  }
  return variables.some((name) => (process.env[name] ?? '') !== '');
}

/** The same as one value, to tell accounts apart by; it is hashed before it goes anywhere. */
export function serverKeyOf({ credentials, clientId, accessToken, user }: GigaChatSettings): string {
  const explicit = [credentials, clientId, accessToken, user].find((value) => value !== undefined);
  if (explicit !== undefined) return typeof explicit === 'string' ? explicit : 'function';
  return variables.map((name) => process.env[name] ?? '').join(' ');
}
