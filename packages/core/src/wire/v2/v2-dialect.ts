import type { Dialect } from '../dialect.ts';
import { decodeV2Response } from './decode-v2-response.ts';
import { createV2StreamDecoder } from './decode-v2-stream.ts';
import { encodeV2Request } from './encode-v2-request.ts';

/** `POST {base v2}/chat/completions`: content parts, named events, built-in tools. */
export const v2Dialect: Dialect = {
  generation: 'v2',
  path: '/chat/completions',
  encode: encodeV2Request,
  decode: decodeV2Response,
  createStreamDecoder: createV2StreamDecoder,
};
