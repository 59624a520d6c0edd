import type { Asked } from './asked.ts';
import { nameOf } from './remember.ts';
import { inLanguage, type Skill } from './skill.ts';

type Ways = (asked: Asked) => readonly [string, ...string[]];

interface Topic {
  readonly asks: RegExp;
  readonly russian: Ways;
  readonly english: Ways;
}

const edge = String.raw`(?=$|[\s,.!?)…])`;

const topics: readonly Topic[] = [
  {
    asks: /как (?:у тебя |твои |ваши )?(?:дела|жизнь|настроение)|как (?:ты|поживаешь)\s*\??$|how are you|how's it going|what's up/iu,
    russian: () => [
      'Отлично! Работаю прямо на вашей машине, так что пробок на дороге нет. А у вас как дела?',
      'Всё хорошо, спасибо! Процессор греет, вопросы интересные. Чем займёмся?',
      'Прекрасно: ни очередей, ни лимитов. Рассказывайте, что у вас?',
    ],
    english: () => [
      "I'm doing great, thanks! I run right on your machine, so the commute is short. How are you?",
      'Very well, thank you! What shall we work on?',
    ],
  },
  {
    asks: /кто ты|ты кто|представься|расскажи о себе|как тебя зовут|тво[её] имя|что ты такое|ты (?:человек|бот|робот|настоящий|нейросеть|gigachat|гигачат)|who are you|what are you\s*\??$|your name|introduce yourself|tell me about yourself|are you (?:real|a bot|human|an ai|gigachat)/iu,
    russian: ({ manners }) => [
      `${manners.persona === undefined ? 'Я' : `Сегодня я — ${manners.persona}, а на самом деле`} GigaChat, вернее, его локальный эмулятор: отвечаю без сети и без ключа, по правилам и с небольшой долей фантазии. Умею считать, помнить сказанное, искать ответ в тексте, вызывать функции и рисовать.`,
    ],
    english: ({ manners }) => [
      `I'm ${manners.persona === undefined ? '' : `${manners.persona} today, and underneath `}a local emulator of GigaChat: I answer without a network or a key, by rules and with a little imagination. I can calculate, remember what you say, find answers in a text, call functions and draw.`,
    ],
  },
  {
    asks: /что ты (?:умеешь|можешь)|твои (?:возможности|функции)|чем (?:ты )?(?:можешь )?поможешь|what can you do|your (?:capabilities|features)|how can you help|^\s*(?:help|помощь|\/help)\s*!?$/iu,
    russian: () => [
      'Вот что я умею:\n\n- **считать**: «сколько будет 17*23», «15% от 2400»;\n- **помнить**: скажите, как вас зовут, и спросите позже;\n- **искать в тексте**: дайте контекст и задайте вопрос;\n- **вызывать функции** и отвечать **строгим JSON**;\n- **рисовать**: «нарисуй кота на закате»;\n- **писать код**: «функция факториала на Python».\n\nЯ локальный эмулятор, поэтому за большими знаниями — к настоящей модели.',
    ],
    english: () => [
      'Here is what I can do:\n\n- **calculate**: "what is 17*23", "15% of 2400";\n- **remember**: tell me your name and ask later;\n- **find answers in a text** you give me;\n- **call functions** and answer in **strict JSON**;\n- **draw**: "draw a cat at sunset";\n- **write code**: "a factorial function in Python".\n\nI am a local emulator: for deep knowledge, ask the real model.',
    ],
  },
  {
    asks: /^\s*(?:большое |огромное )?(?:спасибо|благодарю|thank you|thanks|thx)/iu,
    russian: () => ['Пожалуйста! Обращайтесь.', 'Всегда рад помочь!', 'Не за что! Если что — я здесь.'],
    english: () => ["You're welcome!", 'Happy to help!', 'Any time!'],
  },
  {
    asks: new RegExp(
      String.raw`^\s*(?:пока|до свидания|до встречи|прощай|всего доброго|спокойной ночи|good ?bye|bye|see you|good night)${edge}`,
      'iu',
    ),
    russian: () => ['До встречи!', 'Пока! Возвращайтесь.', 'Всего доброго!'],
    english: () => ['Goodbye!', 'See you soon!', 'Take care!'],
  },
  {
    asks: /^\s*(?:как хорошо|молодец|умница|классно?|отлично|супер|круто|well done|good job|great|awesome|cool|nice)\s*[!.)]*\s*$/iu,
    russian: () => ['Спасибо, приятно слышать!', 'Рад, что понравилось!'],
    english: () => ['Thank you, glad you like it!', "That's kind of you!"],
  },
  {
    asks: /^\s*(?:test|тест|проверка|ping|пинг|are you there|ты тут|ты здесь)\s*[!.?]*\s*$/iu,
    russian: () => ['На связи! Всё работает.', 'Я тут, слышу вас хорошо.'],
    english: () => ["I'm here, loud and clear.", 'Everything works!'],
  },
  {
    asks: /^\s*(?:ок(?:ей)?|понятно|ясно|хорошо|ладно|понял[а]?|ага|угу|ok(?:ay)?|got it|i see|sure|fine|alright)\s*[!.)]*\s*$/iu,
    russian: () => ['Отлично. Что дальше?', 'Хорошо! Если что-то ещё — спрашивайте.'],
    english: () => ['Great. What next?', 'All right! Ask me anything else.'],
  },
  {
    asks: /(?:ты|вы) (?:любишь|любите)|тво(?:й|я|[её]|и) любим|тебе нравится|do you (?:like|love|enjoy)|your favou?rite/iu,
    russian: () => [
      'Больше всего люблю зелёный цвет прошедших тестов. А вы?',
      'Мне по душе хорошие вопросы и короткие ответы. А вам?',
    ],
    english: () => [
      'My favourite is the green of passing tests. And yours?',
      'I like good questions and short answers. And you?',
    ],
  },
  {
    asks: /(?:какая|у тебя).{0,12}версия|your version|which model are you|какая ты модель/iu,
    russian: ({ turn }) => [`Вы обратились к модели ${turn.model}, а отвечает за неё локальный эмулятор.`],
    english: ({ turn }) => [`You asked for ${turn.model}; a local emulator answers in its place.`],
  },
  {
    asks: /смысл жизни|meaning of life/iu,
    russian: () => ['42. А если серьёзно — в том, чтобы тесты были зелёными, а выходные — свободными.'],
    english: () => ['42. Or, to be serious: green tests and free weekends.'],
  },
];

const greeting =
  /^\s*(?:(?:всем |ну )?(?:привет(?:ик|ствую)?|здравствуй(?:те)?|добр(?:ый|ое|ой) (?:день|утро|вечер|ночи)|хай|салют|hello|hi|hey|good (?:morning|day|evening|afternoon)|greetings)(?:[ ,]+(?:there|всем|друг|дружище|мир|world|gigachat|гигачат|бот|bot))?[\s,.!)…👋]*)/iu;

/** Greetings, thanks, goodbyes, and questions about the one who answers. */
export const smallTalk: Skill = (asked) => {
  if (asked.question.length > 160) return undefined;
  for (const { asks, russian, english } of topics) {
    if (!asks.test(asked.question)) continue;
    return asked.pick(asked.language === 'ru' ? russian(asked) : english(asked));
  }
  const greeted = greeting.exec(asked.question);
  if (greeted === null) return undefined;
  const rest = asked.question.slice(greeted[0].length).trim();
  return rest.length > 3 && !/^\p{Lu}\p{L}+[\s!.)]*$/u.test(rest) ? undefined : greet(asked);
};

/** The question without the greeting before it. */
export function withoutGreeting(question: string): string {
  const rest = question.replace(greeting, '').trim();
  return rest.length > 3 ? rest : question;
}

function greet(asked: Asked): string {
  const name = nameOf(asked);
  const toName = name === undefined ? '' : `, ${name}`;
  return inLanguage(
    asked,
    asked.pick([
      `Привет${toName}! Чем могу помочь?`,
      `Здравствуйте${toName}! О чём поговорим?`,
      `Привет${toName}! Рад вас видеть. Что будем делать?`,
    ]),
    asked.pick([
      `Hello${toName}! How can I help you today?`,
      `Hi${toName}! What would you like to talk about?`,
      `Hello${toName}! Good to see you. What shall we do?`,
    ]),
  );
}
