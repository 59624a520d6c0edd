import { getRate } from './get-rate.ts';
import type { Scenario } from './scenario.ts';

export const functionCall: Scenario = {
  name: 'function-call',
  shows: 'The model asks for a function and says nothing else.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      calls: [{ name: 'get_rate', arguments: { pair: 'USD/RUB' } }],
      usage: { promptTokens: 88, completionTokens: 25 },
    },
  ],
  prompt: 'Какой сегодня курс доллара?',
  functions: [getRate],
  expected: {
    text: '',
    calls: [{ name: 'get_rate', arguments: { pair: 'USD/RUB' } }],
    finish: 'function_call',
  },
};
