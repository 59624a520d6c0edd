import { getRate } from './get-rate.ts';
import type { Scenario } from './scenario.ts';

export const toolRoundTrip: Scenario = {
  name: 'tool-round-trip',
  shows: 'A call, the result handed back with the state the server gave, and the answer to it.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      calls: [{ name: 'get_rate', arguments: { pair: 'USD/RUB' } }],
      usage: { promptTokens: 88, completionTokens: 25 },
    },
    { type: 'answer', text: 'Доллар стоит 80,1 рубля.', usage: { promptTokens: 120, completionTokens: 11 } },
  ],
  prompt: 'Какой сегодня курс доллара?',
  functions: [getRate],
  functionResult: { rate: 80.1 },
  expected: { text: 'Доллар стоит 80,1 рубля.', finish: 'stop' },
};
