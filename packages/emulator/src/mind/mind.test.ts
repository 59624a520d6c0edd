import { describe, expect, it } from 'vitest';
import { createMind } from './mind.ts';
import type { MindMessage, MindTurn } from './mind-turn.ts';

const mind = createMind({ seed: 1, now: () => Date.UTC(2026, 10, 21, 9) });

/** Lines that begin with `S:` are the system's, every other one is the person's; each gets its answer. */
function talk(lines: readonly string[], rest: Partial<MindTurn> = {}): string {
  const messages: MindMessage[] = [];
  let answer = '';
  for (const line of lines) {
    if (line.startsWith('S:')) {
      messages.push({ role: 'system', text: line.slice(2).trim() });
      continue;
    }
    messages.push({ role: 'user', text: line });
    answer = String(mind.answer({ model: 'GigaChat-2', messages, ...rest }).text);
    messages.push({ role: 'assistant', text: answer });
  }
  return answer;
}

describe('a conversation', () => {
  it.each<[lines: string[], answer: RegExp]>([
    [['Привет!'], /Привет|Здравствуйте/],
    [['Hello!'], /Hello|Hi/],
    [['Добрый день, Гига'], /Привет|Здравствуйте/],
    [['Как дела?'], /[а-я]/],
    [['Кто ты?'], /эмулятор/],
    [['Who are you?'], /emulator/],
    [['Что ты умеешь?'], /\*\*считать\*\*/],
    [['Спасибо'], /Пожалуйста|рад|Не за что/],
    [['Bye!'], /Goodbye|See you|Take care/],
    [['Расскажи анекдот'], /.{20}/],
    [['Tell me a joke'], /.{20}/],
    [['Say "pong"'], /^pong$/],
    [['Повтори за мной: раз, два'], /^раз, два$/],
    [['Say this is a test'], /^This is a test$/],
  ])('%j is answered in kind', (lines, answer) => {
    expect(talk(lines)).toMatch(answer);
  });

  it.each<[question: string, answer: RegExp]>([
    ['Сколько будет 17*23?', /391/],
    ['What is 17 * 23?', /391/],
    ['2+2', /4/],
    ['Сколько будет два плюс два?', /4$/],
    ['15% от 2400', /360/],
    ['what is 15% of 240', /36$/],
    ['корень из 144', /12$/],
    ['(2 + 3) * 4', /20$/],
    ['2 в степени 10', /1024/],
    ['Раздели 9 на 2', /4,5/],
    ['Divide 9 by 2', /4\.5/],
    ['10/0', /нельзя/],
    ['1 000 000 * 3', /3000000/],
  ])('works out %j', (question, answer) => {
    expect(talk([question])).toMatch(answer);
  });

  it.each([
    'Прогноз на 3-5 дней есть?',
    'Позвони на +7 900 123-45-67',
    'Работаем 24/7 без выходных',
    'Дата 2026-01-02 подойдёт',
  ])('does not take %j for a sum', (question) => {
    expect(talk([question])).not.toMatch(/=/);
  });

  it.each<[lines: string[], answer: RegExp]>([
    [['Меня зовут Аня', 'Как меня зовут?'], /Аня/],
    [['My name is Bob', 'What is 2+2?', "What's my name?"], /Bob/],
    [['Привет! Меня зовут Олег, мне 30 лет', 'Сколько мне лет?'], /30/],
    [['Я живу в Казани', 'Где я живу?'], /Казани/],
    [['I live in Paris', 'Where do I live?'], /Paris/],
    [['Мой любимый цвет — синий', 'Какой мой любимый цвет?'], /синий/],
    [['My favourite food is pizza.', 'What is my favourite food?'], /pizza/],
    [['Мою собаку зовут Рекс', 'Как зовут мою собаку?'], /Рекс/],
    [['Код от сейфа 4815', 'Какой код от сейфа?'], /4815/],
    [['Меня зовут Аня', 'Привет'], /Аня/],
    [['Как меня зовут?'], /не говорили/],
    [['What is my name?'], /haven't told/],
  ])('%j: remembers what was said', (lines, answer) => {
    expect(talk(lines)).toMatch(answer);
  });

  it.each<[question: string, answer: RegExp]>([
    ['Какой сегодня день?', /21 ноября 2026/],
    ["What is today's date?", /21 November 2026/],
    ['Какой день недели был 12 апреля 1961 года?', /среда/],
    ['Сколько дней между 2026-01-01 и 2026-03-01?', /59/],
    ['Посчитай от 1 до 5', /^1, 2, 3, 4, 5$/],
    ['Count from 3 to 1', /^3, 2, 1$/],
    ['How many r in strawberry?', /3 times/],
    ['Сколько букв в слове молоко?', /6/],
    ['Отсортируй по убыванию: 3, 10, 2', /^10, 3, 2$/],
    ['Переверни слово «кот»', /^ток$/],
    ['Назови три фрукта', /^1\. .+\n2\. .+\n3\. .+$/],
    ['List 4 colors', /^1\. .+\n2\. .+\n3\. .+\n4\. .+$/],
    ['Столица Франции?', /Париж/],
    ['What is the capital of Japan?', /Tokyo/],
    ['Почему небо голубое?', /Рэлея/],
    ['Why is the sky blue?', /Rayleigh/],
    ['Переведи на английский: красный дом', /^red house$/],
    ['Как по-английски вода?', /^water$/],
    ['Translate "good morning" to Russian', /^доброе утро$/],
    ['Напиши функцию факториала на Python', /```python\ndef factorial/],
    ['Write a TypeScript function that reverses a string', /```typescript\nfunction reverse/],
    ['Определи тональность: телефон сломался, ужасное качество', /Негативн/],
    ['Напиши рецепт лазаньи', /1\. /],
  ])('%j', (question, answer) => {
    expect(talk([question])).toMatch(answer);
  });

  it.each(['Как устроен ядерный реактор?', 'Что думаешь о джазе?'])(
    '%j: admits in Russian what it is',
    (question) => {
      expect(talk([question])).toMatch(/эмулятор/);
    },
  );

  it('admits in English what it is when it does not know', () => {
    expect(talk(['How do jet engines work?'])).toMatch(/emulator/);
  });
});

describe('instructions of the system', () => {
  it.each<[lines: string[], answer: RegExp]>([
    [['S:Answer in English.', 'Привет, как дела?'], /^[^а-яё]+$/i],
    [['S:Отвечай по-русски.', 'What is the capital of Italy?'], /Рим/],
    [['S:Отвечай только да или нет.', '5 больше 3?'], /^Да$/],
    [['S:Answer only yes or no.', 'Is 2 greater than 7?'], /^No$/],
    [['S:Отвечай кратко.', 'Столица Японии?'], /^Токио$/],
    [['S:Отвечай кратко.', 'Сколько будет 6*7?'], /^42$/],
    [['S:Ты — пират.', 'Сколько будет 2+2?'], /Йо-хо-хо.*4/],
    [['S:You are a pirate.', 'What is 2+2?'], /Arr.*4/],
    [['S:Заканчивай каждый ответ словом «Мяу».', 'Столица Италии?'], /Мяу$/],
    [['S:Пиши ответы заглавными буквами.', 'Столица Италии?'], /^РИМ\.$/],
    [['S:Ты полезный ассистент.', 'Привет'], /Привет|Здравствуйте/],
  ])('%j', (lines, answer) => {
    expect(talk(lines)).toMatch(answer);
  });
});

describe('texts to answer from', () => {
  const shop =
    '[1] Доставка занимает три дня, курьер звонит за час.\n[2] Вернуть товар можно в течение 14 дней.\n[3] Оплата картой или наличными.';
  it.each<[lines: string[], answer: RegExp]>([
    [[`S:Отвечай по контексту.\n\nКонтекст:\n${shop}`, 'Сколько дней есть на возврат?'], /14 дней \[2\]/],
    [
      [`S:Use the context below to answer.\n\nContext:\n${shop}`, 'Чем можно оплатить?'],
      /картой или наличными \[3\]/,
    ],
    [[`Контекст:\n${shop}\n\nВопрос: Сколько занимает доставка?\nОтвет:`], /три дня/],
    [
      [
        `Context:\nThe Eiffel Tower is 330 metres tall. It was built in 1889.\n\nQuestion: When was the tower built?`,
      ],
      /1889/,
    ],
    [
      [`<context>\nПароль от сети — 12345678. Завтрак с семи до десяти.\n</context>\n\nВо сколько завтрак?`],
      /с семи до десяти/,
    ],
    [
      [
        `Use these documents:\n\nSource: faq.md\nContent: Refunds take five days.\n\nSource: team.md\nContent: Our team has ten people.\n\nHow long do refunds take?`,
      ],
      /five days \(faq\.md\)/,
    ],
    [[`Контекст:\n${shop}\n\nВопрос: Кто написал «Евгения Онегина»?`], /не знаю/i],
    [
      [
        `S:Answer from the context only.\n\nContext:\nCats sleep a lot. Dogs bark.`,
        'What is the price of oil?',
      ],
      /don't know/,
    ],
    [[`S:Контекст:\n${shop}`, 'Привет!'], /Привет|Здравствуйте/],
  ])('%j', (lines, answer) => {
    expect(talk(lines)).toMatch(answer);
  });

  it('tells the gist of a text with its own sentences', () => {
    const text =
      'Кот жил в старом доме у реки. Погода стояла тёплая. Каждое утро кот ходил из дома к реке ловить рыбу. Часы били девять.';
    const gist = talk([`Кратко перескажи: ${text}`]);
    expect(gist.length).toBeLessThan(text.length);
    expect(gist).toContain('кот');
  });
});

describe('the shape of an answer', () => {
  const ask = (text: string): MindTurn => ({ model: 'GigaChat-2', messages: [{ role: 'user', text }] });

  it('is the same for the same seed and question', () => {
    expect(createMind({ seed: 7 }).answer(ask('Расскажи анекдот'))).toEqual(
      createMind({ seed: 7 }).answer(ask('Расскажи анекдот')),
    );
  });

  it('carries thoughts when they are wanted', () => {
    expect(mind.answer({ ...ask('Столица Италии?'), wantsReasoning: true }).reasoning).toMatch(/Италии/);
    expect(mind.answer(ask('Столица Италии?')).reasoning).toBeUndefined();
  });

  it('is cut at the most tokens and says so', () => {
    const reply = mind.answer({ ...ask('Почему небо голубое?'), maxTokens: 5 });
    expect(reply.finishReason).toBe('length');
    expect(mind.countTokens(String(reply.text))).toBeLessThanOrEqual(5);
  });

  it('survives a turn without words', () => {
    expect(mind.answer({ model: 'GigaChat-2', messages: [] }).text).toEqual(expect.any(String));
    expect(mind.answer(ask('')).text).toEqual(expect.any(String));
    expect(mind.answer(ask('🙂🙂')).text).toEqual(expect.any(String));
  });

  it('draws when it may, with the tool it was given', () => {
    const reply = mind.answer({ ...ask('Нарисуй кота на закате'), builtIns: ['text2image'] });
    expect(reply.images).toEqual([{ prompt: 'кота на закате' }]);
    expect(reply.builtIns?.[0]?.name).toBe('text2image');
    expect(
      mind.answer({ ...ask('Draw a red house, please'), builtIns: ['image_generate'] }).images,
    ).toHaveLength(1);
  });

  it('answers in words when it may not draw', () => {
    expect(mind.answer(ask('Нарисуй кота')).images).toBeUndefined();
    expect(
      mind.answer({ ...ask('Нарисуй кота'), builtIns: ['text2image'], functionChoice: 'none' }).images,
    ).toBeUndefined();
    expect(mind.answer({ ...ask('Привет'), builtIns: ['text2image'] }).images).toBeUndefined();
  });

  it('names a source after a web search and owns up to having none', () => {
    const reply = mind.answer({ ...ask('Найди в интернете новости о роботах'), builtIns: ['web_search'] });
    expect(reply.sources).toHaveLength(1);
    expect(reply.text).toMatch(/эмулятор/);
  });
});
