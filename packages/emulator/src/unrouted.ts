import type { Answer } from './answer.ts';
import { errorAnswer } from './answer.ts';

const forbidden =
  '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';

/** Paths that nobody answers: only chat lives under `/v2`, the gateway forbids the rest there. */
export function unrouted(generation: 'v1' | 'v2' | undefined, isKnownPath: boolean): Answer {
  if (isKnownPath) return errorAnswer(405, { status: 405, message: 'Method Not Allowed' });
  if (generation !== 'v2') return errorAnswer(404, { status: 404, message: 'Not Found' });
  return {
    status: 403,
    headers: { Server: 'nginx', 'Content-Type': 'text/html' },
    body: new TextEncoder().encode(forbidden),
  };
}
