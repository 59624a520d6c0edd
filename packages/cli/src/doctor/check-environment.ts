import { isAuthenticationError } from '@gigakit/core';
import type { Credential } from '@gigakit/core/node';
import { describeError } from '../describe-error.ts';
import { asSentence } from './as-sentence.ts';
import { failure, ok, warning, type Verdict } from './check-result.ts';

const known: ReadonlySet<string> = new Set([
  'GIGACHAT_CREDENTIALS',
  'GIGACHAT_AUTH_KEY',
  'GIGACHAT_API_KEY',
  'GIGACHAT_CLIENT_ID',
  'GIGACHAT_CLIENT_SECRET',
  'GIGACHAT_ACCESS_TOKEN',
  'GIGACHAT_USER',
  'GIGACHAT_PASSWORD',
  'GIGACHAT_SCOPE',
  'GIGACHAT_MODEL',
  'GIGACHAT_API',
  'GIGACHAT_BASE_URL',
  'GIGACHAT_BASE_URL_V2',
  'GIGACHAT_AUTH_URL',
  'GIGACHAT_CA_BUNDLE_FILE',
  'GIGACHAT_CERT_FILE',
  'GIGACHAT_KEY_FILE',
  'GIGACHAT_KEY_FILE_PASSWORD',
  'GIGACHAT_VERIFY_SSL_CERTS',
  'GIGACHAT_TIMEOUT',
  'GIGACHAT_MAX_RETRIES',
  'GIGACHAT_MAX_CONCURRENCY',
]);

const alsoRead = [
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
];

/** What the settings came to: how to sign in, or the error that says why there is no way to. */
export type SettingsOutcome =
  | { readonly credential: Credential; readonly error?: never }
  | { readonly credential?: never; readonly error: unknown };

/** Judges the variables by their names, and the key by its shape; no value is ever repeated. */
export function checkEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  outcome: SettingsOutcome,
): Verdict {
  const isSet = (name: string) => (environment[name] ?? '').trim() !== '';
  const ours = Object.keys(environment)
    .filter((name) => name.startsWith('GIGACHAT_') && isSet(name))
    .toSorted();
  const seen = [...ours.filter((name) => known.has(name)), ...alsoRead.filter(isSet)];
  const strangers = ours.filter((name) => !known.has(name));
  const found = seen.length === 0 ? 'no variables are set' : `set: ${seen.join(', ')}`;

  if (outcome.credential === undefined) return settingsVerdict(outcome.error);
  if (outcome.credential.kind === 'none') {
    const typo = strangers.length === 0 ? '' : `; ${strangers.join(', ')} is not a name that is read`;
    return failure(
      'no-key',
      `There is no key (${found}${typo}).`,
      'Set GIGACHAT_CREDENTIALS to the authorization key of your project at developers.sber.ru.',
    );
  }
  const how = `${found}; ${signInWords[outcome.credential.kind]}`;
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    return warning(
      'verification-off',
      `NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the verification of every server.`,
      'Unset NODE_TLS_REJECT_UNAUTHORIZED: GigaChat needs no such thing here.',
    );
  }
  if (strangers.length > 0) {
    return warning(
      'unknown-variable',
      `${how}; nothing reads ${strangers.join(', ')}.`,
      'Check the spelling, or leave it when another program reads it.',
    );
  }
  return ok(how);
}

const signInWords: Readonly<Record<Exclude<Credential['kind'], 'none'>, string>> = {
  key: 'the key has the shape of an authorization key',
  token: 'signs in with a ready access token, which lives 30 minutes',
  password: 'signs in by name and password',
  certificate: 'signs in with a client certificate',
};

function settingsVerdict(error: unknown): Verdict {
  const { message, hint = 'Correct the setting.' } = describeError(error);
  const fix = asSentence(hint);
  if (!isAuthenticationError(error)) return failure('bad-setting', message, fix);
  return failure(message.includes('encoded twice') ? 'key-encoded-twice' : 'bad-key', message, fix);
}
