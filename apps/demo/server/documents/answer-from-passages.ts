import type { GigaChat } from '@gigakit/core';
import { ChatGigaChat } from '@gigakit/langchain';
import type { UIMessageChunk } from 'ai';
import { fromLangChainStream } from '../answer/from-langchain-stream.ts';
import type { Library } from './library.ts';

export interface DocumentQuestion {
  readonly library: Library;
  readonly client: GigaChat;
  readonly model: string;
  readonly question: string;
  readonly signal: AbortSignal;
}

/** Finds the passages nearest to the question and has the model answer from them alone. */
export async function answerFromPassages({ library, client, model, question, signal }: DocumentQuestion) {
  const passages = await library.search(question, 4);
  const context = passages.map(({ text }, index) => `[${index + 1}] ${text}`).join('\n\n');
  const chat = new ChatGigaChat({ client, model, temperature: 0.1 });
  const stream = await chat.stream(
    [
      [
        'system',
        'Ответь на вопрос по выдержкам и укажи номер выдержки в скобках: [1]. Отвечай на языке вопроса. ' +
          'Если ответа в выдержках нет, так и скажи.',
      ],
      ['human', `Контекст:\n${context}\n\nВопрос: ${question}`],
    ],
    { signal },
  );
  const first = { type: 'data-passages', data: passages } satisfies UIMessageChunk;
  return fromLangChainStream({ stream, client, signal, first });
}
