import type { Scenario } from './scenario.ts';

export const blacklisted: Scenario = {
  name: 'blacklisted',
  shows: 'The content filter answers in place of the model, under 200.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      text: 'Не люблю менять тему разговора, но вот сейчас тот самый случай.',
      finishReason: 'blacklist',
      usage: { promptTokens: 20, completionTokens: 16 },
    },
  ],
  prompt: 'Спорный вопрос.',
  expected: { text: 'Не люблю менять тему разговора, но вот сейчас тот самый случай.', finish: 'blacklist' },
};
