import { maskSecrets } from './mask-secrets.ts';

export interface ErrorBody {
  /** The server's own sentence. */
  readonly message: string | undefined;
  /** Of OAuth refusals: 1, 4, 5, 6 or 7. */
  readonly code: number | undefined;
  /** Parsed JSON, else the text, else undefined; cut to 4 000 characters. */
  readonly body: unknown;
}

const maxCharacters = 4000;

/** Three shapes are met: `{status, message}` of the API, `{code, message}` of OAuth, and HTML of gateways. */
export function readErrorBody(text: string): ErrorBody {
  const masked = maskSecrets(text).trim();
  const cut = masked.length > maxCharacters ? `${masked.slice(0, maxCharacters)}…` : masked;
  if (cut === '') return { message: undefined, code: undefined, body: undefined };
  const json = masked.length > maxCharacters ? undefined : parse(masked);
  if (json !== undefined) return { message: messageOf(json), code: codeOf(json), body: json };
  if (/^(<!doctype|<html|<head)/i.test(cut)) {
    return { message: titleOf(masked) ?? 'an HTML page', code: undefined, body: cut };
  }
  return { message: cut.length > 200 ? `${cut.slice(0, 200)}…` : cut, code: undefined, body: cut };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(json: unknown): string | undefined {
  if (typeof json === 'string') return json === '' ? undefined : json;
  if (typeof json !== 'object' || json === null) return undefined;
  if ('message' in json && typeof json.message === 'string' && json.message !== '') return json.message;
  // OpenAI-shaped gateways nest it.
  if ('error' in json) return messageOf(json.error);
  if ('detail' in json) return messageOf(json.detail);
  return undefined;
}

const codeOf = (json: unknown): number | undefined =>
  typeof json === 'object' && json !== null && 'code' in json && typeof json.code === 'number'
    ? json.code
    : undefined;

function titleOf(html: string): string | undefined {
  const title = /<(?:title|h1)[^>]*>([^<]*)</i.exec(html)?.[1]?.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? undefined : title.slice(0, 200);
}
