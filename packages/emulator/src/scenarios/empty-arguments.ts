import type { Scenario } from './scenario.ts';

export const emptyArguments: Scenario = {
  name: 'empty-arguments',
  shows: 'A call without arguments is a call, and text may come before it.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      text: 'Сейчас посмотрю.',
      calls: [{ name: 'list_orders', arguments: {} }],
      usage: { promptTokens: 60, completionTokens: 12 },
    },
  ],
  prompt: 'Покажи мои заказы.',
  functions: [
    {
      name: 'list_orders',
      description: 'Список заказов пользователя.',
      parameters: { type: 'object', properties: {} },
    },
  ],
  expected: {
    text: 'Сейчас посмотрю.',
    calls: [{ name: 'list_orders', arguments: {} }],
    finish: 'function_call',
  },
};
