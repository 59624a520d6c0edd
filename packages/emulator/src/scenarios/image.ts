import type { Scenario } from './scenario.ts';

export const image: Scenario = {
  name: 'image',
  shows: 'A drawing with its progress: a tag in v1 text, a part of its own in v2, and bytes to download.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      builtIns: [{ name: 'text2image', secondsLeft: [15, 5] }],
      images: [{ prompt: 'рыжий кот' }],
      text: 'Вот ваш кот.',
      usage: { promptTokens: 620, completionTokens: 50 },
    },
  ],
  prompt: 'Нарисуй рыжего кота.',
  builtIns: ['image_generate'],
  expected: { text: 'Вот ваш кот.', images: 1, finish: 'stop' },
};
