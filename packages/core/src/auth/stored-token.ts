/** A token as it lies in a store: JSON text, or the same already parsed by a store that knows JSON. */
export interface StoredToken {
  readonly value: string;
  readonly expiresAtMs: number;
}

/** Undefined for anything else that may lie there. */
export function readStoredToken(stored: unknown): StoredToken | undefined {
  const value = typeof stored === 'string' ? parse(stored) : stored;
  return typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'string' &&
    'expiresAtMs' in value &&
    typeof value.expiresAtMs === 'number'
    ? { value: value.value, expiresAtMs: value.expiresAtMs }
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
