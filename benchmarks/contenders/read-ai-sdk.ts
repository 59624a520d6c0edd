import { streamText, type LanguageModel } from 'ai';
import { prompt, type Contender } from './contender.ts';

type LanguageModelV4 = Extract<LanguageModel, { readonly specificationVersion: 'v4' }>;

/** The provider alone, as the framework calls it. */
export function readDoStream(model: LanguageModelV4): Contender {
  return {
    async stream(onFirst) {
      let pieces = 0;
      const { stream } = await model.doStream({
        prompt: [{ role: 'user', content: [{ type: 'text', text: prompt }] }],
      });
      const reader = stream.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return pieces;
        if (value.type !== 'text-delta') continue;
        if (pieces === 0) onFirst();
        pieces += 1;
      }
    },
  };
}

/** The whole framework over the provider. */
export function readStreamText(model: LanguageModelV4): Contender {
  return {
    async stream(onFirst) {
      let pieces = 0;
      for await (const text of streamText({ model, prompt }).textStream) {
        if (text === '') continue;
        if (pieces === 0) onFirst();
        pieces += 1;
      }
      return pieces;
    },
  };
}
