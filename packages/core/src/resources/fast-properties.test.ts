import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { createSseDecoder } from '../sse/decode-sse.ts';
import { createHttpResponse } from '../transport/http-response.ts';
import { createBlockBracketer } from '../turn/bracket-blocks.ts';
import { createTurnCollector } from '../turn/collect-turn.ts';
import { createDeltaStopper } from '../turn/stop-deltas.ts';
import type { DecodeContext } from '../wire/dialect.ts';
import { v1Dialect } from '../wire/v1/v1-dialect.ts';
import { v2Dialect } from '../wire/v2/v2-dialect.ts';
import { createTurnDecoder } from './turn-decoder.ts';

// V8 keeps an object literal with a getter as a dictionary. Everything read from it is then looked up by name, and what
// the getter closes over was seen to stay in the old generation until a full collection: streams took half as much CPU
// again, and each left its whole text behind. What is made for a call has methods instead.

setFlagsFromString('--allow-natives-syntax');
// The only way to say it: `%` is no JavaScript outside V8.
// oxlint-disable-next-line typescript/no-implied-eval
const hasFastProperties = new Function('object', 'return %HasFastProperties(object)') as (
  object: object,
) => boolean;

const context: DecodeContext = {
  names: new Map(),
  structuredBy: undefined,
  expectsJson: false,
  newId: () => 'id',
  includeRaw: false,
};
const opening = { model: 'GigaChat-2', requestId: undefined, warnings: [] };
const response = { status: 200, headers: {}, body: new ReadableStream<Uint8Array>(), cancel: () => {} };

const madeForACall: Readonly<Record<string, () => object>> = {
  'the response': () => createHttpResponse(response),
  'the decoder of server-sent events': () => createSseDecoder(),
  'the v1 decoder': () => v1Dialect.createStreamDecoder(context),
  'the v2 decoder': () => v2Dialect.createStreamDecoder(context),
  'the bracketer of blocks': () => createBlockBracketer(opening),
  'the collector of a turn': () => createTurnCollector(),
  'the cutter at stop texts': () => createDeltaStopper(['СТОП']),
  'the decoder of a turn': () =>
    createTurnDecoder({ decoder: v1Dialect.createStreamDecoder(context), opening, stop: [] }),
};

test.each(Object.entries(madeForACall))('%s is read by place and not by name', (_, make) => {
  expect(hasFastProperties(make())).toBe(true);
});

test('a getter in a literal makes a dictionary of it, which is why there is none', () => {
  const text = 'x';
  const withGetter = {
    get text() {
      return text;
    },
  };
  expect(hasFastProperties(withGetter)).toBe(false);
});
