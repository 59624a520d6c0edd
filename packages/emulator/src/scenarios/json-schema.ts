import type { Scenario } from './scenario.ts';

export const jsonSchema: Scenario = {
  name: 'json-schema',
  shows: 'Structured output is text: pretty JSON with four spaces.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      text: '{\n    "city": "Москва",\n    "population": 13149803\n}',
      usage: { promptTokens: 70, completionTokens: 22 },
    },
  ],
  prompt: 'Назови самый большой город России.',
  responseSchema: {
    type: 'object',
    properties: { city: { type: 'string' }, population: { type: 'integer' } },
    required: ['city', 'population'],
    additionalProperties: false,
  },
  expected: { text: '{\n    "city": "Москва",\n    "population": 13149803\n}', finish: 'stop' },
};
