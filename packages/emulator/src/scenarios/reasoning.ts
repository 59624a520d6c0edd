import type { Scenario } from './scenario.ts';

export const reasoning: Scenario = {
  name: 'reasoning',
  shows: 'Thoughts come before the answer and apart from it.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      reasoning: ['Сложу десятки, ', 'потом единицы.'],
      text: ['17 + 25 ', '= 42.'],
      usage: { promptTokens: 21, completionTokens: 30 },
    },
  ],
  prompt: 'Сколько будет 17 + 25?',
  expected: { text: '17 + 25 = 42.', reasoning: 'Сложу десятки, потом единицы.', finish: 'stop' },
};
