import type { Scenario } from './scenario.ts';

export const cutByLength: Scenario = {
  name: 'cut-by-length',
  shows: 'The answer reached the limit of tokens.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      text: 'Жили-были дед да баба, и была у них',
      finishReason: 'length',
      usage: { promptTokens: 15, completionTokens: 12 },
    },
  ],
  prompt: 'Расскажи сказку.',
  expected: { text: 'Жили-были дед да баба, и была у них', finish: 'length' },
};
