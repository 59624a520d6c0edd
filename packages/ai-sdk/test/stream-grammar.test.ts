import * as v1 from '@gigakit/ai-sdk/v1';
import * as v2 from '@gigakit/ai-sdk/v2';
import * as v3 from '@gigakit/ai-sdk/v3';
import * as v4 from '@gigakit/ai-sdk/v4';
import { createEmulator, type Emulator } from '@gigakit/emulator';
import { array, assert, asyncProperty, boolean, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Recording, recordings } from './recordings.ts';
import { brokenRuleOf, brokenV1RuleOf, type GrammarPart } from './stream-grammar.ts';

const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8]);
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Привет' }] }];

/** Cuts bytes at places given as fractions of their length, in the middle of characters if it falls so. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => Math.floor((place * bytes.length) / 1_000_000)))];
  const sorted = [0, ...ends.toSorted((left, right) => left - right), bytes.length];
  return sorted.slice(1).map((end, index) => bytes.slice(sorted[index], end));
}

function tell(chunks: readonly Uint8Array[]): Emulator {
  const emulator = createEmulator();
  emulator.once(
    { path: /chat\/completions$/ },
    { type: 'raw', headers: { 'Content-Type': 'text/event-stream' }, body: chunks },
  );
  emulator.when({ path: /\/content$/ }, { type: 'raw', body: picture });
  return emulator;
}

async function partsOf<Part>(result: PromiseLike<{ stream: ReadableStream<Part> }>): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of (await result).stream) parts.push(part);
  return parts;
}

const settingsOf = (emulator: Emulator, recording: Recording) => ({
  credentials: emulator.credentials,
  fetch: emulator.fetch,
  api: recording.api,
});

const chunking = array(integer({ min: 0, max: 1_000_000 }), { maxLength: 12 });

type Reader = (emulator: Emulator, recording: Recording, includeRawChunks: boolean) => Promise<GrammarPart[]>;

const readers: Readonly<Record<string, Reader>> = {
  v4: (emulator, recording, includeRawChunks) =>
    partsOf(
      v4.createGigaChat(settingsOf(emulator, recording))('GigaChat').doStream({ prompt, includeRawChunks }),
    ),
  v3: (emulator, recording, includeRawChunks) =>
    partsOf(
      v3.createGigaChat(settingsOf(emulator, recording))('GigaChat').doStream({ prompt, includeRawChunks }),
    ),
  v2: (emulator, recording, includeRawChunks) =>
    partsOf(
      v2.createGigaChat(settingsOf(emulator, recording))('GigaChat').doStream({ prompt, includeRawChunks }),
    ),
};

const textOf = (parts: readonly GrammarPart[]): string =>
  parts.map((part) => (part.type === 'text-delta' ? (part.delta ?? '') : '')).join('');

describe.each(recordings)('however the network cuts $name', (recording) => {
  const bytes = new TextEncoder().encode(recording.body);

  it.each(Object.entries(readers))('%s obeys the ordering rules and loses nothing', async (_name, read) => {
    await assert(
      asyncProperty(chunking, boolean(), async (places, includeRawChunks) => {
        const parts = await read(tell(cut(bytes, places)), recording, includeRawChunks);

        expect(brokenRuleOf(parts)).toBeUndefined();
        expect(textOf(parts)).toBe(recording.text);
        expect(parts.some(({ type }) => type === 'raw')).toBe(includeRawChunks);
        expect(parts.some(({ type }) => type === 'error')).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(readers))(
    '%s ends a stream that stops too early by the same rules',
    async (_name, read) => {
      await assert(
        asyncProperty(integer({ min: 1, max: bytes.length - 20 }), async (length) => {
          const broken = tell([bytes.slice(0, length)]);
          // What breaks before the first words is thrown, for `ai` to try again.
          const parts = await read(broken, recording, false).catch(() => undefined);

          if (parts === undefined) return;
          expect(brokenRuleOf(parts)).toBeUndefined();
          // Past the server's last word nothing is missing but the terminator.
          expect([-1, parts.length - 2]).toContain(parts.findIndex(({ type }) => type === 'error'));
        }),
        { numRuns: 25 },
      );
    },
  );

  it('v1 knows every part it gives, and ends with finish', async () => {
    await assert(
      asyncProperty(chunking, async (places) => {
        const emulator = tell(cut(bytes, places));
        const model = v1.createGigaChat(settingsOf(emulator, recording))('GigaChat');
        const parts = await partsOf(
          model.doStream({ inputFormat: 'messages', mode: { type: 'regular' }, prompt }),
        );

        expect(brokenV1RuleOf(parts)).toBeUndefined();
        expect(parts.map((part) => (part.type === 'text-delta' ? part.textDelta : '')).join('')).toBe(
          recording.text,
        );
      }),
      { numRuns: 10 },
    );
  });
});

describe('the grammar checker', () => {
  const start: GrammarPart = { type: 'stream-start' };
  const finish: GrammarPart = { type: 'finish' };

  it.each<[string, readonly GrammarPart[]]>([
    ['the first part is not stream-start', [finish]],
    ['the last part is not finish', [start]],
    ['finish while text is open', [start, { type: 'text-start', id: '0' }, finish]],
    ['text-delta 0 without its start', [start, { type: 'text-delta', id: '0', delta: 'а' }, finish]],
    [
      'reasoning-start 1 while text 0 is open',
      [start, { type: 'text-start', id: '0' }, { type: 'reasoning-start', id: '1' }, finish],
    ],
    [
      'text-start uses the id 0 again',
      [
        start,
        { type: 'text-start', id: '0' },
        { type: 'text-end', id: '0' },
        { type: 'text-start', id: '0' },
        { type: 'text-end', id: '0' },
        finish,
      ],
    ],
    [
      'the input of a is not what was streamed',
      [start, { type: 'tool-call', toolCallId: 'a', input: '{}' }, finish],
    ],
    ['a result without its call', [start, { type: 'tool-result', toolCallId: 'a' }, finish]],
    ['an unknown part ping', [start, { type: 'ping' }, finish]],
  ])('sees that %s', (rule, parts) => {
    expect(brokenRuleOf(parts)).toBe(rule);
  });
});
