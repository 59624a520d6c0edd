import { ChatGigaChat } from '@gigakit/langchain';
import { AIMessageChunk } from '@langchain/core/messages';
import { concat } from '@langchain/core/utils/stream';
import type { Stop } from '../stop.ts';
import { chatQuestion, chatTitle } from '../texts/chat-question.ts';
import { fromUsageMetadata } from '../from-usage-metadata.ts';

/** The same answer through `ChatGigaChat.stream`. */
export const chatLangChain: Stop = {
  topic: 'chat',
  adapter: 'LangChain',
  title: chatTitle,
  question: chatQuestion,
  run: async ({ client, model, question, say }) => {
    const chat = new ChatGigaChat({ client, model });
    let whole = new AIMessageChunk('');
    for await (const chunk of await chat.stream(question)) {
      whole = concat(whole, chunk);
      say(chunk.text);
    }
    return { text: whole.text, usage: fromUsageMetadata([whole]) };
  },
};
