import type { Scenario } from './scenario.ts';

export const emptyAnswer: Scenario = {
  name: 'empty-answer',
  shows: 'An answer without a word in it is an answer.',
  generations: ['v1', 'v2'],
  replies: [{ type: 'answer', text: '', usage: { promptTokens: 10, completionTokens: 1 } }],
  prompt: 'Промолчи.',
  expected: { text: '', finish: 'stop' },
};
