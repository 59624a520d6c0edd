import { createGigaChat } from '@gigakit/ai-sdk';
import { streamText } from 'ai';
import { chatQuestion, chatTitle } from '../texts/chat-question.ts';
import type { Stop } from '../stop.ts';

/** An answer shown as it is made, through `streamText`. */
export const chatAiSdk: Stop = {
  topic: 'chat',
  adapter: 'AI SDK',
  title: chatTitle,
  question: chatQuestion,
  run: async ({ client, model, question, say }) => {
    const gigachat = createGigaChat({ client });
    const result = streamText({ model: gigachat(model), prompt: question, onError: () => {} });
    let text = '';
    for await (const part of result.stream) {
      // The AI SDK puts a failure into the stream instead of throwing it.
      if (part.type === 'error') throw part.error;
      if (part.type !== 'text-delta') continue;
      text += part.text;
      say(part.text);
    }
    const { inputTokens, outputTokens } = await result.usage;
    return { text, usage: { inputTokens, outputTokens } };
  },
};
