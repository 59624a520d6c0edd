import { InvalidRequestError } from '../errors/api-error.ts';

/**
 * JSON text of what goes to the server.
 * @throws InvalidRequestError for what JSON has no words for (a circle, a BigInt), naming where it lies.
 */
export function toJsonText(value: unknown, name: string): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    const field = culpritIn(value, name, new Set());
    throw new InvalidRequestError(`\`${field}\` cannot be written as JSON: ${reason}.`, { field, cause });
  }
}

/** The innermost place that fails alone, or where a circle closes. */
function culpritIn(value: unknown, path: string, above: ReadonlySet<unknown>): string {
  if (typeof value !== 'object' || value === null || above.has(value)) return path;
  for (const [key, child] of Object.entries(value)) {
    if (canBeWritten(child)) continue;
    const place = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return culpritIn(child, place, new Set([...above, value]));
  }
  return path;
}

function canBeWritten(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
