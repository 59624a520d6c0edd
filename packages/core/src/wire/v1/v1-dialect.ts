import type { Dialect } from '../dialect.ts';
import { decodeV1Response } from './decode-v1-response.ts';
import { createV1StreamDecoder } from './decode-v1-stream.ts';
import { encodeV1Request } from './encode-v1-request.ts';

/** `POST {base}/chat/completions`: functions, `data:` events, `[DONE]`. */
export const v1Dialect: Dialect = {
  generation: 'v1',
  path: '/chat/completions',
  encode: encodeV1Request,
  decode: decodeV1Response,
  createStreamDecoder: createV1StreamDecoder,
};
