import { assert, array, constantFrom, integer, property, record, string, option } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StreamError } from '../errors/stream-error.ts';
import { createSseDecoder } from './decode-sse.ts';
import { encodeSse } from './encode-sse.ts';
import type { SseMessage } from './sse-message.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Decodes chunk by chunk; what was left at the end comes beside the messages. */
function decode(chunks: readonly (string | Uint8Array)[]): {
  messages: SseMessage[];
  leftover: string | undefined;
} {
  const decoder = createSseDecoder();
  const messages: SseMessage[] = [];
  for (const chunk of chunks) {
    for (const { event, data } of decoder.push(typeof chunk === 'string' ? encode(chunk) : chunk)) {
      messages.push(event === undefined ? { data } : { event, data });
    }
  }
  return { messages, leftover: decoder.end() };
}

describe('the grammar of Server-Sent Events', () => {
  test.each<[string, string, SseMessage[]]>([
    ['line feeds', 'data: a\n\ndata: b\n\n', [{ data: 'a' }, { data: 'b' }]],
    ['carriage returns with line feeds', 'data: a\r\n\r\ndata: b\r\n\r\n', [{ data: 'a' }, { data: 'b' }]],
    ['carriage returns alone', 'data: a\r\rdata: b\r\r', [{ data: 'a' }, { data: 'b' }]],
    ['no space after the colon', 'data:{"a":1}\n\n', [{ data: '{"a":1}' }]],
    ['a colon and a space inside the data', 'data: {"a": "b: c"}\n\n', [{ data: '{"a": "b: c"}' }]],
    ['comments', ': keep-alive\n\n:\ndata: a\n\n', [{ data: 'a' }]],
    ['several data lines', 'data: a\ndata: b\n\n', [{ data: 'a\nb' }]],
    [
      'event names',
      'event: response.message.done\ndata: a\n\n',
      [{ event: 'response.message.done', data: 'a' }],
    ],
    ['ids, retries and unknown fields', 'id: 1\nretry: 5\nfoo: bar\ndata: a\n\n', [{ data: 'a' }]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [{ data: 'a' }]],
    ['blank lines before the first event', '\n\ndata: a\n\n', [{ data: 'a' }]],
    ['an event without data', 'event: ping\n\ndata: a\n\n', [{ data: 'a' }]],
  ])('%s', (_name, text, expected) => {
    expect(decode([text])).toEqual({ messages: expected, leftover: undefined });
    const bytes = Array.from(encode(text), (byte) => Uint8Array.of(byte));
    expect(decode(bytes)).toEqual({ messages: expected, leftover: undefined });
  });

  test('a character cut between two chunks is whole again', () => {
    const bytes = encode('data: Привет, 🦜!\n\n');
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(decode([bytes.subarray(0, at), bytes.subarray(at)]).messages).toEqual([{ data: 'Привет, 🦜!' }]);
    }
  });
});

describe('the end of the body', () => {
  test.each([
    ['after a whole message', 'data: a\n\n', undefined],
    ['with the blank line missing', 'data: a\n', 'a'],
    ['with the line end missing', 'data: {"a', '{"a'],
    ['inside a field name', 'data: a\n\nda', 'da'],
  ])('%s', (_name, text, leftover) => {
    expect(decode([text]).leftover).toBe(leftover);
  });

  test('inside a character, what was there is told', () => {
    expect(decode([encode('data: П').subarray(0, 7)]).leftover).toBe('\uFFFD');
  });
});

test('one event beyond the ceiling is refused instead of filling the memory', () => {
  const decoder = createSseDecoder({ maxEventLength: 100 });
  decoder.push(encode('data: '));
  const flood = () => {
    for (let round = 0; round < 20; round += 1) decoder.push(encode('x'.repeat(10)));
  };
  expect(flood).toThrow(StreamError);
});

const message = record({
  event: option(constantFrom('response.message.delta', 'x'), { nil: undefined }),
  data: string({ unit: 'binary' }).map((text) => text.replaceAll(/\r\n?/g, '\n')),
});

test('whatever is encoded comes back, wherever the bytes are cut', () => {
  assert(
    property(array(message), array(integer({ min: 1, max: 7 }), { minLength: 1 }), (messages, sizes) => {
      const bytes = encode(messages.map(encodeSse).join(''));
      const chunks: Uint8Array[] = [];
      for (let at = 0, index = 0; at < bytes.length; index += 1) {
        const size = sizes[index % sizes.length] ?? 1;
        chunks.push(bytes.subarray(at, at + size));
        at += size;
      }
      const expected = messages.map(({ event, data }) => {
        const wellFormed = new TextDecoder().decode(encode(data));
        return event === undefined ? { data: wellFormed } : { event, data: wellFormed };
      });
      expect(decode(chunks)).toEqual({ messages: expected, leftover: undefined });
    }),
  );
});
