import type { ScenarioFunction } from './scenario.ts';

/** The function that scenarios with calls offer. */
export const getRate: ScenarioFunction = {
  name: 'get_rate',
  description: 'Курс валютной пары на сегодня.',
  parameters: {
    type: 'object',
    properties: { pair: { type: 'string', description: 'Пара, например USD/RUB' } },
    required: ['pair'],
  },
};
