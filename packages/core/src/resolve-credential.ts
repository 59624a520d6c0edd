import { InvalidRequestError } from './errors/index.ts';
import type { Environment } from './read-environment.ts';
import type { Credential, ResolvedTls } from './resolved-settings.ts';
import type { GigaChatSettings } from './settings.ts';
import { authorizationKey, keyOfPair } from './auth/authorization-key.ts';

interface Given {
  readonly credentials: GigaChatSettings['credentials'];
  readonly accessToken: GigaChatSettings['accessToken'];
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
}

/**
 * Chooses how to sign in. What the settings say comes before the environment as a whole: an explicit password is
 * not overruled by a key that happens to be exported. Within one place: a key, then id and secret, then user and
 * password, each with an access token to begin with; then the access token alone; then the client certificate.
 * @throws InvalidRequestError when half of a pair is missing or a secret is empty.
 * @throws AuthenticationError when an explicit key cannot be one.
 */
export function resolveCredential(
  settings: GigaChatSettings,
  tls: ResolvedTls,
  environment: Environment,
): Credential {
  checkGiven(settings);
  const fromEnvironment: Given = {
    credentials:
      environment('GIGACHAT_CREDENTIALS') ??
      environment('GIGACHAT_AUTH_KEY') ??
      environment('GIGACHAT_API_KEY'),
    accessToken: environment('GIGACHAT_ACCESS_TOKEN'),
    clientId: environment('GIGACHAT_CLIENT_ID'),
    clientSecret: environment('GIGACHAT_CLIENT_SECRET'),
    user: environment('GIGACHAT_USER'),
    password: environment('GIGACHAT_PASSWORD'),
  };
  const explicit: Given = {
    credentials: settings.credentials,
    accessToken: settings.accessToken,
    clientId: settings.clientId,
    clientSecret:
      settings.clientSecret ?? (settings.clientId === undefined ? undefined : fromEnvironment.clientSecret),
    user: settings.user,
    password: settings.password ?? (settings.user === undefined ? undefined : fromEnvironment.password),
  };
  const chosen = choose(explicit, 'explicit');
  if (chosen !== undefined) return chosen;
  if (settings.tls?.cert !== undefined || settings.tls?.certFile !== undefined)
    return { kind: 'certificate' };
  const ambient = choose(fromEnvironment, 'environment');
  if (ambient !== undefined) return ambient;
  return tls.cert !== undefined || tls.certFile !== undefined ? { kind: 'certificate' } : { kind: 'none' };
}

function choose(given: Given, place: 'explicit' | 'environment'): Credential | undefined {
  const { accessToken } = given;
  const key = keyOf(given, place);
  // A function looks after its token itself, so it stands alone.
  if (typeof accessToken === 'function') return { kind: 'token', accessToken };
  if (key !== undefined) return { kind: 'key', key, accessToken };
  const { user, password } = given;
  if (user !== undefined || password !== undefined) {
    if (user === undefined) throw missing(place, 'user', 'GIGACHAT_USER', 'password');
    if (password === undefined) throw missing(place, 'password', 'GIGACHAT_PASSWORD', 'user');
    return { kind: 'password', user, password, accessToken };
  }
  return accessToken === undefined ? undefined : { kind: 'token', accessToken };
}

function keyOf({ credentials, clientId, clientSecret }: Given, place: 'explicit' | 'environment') {
  if (credentials !== undefined) {
    // Said at the line where the mistake is, not at the first call.
    if (typeof credentials === 'string') authorizationKey(credentials);
    return credentials;
  }
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined) throw missing(place, 'clientId', 'GIGACHAT_CLIENT_ID', 'clientSecret');
  if (clientSecret === undefined) throw missing(place, 'clientSecret', 'GIGACHAT_CLIENT_SECRET', 'clientId');
  return keyOfPair(clientId, clientSecret);
}

function missing(place: 'explicit' | 'environment', field: string, variable: string, other: string) {
  const name = place === 'explicit' ? field : variable;
  return new InvalidRequestError(`\`${name}\` is missing: ${other} was given without it.`, {
    field,
    hint: `set \`${field}\` or ${variable}`,
  });
}

function checkGiven(settings: GigaChatSettings): void {
  for (const field of [
    'credentials',
    'accessToken',
    'clientId',
    'clientSecret',
    'user',
    'password',
  ] as const) {
    const value = settings[field];
    if (value === undefined) continue;
    if (typeof value !== 'string' && typeof value !== 'function') {
      throw new InvalidRequestError(`\`${field}\` must be a string.`, { field });
    }
    if (typeof value === 'string' && value.trim() === '') {
      throw new InvalidRequestError(`\`${field}\` is empty.`, {
        field,
        hint: 'leave it out to use the environment, or give the secret itself',
      });
    }
  }
}
