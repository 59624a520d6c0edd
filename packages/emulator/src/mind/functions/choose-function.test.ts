import { describe, expect, it } from 'vitest';
import { createMind } from '../mind.ts';
import type { MindCall, MindFunction, MindMessage, MindTurn } from '../mind-turn.ts';

const mind = createMind({ seed: 1, now: () => Date.UTC(2026, 10, 21, 9) });

const text = (description = ''): object => ({ type: 'string', description });
const define = (
  name: string,
  description: string,
  properties: object,
  required: readonly string[] = Object.keys(properties),
): MindFunction => ({
  name,
  description,
  parameters: { type: 'object', properties, required },
});

const weather = define(
  'get_weather',
  'Возвращает погоду в городе',
  { city: text('Город'), units: { type: 'string', enum: ['celsius', 'fahrenheit'] } },
  ['city'],
);
const weatherInEnglish = define('getWeather', 'Get the current weather for a location', {
  location: text('City name'),
});
const letter = define(
  'send_email',
  'Отправляет письмо',
  { to: text('Адрес почты получателя'), subject: text('Тема'), body: text('Текст письма') },
  ['to', 'body'],
);
const calculator = define('calculator', 'Evaluates a math expression', {
  expression: text('The expression'),
});
const documents = define('search_docs', 'Поиск по документации', { query: text('Запрос') });
const rate = define(
  'get_exchange_rate',
  'Курс валют',
  { from: text('код исходной валюты'), to: text('код целевой валюты'), amount: { type: 'number' } },
  ['from', 'to'],
);
const flight = define('book_flight', 'Бронирует авиабилет', {
  origin: text('Город отправления'),
  destination: text('Город прибытия'),
  date: { type: 'string', format: 'date' },
  passengers: { type: 'integer', minimum: 1, description: 'Число пассажиров' },
});
const reminder = define(
  'createReminder',
  'Create a reminder',
  { text: text('what to remind'), date: { type: 'string', format: 'date' }, time: text('HH:MM') },
  ['text'],
);
const adder = define('my_adder_tool', 'Takes two integers, a and b, and returns their sum.', {
  a: { type: 'integer' },
  b: { type: 'integer' },
});
const multiplier = define('multiply', 'Multiply two numbers', {
  a: { type: 'number' },
  b: { type: 'number' },
});
const task = define('add_task', 'Add a task to the list', {
  title: text(),
  priority: { type: 'string', enum: ['low', 'medium', 'high'] },
});
const everything = [weather, letter, calculator, documents, rate, flight, reminder];

function ask(
  request: string,
  functions: readonly MindFunction[],
  rest: Partial<MindTurn> = {},
): MindCall | undefined {
  return mind.answer({ model: 'GigaChat-2', messages: [{ role: 'user', text: request }], functions, ...rest })
    .calls?.[0];
}

/** Every call and the answer in words after them, each call answered with the next result. */
function run(
  request: string,
  functions: readonly MindFunction[],
  results: readonly unknown[],
): { calls: MindCall[]; words: string } {
  const messages: MindMessage[] = [{ role: 'user', text: request }];
  const calls: MindCall[] = [];
  for (;;) {
    const reply = mind.answer({ model: 'GigaChat-2', messages, functions });
    const call = reply.calls?.[0];
    if (call === undefined) return { calls, words: String(reply.text) };
    calls.push(call);
    if (calls.length > 20) throw new Error('The mind calls without end.');
    messages.push({ role: 'assistant', text: '', calls: [call] });
    messages.push({
      role: 'function',
      text: '',
      results: [{ name: call.name, value: results[calls.length - 1] ?? { status: 'ok' } }],
    });
  }
}

describe('a call is chosen and filled from the request', () => {
  it.each<[request: string, functions: readonly MindFunction[], name: string, filled: object]>([
    ['Какая погода в Москве?', everything, 'get_weather', { city: 'Москва' }],
    ['Какая погода в Нижнем Новгороде?', everything, 'get_weather', { city: 'Нижний Новгород' }],
    ['Сколько градусов в Казани?', everything, 'get_weather', { city: 'Казань' }],
    ['Брать ли зонт в Сочи?', everything, 'get_weather', { city: 'Сочи' }],
    ["What's the weather in San Francisco?", [weatherInEnglish], 'getWeather', { location: 'San Francisco' }],
    ['Will it rain in London tomorrow?', [weatherInEnglish], 'getWeather', { location: 'London' }],
    ['Какая погода в Париже?', [weatherInEnglish], 'getWeather', { location: 'Париж' }],
    ['Сколько будет 17*23?', everything, 'calculator', { expression: '17*23' }],
    ['What is 1+2?', [adder, multiplier], 'my_adder_tool', { a: 1, b: 2 }],
    ['Multiply 6 by 7', [adder, multiplier], 'multiply', { a: 6, b: 7 }],
    ['Курс доллара к рублю', everything, 'get_exchange_rate', { from: 'USD', to: 'RUB' }],
    [
      'Сколько будет 100 долларов в евро?',
      everything,
      'get_exchange_rate',
      { from: 'USD', to: 'EUR', amount: 100 },
    ],
    [
      'Забронируй билет из Москвы в Сочи на 5 декабря для двух пассажиров',
      everything,
      'book_flight',
      { origin: 'Москва', destination: 'Сочи', date: '2026-12-05', passengers: 2 },
    ],
    [
      'Book a flight from Paris to Rome on 2026-12-24 for 3 passengers',
      [flight],
      'book_flight',
      { origin: 'Paris', destination: 'Rome', date: '2026-12-24', passengers: 3 },
    ],
    [
      'Напомни мне завтра в 15:30 позвонить маме',
      everything,
      'createReminder',
      { text: 'позвонить маме', date: '2026-11-22', time: '15:30' },
    ],
    [
      'Отправь письмо на anna@example.com с темой «Отчёт» и текстом «Всё готово»',
      everything,
      'send_email',
      { to: 'anna@example.com', subject: 'Отчёт', body: 'Всё готово' },
    ],
    [
      'Добавь срочную задачу «Купить молоко»',
      [task],
      'add_task',
      { title: 'Купить молоко', priority: 'high' },
    ],
    ['Как настроить прокси?', [documents], 'search_docs', { query: 'Как настроить прокси?' }],
    [
      'What is the value of magic_function(3)?',
      [define('magic_function', 'Applies a magic function to an input', { input: { type: 'integer' } })],
      'magic_function',
      { input: 3 },
    ],
    [
      'Удали файл report.pdf',
      [
        define('delete_file', 'Deletes a file', { path: text('File path') }),
        define('read_file', 'Reads a file', { path: text('File path') }),
      ],
      'delete_file',
      {},
    ],
  ])('%s', (request, functions, name, filled) => {
    const call = ask(request, functions);
    expect(call?.name).toBe(name);
    expect(call?.arguments).toMatchObject(filled);
  });

  it.each<[request: string, functions: readonly MindFunction[]]>([
    ['Привет!', everything],
    ['Спасибо за погоду!', everything],
    ['Как дела?', everything],
    ['Расскажи анекдот', everything],
    ['Столица Франции?', [weather]],
    ['Расскажи про город Москву', [weather]],
    ['Hello there', [weatherInEnglish, adder]],
    ['Кто ты?', [documents]],
  ])('%s: words are enough', (request, functions) => {
    expect(ask(request, functions)).toBeUndefined();
  });

  it('takes the arguments of a sample whose request is the same', () => {
    const exotic: MindFunction = {
      ...define('rate', '', { pair: text() }),
      examples: [{ request: 'почём бакс', params: { pair: 'USD/RUB' } }],
    };
    expect(ask('Почём бакс?', [exotic])).toEqual({ name: 'rate', arguments: { pair: 'USD/RUB' } });
  });

  it('calls nothing when told not to', () => {
    expect(ask('Какая погода в Москве?', everything, { functionChoice: 'none' })).toBeUndefined();
  });

  it('calls the forced function with the arguments fixed by the caller and its own for the rest', () => {
    const call = ask('Что-нибудь', everything, {
      functionChoice: { name: 'get_weather', partialArguments: { units: 'fahrenheit' } },
    });
    expect(call).toEqual({
      name: 'get_weather',
      arguments: { city: expect.any(String), units: 'fahrenheit' },
    });
  });

  it('never leaves out what is required', () => {
    for (const candidate of everything) {
      const call = ask('Сделай что-нибудь', everything, { functionChoice: { name: candidate.name } });
      expect(Object.keys(call?.arguments ?? {})).toEqual(
        expect.arrayContaining([...((candidate.parameters?.['required'] as string[] | undefined) ?? [])]),
      );
    }
  });
});

describe('after a result', () => {
  it.each<[request: string, functions: readonly MindFunction[], result: unknown, words: RegExp]>([
    ['Какая погода в Москве?', [weather], { temperature: 21, condition: 'ясно' }, /температура — 21.*ясно/],
    [
      "What's the weather in London?",
      [weatherInEnglish],
      { temperature: 12, wind: '5 m/s' },
      /temperature — 12.*wind — 5 m\/s/,
    ],
    ["What's the weather in London?", [weatherInEnglish], 'Sunny, 18C', /^Sunny, 18C\.$/],
    ['Сколько будет 17*23?', [calculator], 391, /391/],
    ['What is 1+2?', [adder], { result: 3 }, /3/],
    ['Какая погода в Москве?', [weather], { error: 'нет связи' }, /Не получилось.*нет связи/],
    ['Найди в документации, как получить токен', [documents], [], /ничего не наш/],
    [
      'Как получить токен?',
      [documents],
      [
        { text: 'Токен получают запросом на адрес авторизации. Он живёт полчаса.', source: 'auth.md' },
        { text: 'Цены указаны в рублях за тысячу единиц.', source: 'price.md' },
      ],
      /запросом на адрес авторизации.*\(auth\.md\)/,
    ],
  ])('%s: tells %j', (request, functions, result, words) => {
    expect(run(request, functions, [result]).words).toMatch(words);
  });

  it('calls the second function a request needs, then answers', () => {
    const { calls, words } = run(
      'Узнай погоду в Сочи и отправь письмо на anna@example.com с текстом «Всё хорошо»',
      everything,
      [{ temperature: 25 }, { status: 'sent' }],
    );
    expect(calls.map(({ name }) => name)).toEqual(['get_weather', 'send_email']);
    expect(calls[1]?.arguments).toMatchObject({ to: 'anna@example.com', body: 'Всё хорошо' });
    expect(words).toMatch(/25[\s\S]*sent/);
  });

  it('calls a function again for a second city and no more than that', () => {
    const { calls } = run('Погода в Москве и Казани', [weather], [{ temperature: 1 }, { temperature: 2 }]);
    expect(calls.map(({ arguments: { city } }) => city)).toEqual(['Москва', 'Казань']);
  });

  it('hands on what an earlier result named', () => {
    const find = define('find_customer', 'Finds a customer by email', { email: text() });
    const orders = define('list_orders', 'Lists orders of a customer', { customer_id: text() });
    const { calls } = run(
      'Find the customer bob@example.com and list their orders',
      [find, orders],
      [{ customer_id: 'C-77' }, []],
    );
    expect(calls).toEqual([
      { name: 'find_customer', arguments: { email: 'bob@example.com' } },
      { name: 'list_orders', arguments: { customer_id: 'C-77' } },
    ]);
  });

  it('does not loop, whatever comes back', () => {
    for (const request of [
      'Какая погода в Москве?',
      'Сколько будет 2+2?',
      'Как настроить прокси?',
      'Курс доллара и евро к рублю',
    ]) {
      expect(run(request, everything, []).calls.length).toBeLessThanOrEqual(3);
    }
  });

  it('starts afresh with the next question', () => {
    const messages: MindMessage[] = [
      { role: 'user', text: 'Какая погода в Москве?' },
      { role: 'assistant', text: '', calls: [{ name: 'get_weather', arguments: { city: 'Москва' } }] },
      { role: 'function', text: '', results: [{ name: 'get_weather', value: { temperature: 1 } }] },
      { role: 'assistant', text: 'Один градус.' },
      { role: 'user', text: 'А какая погода в Казани?' },
    ];
    expect(
      mind.answer({ model: 'GigaChat-2', messages, functions: [weather] }).calls?.[0]?.arguments,
    ).toMatchObject({ city: 'Казань' });
  });
});
