import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { createMind } from '../mind.ts';

const mind = createMind({ seed: 1, now: () => Date.UTC(2026, 10, 21, 9) });
const ajv = addFormats.default(new Ajv2020({ strict: false }));

function answer(request: string, schema: object): unknown {
  const { text } = mind.answer({
    model: 'GigaChat-2',
    messages: [{ role: 'user', text: request }],
    responseFormat: { type: 'json-schema', schema: { ...schema } },
  });
  return JSON.parse(String(text));
}

const object = (properties: object, rest: object = {}): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...rest,
});
const text = { type: 'string' };
const number = { type: 'number' };

describe('values are drawn from the text', () => {
  it.each<[request: string, schema: object, value: object]>([
    [
      'Ивану 30 лет, он живёт в Казани, почта ivan@example.com',
      object({
        name: text,
        age: { type: 'integer' },
        city: text,
        email: { type: 'string', format: 'email' },
      }),
      { name: 'Иван', age: 30, city: 'Казань', email: 'ivan@example.com' },
    ],
    [
      'John Smith is 42 years old and lives in Berlin',
      object({ name: text, age: number, city: text }),
      { name: 'John Smith', age: 42, city: 'Berlin' },
    ],
    [
      'Отличный телефон, очень доволен!',
      object({ sentiment: { type: 'string', enum: ['positive', 'negative', 'neutral'] } }),
      { sentiment: 'positive' },
    ],
    [
      'Terrible service, I hate it',
      object({ sentiment: { enum: ['positive', 'negative', 'neutral'] } }),
      { sentiment: 'negative' },
    ],
    ['Сколько будет 6*7?', object({ answer: text, value: number }), { value: 42 }],
    [
      'Купи молоко, хлеб и сыр',
      object({ items: { type: 'array', items: text } }),
      { items: ['молоко', 'хлеб', 'сыр'] },
    ],
    [
      'Заказ №A-17: 2 пиццы и 3 колы, итого 1500 рублей, доставка завтра',
      object({
        orderId: text,
        total: number,
        deliveryDate: { type: 'string', format: 'date' },
        items: { type: 'array', items: object({ name: text, quantity: { type: 'integer' } }) },
      }),
      {
        orderId: 'A-17',
        total: 1500,
        deliveryDate: '2026-11-22',
        items: [
          { name: 'пиццы', quantity: 2 },
          { name: 'колы', quantity: 3 },
        ],
      },
    ],
    [
      'Имя: Ольга\nГород: Тверь\nСрочно: да',
      object({ имя: text, город: text, срочно: { type: 'boolean' } }),
      { имя: 'Ольга', город: 'Тверь', срочно: true },
    ],
    [
      'Сравни города: Москва, Казань и Сочи',
      object({ cities: { type: 'array', items: text } }),
      { cities: ['Москва', 'Казань', 'Сочи'] },
    ],
    [
      'Числа 4, 8 и 15',
      object({ numbers: { type: 'array', items: { type: 'integer' } } }),
      { numbers: [4, 8, 15] },
    ],
    [
      'Встреча 3 декабря в 14:00',
      object({ startsAt: { type: 'string', format: 'date-time', description: 'When it starts' } }),
      { startsAt: '2026-12-03T14:00:00Z' },
    ],
    ['Столица Франции?', object({ answer: text }), { answer: 'Париж.' }],
  ])('%s', (request, schema, value) => {
    const given = answer(request, schema);
    expect(given).toMatchObject(value);
    expect(ajv.validate(schema, given), ajv.errorsText()).toBe(true);
  });
});

describe('whatever the text, the schema is satisfied', () => {
  const schemas: Readonly<Record<string, object>> = {
    'nested objects and arrays': object({
      recipe: object({
        name: text,
        ingredients: { type: 'array', minItems: 2, items: object({ name: text, amount: text }) },
        steps: { type: 'array', minItems: 1, items: text },
      }),
    }),
    limits: object({
      percent: { type: 'integer', minimum: 10, maximum: 20 },
      price: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      step: { type: 'integer', multipleOf: 5 },
      code: { type: 'string', minLength: 4, maxLength: 6 },
    }),
    formats: object({
      date: { type: 'string', format: 'date' },
      at: { type: 'string', format: 'date-time' },
      time: { type: 'string', format: 'time' },
      mail: { type: 'string', format: 'email' },
      link: { type: 'string', format: 'uri' },
      id: { type: 'string', format: 'uuid' },
      host: { type: 'string', format: 'ipv4' },
    }),
    patterns: object({
      code: { type: 'string', pattern: '^[A-Z]{2}-\\d{3}$' },
      colour: { type: 'string', pattern: '^#[0-9a-f]{6}$' },
      phone: { type: 'string', pattern: '^\\+7\\d{10}$' },
    }),
    'unions and nulls': object({
      maybe: { anyOf: [{ type: 'number' }, { type: 'null' }] },
      either: {
        oneOf: [
          object({ kind: { const: 'circle' }, radius: number }),
          object({ kind: { const: 'square' }, side: number }),
        ],
      },
      nullable: { type: ['string', 'null'] },
    }),
    references: {
      ...object({ root: { $ref: '#/$defs/node' } }),
      $defs: { node: object({ name: text, children: { type: 'array', items: { $ref: '#/$defs/node' } } }) },
    },
    'constants and enums': object({
      version: { const: 2 },
      level: { enum: [1, 2, 3] },
      flag: { type: 'boolean' },
      none: { type: 'null' },
    }),
    'unique items': object({
      tags: {
        type: 'array',
        items: { type: 'string', enum: ['a', 'b', 'c', 'd'] },
        minItems: 2,
        maxItems: 3,
        uniqueItems: true,
      },
    }),
    tuples: object({ point: { type: 'array', prefixItems: [number, number], items: false, minItems: 2 } }),
    'all of': {
      allOf: [
        object({ a: text }, { additionalProperties: true }),
        object({ b: number }, { additionalProperties: true }),
      ],
    },
    'an array at the root': { type: 'array', items: object({ title: text }), minItems: 3, maxItems: 3 },
    'a bare string': { type: 'string', minLength: 1 },
    'a bare number': { type: 'number', minimum: 3 },
    'anything at all': {},
  };
  const requests = [
    'Привет',
    'Сгенерируй пример',
    'Generate 3 characters for a game',
    'Аня купила 3 яблока за 250 рублей 5 мая 2025 года в Москве, позвонить по +7 900 123-45-67',
    'id: 7; tags: a, b, c; level = 9; maybe — нет',
    '- первый пункт\n- второй пункт\n- третий пункт',
    '«Цитата» и "another one" with 0.5 and -12',
  ];
  it.each(Object.entries(schemas))('%s', (_, schema) => {
    for (const request of requests) {
      const given = answer(request, schema);
      expect(ajv.validate(schema, given), `${request}: ${ajv.errorsText()} in ${JSON.stringify(given)}`).toBe(
        true,
      );
    }
  });

  it('is printed with four spaces, as the API does', () => {
    const { text: json } = mind.answer({
      model: 'GigaChat-2',
      messages: [{ role: 'user', text: 'Число 3' }],
      responseFormat: { type: 'json-schema', schema: { ...object({ n: { type: 'integer' } }) } },
    });
    expect(json).toBe('{\n    "n": 3\n}');
  });

  it('answers a regular expression with a text it accepts', () => {
    const of = (request: string, pattern: string): unknown =>
      mind.answer({
        model: 'GigaChat-2',
        messages: [{ role: 'user', text: request }],
        responseFormat: { type: 'regex', pattern },
      }).text;
    expect(of('Телефон +79001234567', '\\+7\\d{10}')).toBe('+79001234567');
    expect(of('Придумай номер', '[A-Z]{2}\\d{4}')).toMatch(/^[A-Z]{2}\d{4}$/);
    expect(of('Да или нет?', '(да|нет)')).toMatch(/^(да|нет)$/);
  });
});
