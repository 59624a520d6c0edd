import { ProxyError } from './proxy-error.ts';

/** Deeper than any schema a tool sends, shallow enough for every recursive reader. */
const deepest = 256;

/** The JSON body. @throws ProxyError 413 above `maxBytes`, by Content-Length or as it arrives; 400 when it is no JSON. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await new Response(limitBody(request, maxBytes)).text();
  checkDepth(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProxyError('The body is not valid JSON.', { status: 400, code: 'invalid_json' });
  }
}

/** The form in a multipart body, under the same limit. */
export async function readFormBody(request: Request, maxBytes: number): Promise<FormData> {
  let refusal: ProxyError | undefined;
  const body = limitBody(request, maxBytes, (error) => {
    refusal = error;
  });
  try {
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return await new Response(body, { headers }).formData();
  } catch {
    // The parser reports its own error for a body that was cut off under it.
    if (refusal !== undefined) throw refusal;
    throw new ProxyError('The body is not multipart/form-data with a `file`.', {
      status: 400,
      param: 'file',
    });
  }
}

function limitBody(
  request: Request,
  maxBytes: number,
  onRefusal: (error: ProxyError) => void = () => {},
): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLargeBody(maxBytes);
  if (request.body === null) return null;
  let length = 0;
  return request.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        length += chunk.byteLength;
        if (length <= maxBytes) return controller.enqueue(chunk);
        const error = tooLargeBody(maxBytes);
        onRefusal(error);
        controller.error(error);
      },
    }),
  );
}

const tooLargeBody = (maxBytes: number) =>
  new ProxyError(`The body is larger than ${maxBytes} bytes, which is the limit of this proxy.`, {
    status: 413,
    code: 'request_too_large',
    headers: { connection: 'close' },
  });

function checkDepth(text: string): void {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isString) {
      if (unit === backslash) index += 1;
      else if (unit === quote) isString = false;
    } else if (unit === quote) {
      isString = true;
    } else if (unit === brace || unit === bracket) {
      depth += 1;
      if (depth > deepest) {
        throw new ProxyError(`The body is nested deeper than ${deepest} levels.`, { status: 400 });
      }
    } else if (unit === brace + 2 || unit === bracket + 2) {
      depth -= 1;
    }
  }
}

const quote = 0x22;
const backslash = 0x5c;
/** `{` and `[`; the closing ones stand two places further. */
const brace = 0x7b;
const bracket = 0x5b;
