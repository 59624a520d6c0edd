import type { Scenario } from './scenario.ts';

export const rateLimitedOnce: Scenario = {
  name: 'rate-limited-once',
  shows: 'One 429 without Retry-After, then an answer.',
  generations: ['v1', 'v2'],
  replies: [
    { type: 'error', status: 429, message: 'Too many requests' },
    { type: 'answer', text: 'Со второй попытки.', usage: { promptTokens: 14, completionTokens: 6 } },
  ],
  prompt: 'Привет!',
  expected: { text: 'Со второй попытки.', finish: 'stop' },
};
