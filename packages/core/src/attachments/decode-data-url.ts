import { InvalidRequestError } from '../errors/index.ts';

/** The bytes and the stated type of a `data:` URL. @throws InvalidRequestError when it cannot be read. */
export function decodeDataUrl(
  url: string,
  field: string,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string | undefined } {
  const comma = url.indexOf(',');
  if (!url.slice(0, 5).toLowerCase().startsWith('data:') || comma === -1) {
    throw new InvalidRequestError(`${field} is not a data: URL of the form data:<type>;base64,<data>.`, {
      field,
    });
  }
  const declaration = url.slice(5, comma);
  const payload = url.slice(comma + 1);
  const isBase64 = /;\s*base64\s*$/i.test(declaration);
  const stated = declaration.replace(/;\s*base64\s*$/i, '').trim();
  return {
    bytes: isBase64
      ? decodeBase64(payload.includes('%') ? decodePercent(payload, field) : payload, field)
      : new TextEncoder().encode(decodePercent(payload, field)),
    mediaType: stated === '' || stated.startsWith(';') ? undefined : stated,
  };
}

/** Standard and URL-safe base64, with or without padding and line breaks. @throws InvalidRequestError otherwise. */
export function decodeBase64(text: string, field: string): Uint8Array<ArrayBuffer> {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  try {
    const binary = atob(standard);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    throw new InvalidRequestError(`${field} is a string and must be base64; it is not.`, { field });
  }
}

function decodePercent(text: string, field: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new InvalidRequestError(`${field} holds a percent sign that begins no valid escape.`, { field });
  }
}
