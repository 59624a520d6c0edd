import { InvalidRequestError } from './errors/index.ts';

/** Where a value came from, for the sentence that refuses it. */
export interface Origin {
  readonly field: string;
  /** The variable it was read from; undefined when it was given in code. */
  readonly variable: string | undefined;
}

const refuse = ({ field, variable }: Origin, expectation: string) =>
  new InvalidRequestError(`\`${variable ?? field}\` ${expectation}.`, { field });

/** An http or https URL without a trailing slash. Secrets have no place in it. */
export function readUrl(value: unknown, origin: Origin): string {
  const url = typeof value === 'string' ? URL.parse(value.trim()) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw refuse(origin, 'must be a URL that begins with https:// or http://');
  }
  if (url.username !== '' || url.password !== '') {
    throw refuse(origin, 'must not carry a user or password; use the credential settings');
  }
  if (url.search !== '' || url.hash !== '') throw refuse(origin, 'must not have a query or a fragment');
  return url.href.replace(/\/+$/, '');
}

/** A number within bounds; text is accepted since the environment has nothing else. */
export function readNumber(
  value: unknown,
  origin: Origin,
  { above, atLeast, whole = false }: { above?: number; atLeast?: number; whole?: boolean },
): number {
  const number = typeof value === 'string' ? Number(value) : value;
  const isFine =
    typeof number === 'number' &&
    Number.isFinite(number) &&
    (above === undefined || number > above) &&
    (atLeast === undefined || number >= atLeast) &&
    (!whole || Number.isInteger(number));
  if (!isFine) {
    const bound = above === undefined ? `of at least ${atLeast}` : `above ${above}`;
    throw refuse(origin, `must be a ${whole ? 'whole ' : ''}number ${bound}`);
  }
  return number;
}

export function readBoolean(value: unknown, origin: Origin): boolean {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (['true', '1', 'yes', 'on'].includes(word)) return true;
  if (['false', '0', 'no', 'off'].includes(word)) return false;
  throw refuse(origin, 'must be true or false');
}

export function readOneOf<const T extends string>(value: unknown, origin: Origin, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw refuse(origin, `must be one of ${words.join(', ')}`);
  return found;
}

export function readText(value: unknown, origin: Origin): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw refuse(origin, 'must be a text that is not empty');
  return value;
}
