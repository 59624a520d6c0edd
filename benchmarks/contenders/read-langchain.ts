import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { prompt, type Contender } from './contender.ts';

/** Any LangChain chat model, read the way its users read it. */
export function readLangChain(model: Pick<BaseChatModel, 'stream' | 'invoke'>): Contender {
  return {
    async stream(onFirst) {
      let pieces = 0;
      for await (const chunk of await model.stream(prompt)) {
        if (chunk.content === '') continue;
        if (pieces === 0) onFirst();
        pieces += 1;
      }
      return pieces;
    },
    async answer() {
      await model.invoke(prompt);
      return 1;
    },
  };
}
