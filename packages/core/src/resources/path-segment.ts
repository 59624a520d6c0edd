import { InvalidRequestError } from '../errors/index.ts';

// What a URL parser or a gateway may read as a path separator or drop, and halves of surrogate pairs.
const forbidden = /[\p{Cc}\p{Cs}/\\]/u;

/**
 * An id as one part of a path. Ids come from users and models; one such as `../models` must never reach
 * another endpoint, so whatever could leave its place is refused rather than encoded.
 * @throws InvalidRequestError when the id is empty, a dot segment, or holds a slash or a control character.
 */
export function pathSegment(id: string, field: string): string {
  if (typeof id !== 'string' || id.trim() === '') {
    throw new InvalidRequestError(`${field} is empty; give the id that the server returned.`, { field });
  }
  // A gateway may decode once before it routes: what hides behind %2F or %2e%2e is judged as well.
  for (const reading of [id, decodeLeniently(id)]) {
    if (reading === '.' || reading === '..' || forbidden.test(reading)) {
      throw new InvalidRequestError(
        `${field} is not an id: it may hold no slash, backslash, control character or dot segment.`,
        { field },
      );
    }
  }
  return encodeURIComponent(id);
}

function decodeLeniently(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
