import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Chat } from './chat.ts';
import { createTestContext } from './__fixtures__/chat-context.ts';
import type { JsonValue } from '../turn/json.ts';
import type { TurnResult } from '../turn/turn-result.ts';
import type { Dialect } from '../wire/dialect.ts';
import { v1Dialect } from '../wire/v1/v1-dialect.ts';
import { v2Dialect } from '../wire/v2/v2-dialect.ts';

const fixture = ({ generation }: Dialect, name: string) =>
  readFileSync(new URL(`../wire/${generation}/__fixtures__/${name}`, import.meta.url));

async function streamed(dialect: Dialect, name: string): Promise<TurnResult> {
  const { context } = createTestContext(dialect, { chunks: [new Uint8Array(fixture(dialect, name))] });
  return (await new Chat(context).stream({ messages: [{ role: 'user', content: 'x' }] })).result();
}

async function whole(dialect: Dialect, name: string): Promise<TurnResult> {
  const json = JSON.parse(fixture(dialect, name).toString()) as JsonValue;
  const { context } = createTestContext(dialect, { json });
  return new Chat(context).generate({ messages: [{ role: 'user', content: 'x' }] });
}

/** What a caller acts on; ids, models and counts are another matter. */
function essence({ message, finishReason, toolCalls, files, text, reasoning }: TurnResult) {
  const { content } = message;
  return {
    text: text.replace('Готово: ', '').replace(', 2 < 3', ''),
    reasoning,
    finishReason,
    calls: toolCalls.map(({ name, input }) => ({ name, input })),
    files: files.map(({ fileId, kind }) => ({ fileId, kind })),
    kinds: typeof content === 'string' ? [] : [...new Set(content.map(({ type }) => type))].toSorted(),
  };
}

test.each(['function-call.sse', 'reasoning.sse', 'image.sse'])(
  'both generations of %s mean the same',
  async (name) => {
    expect(essence(await streamed(v1Dialect, name))).toEqual(essence(await streamed(v2Dialect, name)));
  },
);

test.each([
  [v1Dialect, 'function-call'],
  [v2Dialect, 'function-call'],
  [v2Dialect, 'web-search'],
])('a whole answer means what a stream of it means: %o %s', async (dialect, name) => {
  const [one, other] = [await whole(dialect, `${name}.json`), await streamed(dialect, `${name}.sse`)];
  expect(essence(one)).toEqual(essence(other));
  expect(one.sources).toEqual(other.sources);
  expect(one.carryOver).toEqual(other.carryOver);
});

test('a result goes straight back into the conversation, and carries its state in either generation', async () => {
  for (const dialect of [v1Dialect, v2Dialect]) {
    const turn = await streamed(dialect, 'function-call.sse');
    const [call] = turn.toolCalls;
    const { body, warnings } = dialect.encode(
      {
        messages: [
          { role: 'user', content: 'Курс?' },
          turn.message,
          {
            role: 'tool',
            content: [{ type: 'tool-result', toolCallId: call?.id ?? '', output: { rate: 80.1 } }],
          },
        ],
      },
      { model: 'm', profanityCheck: undefined },
    );
    expect(warnings).toEqual([]);
    const key = dialect.generation === 'v1' ? 'functions_state_id' : 'tools_state_id';
    expect(body['messages']).toMatchObject([{}, { [key]: turn.carryOver.toolStateId }, {}]);
  }
});
