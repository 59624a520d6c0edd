import type { Scenario } from './scenario.ts';

export const expiredToken: Scenario = {
  name: 'expired-token',
  shows: 'The token dies between two requests: one new sign-in, one replay.',
  generations: ['v1', 'v2'],
  replies: [
    { type: 'error', status: 401, message: 'Token has expired' },
    { type: 'answer', text: 'Снова на связи.', usage: { promptTokens: 14, completionTokens: 5 } },
  ],
  prompt: 'Ты здесь?',
  expected: { text: 'Снова на связи.', finish: 'stop' },
};
