import type { Scenario } from './scenario.ts';

export const plainText: Scenario = {
  name: 'plain-text',
  shows: 'Words in Russian, with what looks like markup and JSON among them.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      text: 'Здравствуйте! Вот пример: {"ключ": "значение: 1"}, тег <b>жирный</b> и смайлик 👋.',
      usage: { promptTokens: 17, completionTokens: 24, cachedTokens: 2 },
    },
  ],
  prompt: 'Поздоровайся.',
  expected: {
    text: 'Здравствуйте! Вот пример: {"ключ": "значение: 1"}, тег <b>жирный</b> и смайлик 👋.',
    finish: 'stop',
  },
};
