import { Refusal } from './refusal.ts';

/** @throws Refusal 413 as soon as the body is known to be longer; nothing past the ceiling is kept. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > maxBytes) throw new Refusal(413, 'Payload too large');
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not cancelled when refused: a form that is being written in process does not take it well.
  for await (const chunk of request.body.values({ preventCancel: true })) {
    length += chunk.length;
    if (length > maxBytes) throw new Refusal(413, 'Payload too large');
    chunks.push(chunk);
  }
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
