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
  const stated = declaration.replace(/;\s*base64\s*$/i, '').trim();
  const bytes = decodePercent(payload);
  return {
    bytes: stated === declaration.trim() ? bytes : decodeBase64(new TextDecoder().decode(bytes), field),
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

/** Byte by byte, since what is escaped need not be text. A percent sign that begins no escape stands for itself. */
function decodePercent(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  if (!text.includes('%')) return bytes;
  let length = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const escaped = bytes[index] === percent ? readHex(bytes[index + 1], bytes[index + 2]) : undefined;
    bytes[length] = escaped ?? bytes[index] ?? 0;
    if (escaped !== undefined) index += 2;
    length += 1;
  }
  return bytes.subarray(0, length);
}

const percent = 0x25;

function readHex(high: number | undefined, low: number | undefined): number | undefined {
  if (high === undefined || low === undefined) return undefined;
  const digits = String.fromCharCode(high, low);
  return /^[\da-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
