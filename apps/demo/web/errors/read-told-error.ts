import type { ToldError } from '../../server/error-text.ts';

/** What the server told, out of an error's message; a message of another kind is kept as it is. */
export function readToldError(text: string): ToldError {
  try {
    const told: unknown = JSON.parse(text);
    if (isToldError(told)) return told;
  } catch {
    // Not the server's own words.
  }
  const isOffline = /failed to fetch|networkerror|load failed|network error/i.test(text);
  return { kind: isOffline ? 'connection' : 'other', message: isOffline ? '' : text };
}

function isToldError(value: unknown): value is ToldError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'message' in value &&
    typeof value.message === 'string'
  );
}
