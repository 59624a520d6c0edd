import { getRate } from './get-rate.ts';
import type { Scenario } from './scenario.ts';

export const severalCalls: Scenario = {
  name: 'several-calls',
  shows: 'The second generation may ask for more than one function at once.',
  generations: ['v2'],
  replies: [
    {
      type: 'answer',
      calls: [
        { name: 'get_rate', arguments: { pair: 'USD/RUB' } },
        { name: 'get_rate', arguments: { pair: 'EUR/RUB' } },
      ],
      usage: { promptTokens: 90, completionTokens: 44 },
    },
  ],
  prompt: 'Курсы доллара и евро?',
  functions: [getRate],
  expected: {
    text: '',
    calls: [
      { name: 'get_rate', arguments: { pair: 'USD/RUB' } },
      { name: 'get_rate', arguments: { pair: 'EUR/RUB' } },
    ],
    finish: 'function_call',
  },
};
