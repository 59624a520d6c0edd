import { conceptsOf } from '../language/concepts-of.ts';
import type { Asked } from './asked.ts';
import { inLanguage, type Skill } from './skill.ts';

/** Jokes, verses, tales, recipes, headlines. */
export const creative: Skill = (asked) => {
  const { question } = asked;
  const topic = topicOf(question);
  if (/шутк|шути|анекдот|рассмеши|пошути|joke|make me laugh|something funny/i.test(question))
    return joke(asked);
  if (/хайку|haiku/i.test(question)) {
    return inLanguage(
      asked,
      asked.pick([
        'Тихий сервер спит.\nВ логах — только первый снег.\nЗелёный тест. Ждёт.',
        'Утренний туман.\nКот следит за курсором.\nСборка удалась.',
      ]),
      asked.pick([
        'The server sleeps now.\nOnly snow falls in the logs.\nThe green test can wait.',
        'Morning mist, a cat\nwatches the cursor blinking.\nThe build has gone green.',
      ]),
    );
  }
  if (/стих|четверостиш|поэм|poem|verse|rhyme/i.test(question)) return poem(asked, topic);
  if (
    /(?:расскажи|придумай|напиши|сочини)[^.]{0,25}(?:историю|сказку|рассказ|историй)|(?:tell|write|invent)[^.]{0,30}(?:story|tale)/iu.test(
      question,
    )
  )
    return story(asked, topic);
  if (
    /рецепт|как (?:приготовить|сварить|испечь|сделать (?:блин|салат|суп))|recipe|how (?:do i|to) (?:cook|bake|make)/i.test(
      question,
    )
  )
    return recipe(asked, topic);
  if (/(?:invent|create|придумай)[^.]{0,20}(?:holiday|праздник)/iu.test(question)) return holiday(asked);
  if (
    /(?:придумай|сгенерируй|напиши|предложи|generate|write|create|give)[^.]{0,40}(?:заголовок|заголовк|название|title|headline)/iu.test(
      question,
    )
  ) {
    return title(asked, topic);
  }
  return undefined;
};

/** What a request to write is about: what follows «про», «о», `about`. */
function topicOf(question: string): string | undefined {
  return /(?:^|[\s(])(?:про|об?|обо|about|on|for|for an?)\s+(?!мне\b|me\b)([^.,!?\n]{2,60})/iu
    .exec(question)?.[1]
    ?.trim();
}

function joke(asked: Asked): string {
  return inLanguage(
    asked,
    asked.pick([
      'Программист приходит в магазин: «Пакет нужен?» — «Нужен, только чтобы с подтверждением доставки».',
      'Оптимист видит стакан наполовину полным, пессимист — наполовину пустым, а программист — стакан вдвое больше нужного.',
      '— Почему программисты путают Хэллоуин и Рождество?\n— Потому что OCT 31 = DEC 25.',
      'Кот сел на клавиатуру и случайно прошёл собеседование. Отказался: далеко от батареи.',
    ]),
    asked.pick([
      'Why do programmers prefer dark mode? Because light attracts bugs.',
      'There are 10 kinds of people: those who understand binary and those who do not.',
      'A SQL query walks into a bar, goes up to two tables and asks: "May I join you?"',
      'My cat walked over the keyboard and passed the code review. The comment was "purrfect".',
    ]),
  );
}

function poem(asked: Asked, topic: string | undefined): string {
  return inLanguage(
    asked,
    `${topic === undefined ? '' : `*Стихи — ${topic}*\n\n`}${asked.pick([
      'За окном мерцает вечер,\nТихо дышит старый дом,\nИ фонарь, как добрый сторож,\nСветит золотым огнём.',
      'Утро красит крыши светом,\nПтицы делят провода,\nМир неспешно пахнет летом,\nИ бежит к реке вода.',
    ])}`,
    `${topic === undefined ? '' : `*Lines about ${topic}*\n\n`}${asked.pick([
      'The evening leans on window glass,\nThe kettle hums a tune,\nAnd through the garden’s silver grass\nGoes barefoot, slow, the moon.',
      'The morning paints the roofs with light,\nThe sparrows share a wire,\nThe river carries off the night,\nThe clouds have caught on fire.',
    ])}`,
  );
}

function story(asked: Asked, topic: string | undefined): string {
  const about = topic ?? inLanguage(asked, 'маленького робота', 'a small robot');
  return inLanguage(
    asked,
    `Это история про ${about}. Дело было в городе, где каждое утро пахло хлебом, а по вечерам зажигались окна, похожие на клавиши. Однажды случилось странное: все часы пошли назад. Пришлось подняться на башню, найти уснувшего смотрителя и угостить его чаем. Часы пошли верно, а чай с тех пор пили вместе.`,
    `Once upon a time there was ${about}. The town around smelled of bread in the mornings, and in the evenings its windows lit up like keys of a piano. One day all the clocks began to run backwards. Somebody had to climb the tower, find the keeper asleep and offer him tea. The clocks ran true again, and the tea became a tradition.`,
  );
}

function recipe(asked: Asked, topic: string | undefined): string {
  const isLasagna = /лазань|lasagn/i.test(asked.question);
  const isPancakes = /блин|pancake/i.test(asked.question);
  if (isLasagna) {
    return inLanguage(
      asked,
      '### Лазанья\n\n**Ингредиенты:** листы лазаньи — 12 шт., томаты — 800 г, шпинат — 400 г, рикотта — 500 г, моцарелла — 300 г.\n\n1. Потушите томаты с чесноком 20 минут.\n2. Смешайте рикотту со шпинатом.\n3. Выложите слоями листы, соус, рикотту и моцареллу.\n4. Запекайте 40 минут при 180 °C.',
      '### Lasagna\n\n**Ingredients:** 12 lasagna sheets, 800 g tomatoes, 400 g spinach, 500 g ricotta, 300 g mozzarella.\n\n1. Simmer the tomatoes with garlic for 20 minutes.\n2. Mix the ricotta with the spinach.\n3. Layer sheets, sauce, ricotta and mozzarella.\n4. Bake for 40 minutes at 180 °C.',
    );
  }
  const dish = isPancakes
    ? inLanguage(asked, 'Блины', 'Pancakes')
    : (topic ?? inLanguage(asked, 'Блины', 'Pancakes'));
  return inLanguage(
    asked,
    `### ${dish}\n\n**Ингредиенты:** мука — 200 г, молоко — 500 мл, яйца — 2 шт., щепотка соли, ложка масла.\n\n1. Взбейте яйца с солью и молоком.\n2. Всыпьте муку, размешайте без комков.\n3. Дайте постоять 20 минут.\n4. Готовьте на горячей сковороде по минуте с каждой стороны.`,
    `### ${dish}\n\n**Ingredients:** 200 g flour, 500 ml milk, 2 eggs, a pinch of salt, a spoon of oil.\n\n1. Whisk the eggs with salt and milk.\n2. Add the flour and stir until smooth.\n3. Let it rest for 20 minutes.\n4. Cook on a hot pan for a minute on each side.`,
  );
}

function holiday(asked: Asked): string {
  return inLanguage(
    asked,
    '**День тихого запуска** отмечают в первую пятницу осени. Утром выключают уведомления, днём запускают бумажные самолётики с пожеланиями, а вечером пекут пирог с секретом: кому досталась изюминка, тот весь год выбирает музыку.',
    '**Quiet Launch Day** falls on the first Friday of autumn. In the morning all notifications are switched off, at noon people launch paper planes with wishes on them, and in the evening they bake a pie with a secret: whoever finds the raisin picks the music all year.',
  );
}

function title(asked: Asked, topic: string | undefined): string | undefined {
  const from =
    /:\s*([\s\S]+)$/.exec(asked.question)?.[1] ?? topic ?? asked.saidBefore[0] ?? asked.passages[0]?.text;
  if (from === undefined || conceptsOf(from).length === 0) return undefined;
  const words = from
    .replace(/[\n*#_`"«»]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 6)
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1).replace(/[.,!?:;]+$/, '');
}
