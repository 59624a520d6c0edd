import { isApiError, isAuthenticationError } from '@gigakit/core';
import type { Credential } from '@gigakit/core/node';
import { describeError } from '../describe-error.ts';
import { asSentence } from './as-sentence.ts';
import { failure, ok, type Cause, type Verdict } from './check-result.ts';

export interface SignInFacts {
  readonly kind: Credential['kind'];
  readonly scope: string;
  /** `sign-in`: no token was given out; `api`: the token, or whatever was used for it, was refused by the API. */
  readonly refusal: { readonly by: 'sign-in' | 'api'; readonly error: unknown } | undefined;
}

/** Judges how signing in went. */
export function checkSignIn({ kind, scope, refusal }: SignInFacts): Verdict {
  if (refusal === undefined) return ok(acceptedWords(kind, scope));
  const { message, hint = 'check the key and the scope' } = describeError(refusal.error);
  if (refusal.by === 'sign-in') return failure(causeOf(refusal.error), message, asSentence(hint));
  if (kind === 'token') {
    const isExpired = message.includes('expired');
    return failure(
      isExpired ? 'expired-token' : 'refused-token',
      isExpired ? 'The access token has expired.' : `The access token was not accepted: ${message}.`,
      'Get a new token, or set GIGACHAT_CREDENTIALS instead of GIGACHAT_ACCESS_TOKEN: then tokens renew themselves.',
    );
  }
  return failure(
    'refused-token',
    `Signing in worked, but the API does not take the token: ${message}.`,
    'Check that GIGACHAT_AUTH_URL and GIGACHAT_BASE_URL belong to the same installation.',
  );
}

function acceptedWords(kind: Credential['kind'], scope: string): string {
  switch (kind) {
    case 'key':
      return `the key is accepted for ${scope}`;
    case 'token':
      return 'the access token is accepted';
    case 'password':
      return 'the name and password are accepted';
    case 'certificate':
    case 'none':
      return 'the client certificate is accepted';
  }
}

/** The numbers that the sign-in host gives its refusals. */
function causeOf(error: unknown): Cause {
  if (!isAuthenticationError(error) || !isApiError(error)) return 'sign-in';
  switch (error.code) {
    case 1:
    case 5:
    case 7:
      return 'wrong-scope';
    case 4:
      return 'key-encoded-twice';
    case 6:
      return 'unknown-key';
    default:
      return 'sign-in';
  }
}
