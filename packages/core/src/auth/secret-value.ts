import { AuthenticationError } from '../errors/index.ts';
import type { Secret } from '../settings.ts';

/** Fetches a secret. What a function of the caller throws passes through as it is. */
export async function secretValue(secret: Secret, setting: string): Promise<string> {
  const value = typeof secret === 'function' ? await secret() : secret;
  if (typeof value !== 'string' || value.trim() === '') {
    throw new AuthenticationError(`The function given as \`${setting}\` returned no text.`, {
      hint: 'it must return the secret, or a promise of it',
    });
  }
  return value;
}
