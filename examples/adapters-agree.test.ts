import { createGigaChat } from '@gigakit/ai-sdk';
import { GigaChat } from '@gigakit/core';
import { createEmulator, type Reply } from '@gigakit/emulator';
import { ChatGigaChat } from '@gigakit/langchain';
import { AIMessageChunk, type UsageMetadata } from '@langchain/core/messages';
import { concat } from '@langchain/core/utils/stream';
import { streamText } from 'ai';
import { describe, expect, test } from 'vitest';

const answers: Readonly<Record<string, Reply>> = {
  'plain text': {
    type: 'answer',
    text: ['Рыжий ', 'кот ', 'по имени ', 'Апельсин.'],
    usage: { promptTokens: 17, completionTokens: 9, cachedTokens: 2 },
  },
  'text cut by its length': {
    type: 'answer',
    text: 'Однажды',
    finishReason: 'length',
    usage: { promptTokens: 5, completionTokens: 1 },
  },
  'text delivered three bytes at a time': {
    type: 'answer',
    text: 'Ёжик: {"data: ": "в тумане"}\n\n',
    usage: { promptTokens: 8, completionTokens: 12 },
    faults: [{ type: 'slow', chunkBytes: 3 }],
  },
};

async function throughAiSdk(client: GigaChat) {
  const gigachat = createGigaChat({ client });
  const result = streamText({ model: gigachat('GigaChat-2-Pro'), prompt: 'Расскажи' });
  let text = '';
  for await (const delta of result.textStream) text += delta;
  const { inputTokens, outputTokens, totalTokens } = await result.usage;
  return { text, inputTokens, outputTokens, totalTokens };
}

async function throughLangChain(client: GigaChat) {
  const model = new ChatGigaChat({ client, model: 'GigaChat-2-Pro' });
  const chunks: AIMessageChunk[] = [];
  for await (const chunk of await model.stream('Расскажи')) chunks.push(chunk);
  const whole = chunks.reduce<AIMessageChunk>((sum, chunk) => concat(sum, chunk), new AIMessageChunk(''));
  return { text: whole.text, ...fromUsageMetadata(whole.usage_metadata) };
}

// A parameter, since the chunk's own type says of this field that it is never there.
const fromUsageMetadata = (usage: UsageMetadata | undefined) => ({
  inputTokens: usage?.input_tokens,
  outputTokens: usage?.output_tokens,
  totalTokens: usage?.total_tokens,
});

describe.each(['v1', 'v2'] as const)('on %s', (api) => {
  test.each(Object.entries(answers))(
    'streamText and ChatGigaChat.stream give the same text and usage: %s',
    async (_name, answer) => {
      const emulator = createEmulator();
      await using client = new GigaChat({ credentials: emulator.credentials, fetch: emulator.fetch, api });
      emulator.enqueue(answer, answer);
      const fromAiSdk = await throughAiSdk(client);
      expect(fromAiSdk).toEqual(await throughLangChain(client));
      expect(fromAiSdk.text.length).toBeGreaterThan(0);
      expect(fromAiSdk.totalTokens).toBeGreaterThan(0);
    },
  );
});
