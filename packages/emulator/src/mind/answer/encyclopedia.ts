import { conceptsOf } from '../language/concepts-of.ts';
import { stem } from '../language/stem.ts';
import { wordsOf } from '../language/words-of.ts';
import { inLanguage, type Skill } from './skill.ts';

/** Country in both languages, its capital in both. */
const capitals = `
Россия|Russia|Москва|Moscow
Франция|France|Париж|Paris
Германия|Germany|Берлин|Berlin
Италия|Italy|Рим|Rome
Испания|Spain|Мадрид|Madrid
Великобритания|Britain|Лондон|London
Англия|England|Лондон|London
Япония|Japan|Токио|Tokyo
Китай|China|Пекин|Beijing
Индия|India|Нью-Дели|New Delhi
Бразилия|Brazil|Бразилиа|Brasília
Австралия|Australia|Канберра|Canberra
Канада|Canada|Оттава|Ottawa
США|USA|Вашингтон|Washington, D.C.
Турция|Turkey|Анкара|Ankara
Египет|Egypt|Каир|Cairo
Греция|Greece|Афины|Athens
Португалия|Portugal|Лиссабон|Lisbon
Польша|Poland|Варшава|Warsaw
Чехия|Czechia|Прага|Prague
Австрия|Austria|Вена|Vienna
Венгрия|Hungary|Будапешт|Budapest
Финляндия|Finland|Хельсинки|Helsinki
Швеция|Sweden|Стокгольм|Stockholm
Норвегия|Norway|Осло|Oslo
Дания|Denmark|Копенгаген|Copenhagen
Беларусь|Belarus|Минск|Minsk
Казахстан|Kazakhstan|Астана|Astana
Армения|Armenia|Ереван|Yerevan
Грузия|Georgia|Тбилиси|Tbilisi
Узбекистан|Uzbekistan|Ташкент|Tashkent
Аргентина|Argentina|Буэнос-Айрес|Buenos Aires
Мексика|Mexico|Мехико|Mexico City
Сербия|Serbia|Белград|Belgrade
Нидерланды|Netherlands|Амстердам|Amsterdam
Корея|Korea|Сеул|Seoul
Таиланд|Thailand|Бангкок|Bangkok
Вьетнам|Vietnam|Ханой|Hanoi`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string, string]);

/** What is asked, as ideas that all have to be there, and the answer in both languages. */
const facts: readonly (readonly [about: string, russian: string, english: string])[] = [
  [
    'небо голубое|небо синее|sky blue',
    'Небо голубое из-за рассеяния Рэлея: молекулы воздуха рассеивают короткие (синие) волны солнечного света сильнее, чем длинные (красные), и синий свет приходит к нам со всех сторон.',
    'The sky is blue because of Rayleigh scattering: air molecules scatter short (blue) waves of sunlight far more than long (red) ones, so blue light reaches us from every direction.',
  ],
  [
    'typescript',
    '**TypeScript** — это JavaScript с типами: они проверяются до запуска и исчезают при сборке, а взамен дают подсказки редактора и меньше ошибок.',
    '**TypeScript** is JavaScript with types: they are checked before the program runs and vanish when it is built, giving editor help and fewer bugs in return.',
  ],
  [
    'gigachat|гигачат',
    '**GigaChat** — семейство языковых моделей Сбера: чат, вызов функций, картинки, эмбеддинги. А я — его локальный эмулятор, чтобы приложения можно было пробовать без ключа.',
    "**GigaChat** is Sber's family of language models: chat, function calls, pictures, embeddings. I am its local emulator, so that apps can be tried without a key.",
  ],
  [
    'эмбеддинг|embedding',
    '**Эмбеддинг** — это вектор чисел, в который превращают текст так, чтобы близкие по смыслу тексты оказались рядом. На нём держится семантический поиск.',
    'An **embedding** is a vector of numbers made from a text so that texts of similar meaning lie close together. Semantic search rests on it.',
  ],
  [
    'rag',
    '**RAG** — генерация с опорой на поиск: сначала находим подходящие фрагменты документов по эмбеддингам, затем кладём их в контекст, и модель отвечает уже по ним.',
    '**RAG** is retrieval-augmented generation: first the fitting passages are found by embeddings, then they go into the context, and the model answers from them.',
  ],
  [
    'фотосинтез|photosynthesis',
    'Фотосинтез — это процесс, в котором растения на свету превращают углекислый газ и воду в сахара и кислород.',
    'Photosynthesis is how plants turn carbon dioxide and water into sugars and oxygen, using light.',
  ],
  [
    'квантовый компьютер|quantum computer|quantum computing',
    'Квантовый компьютер считает кубитами: они бывают в суперпозиции нуля и единицы и спутываются друг с другом, поэтому некоторые задачи решаются быстрее, чем на обычном.',
    'A quantum computer works with qubits: they hold superpositions of zero and one and can be entangled, so some problems are solved faster than on an ordinary machine.',
  ],
  [
    'чёрная дыра|black hole',
    'Чёрная дыра — область, где тяготение так сильно, что её не покидает даже свет; обычно она остаётся после гибели очень тяжёлой звезды.',
    'A black hole is a region whose gravity is so strong that not even light leaves it; most are left by the death of very heavy stars.',
  ],
  [
    'теория относительности|relativity',
    'Теория относительности Эйнштейна говорит: скорость света одна для всех наблюдателей, поэтому время и расстояния зависят от движения, а тяготение — это искривление пространства-времени.',
    "Einstein's relativity says that the speed of light is the same for every observer, so time and distance depend on motion, and gravity is the curving of spacetime.",
  ],
  [
    'рекурсия|recursion',
    'Рекурсия — это когда функция вызывает саму себя на меньшей задаче, пока не дойдёт до простого случая.',
    'Recursion is when a function calls itself on a smaller problem until it reaches a simple case.',
  ],
  [
    'пушкин|pushkin',
    'Александр Сергеевич Пушкин (1799–1837) — русский поэт, автор «Евгения Онегина» и «Капитанской дочки».',
    'Alexander Pushkin (1799–1837) was a Russian poet, the author of "Eugene Onegin" and "The Captain\'s Daughter".',
  ],
  [
    'гагарин|gagarin',
    'Юрий Гагарин 12 апреля 1961 года первым из людей полетел в космос.',
    'Yuri Gagarin was the first human in space, on 12 April 1961.',
  ],
  [
    'скорость света|speed light',
    'Скорость света в вакууме — 299 792 458 м/с.',
    'The speed of light in vacuum is 299,792,458 m/s.',
  ],
  [
    'самая высокая гора|highest mountain|tallest mountain',
    'Эверест (Джомолунгма): 8849 метров над уровнем моря.',
    'Mount Everest: 8,849 metres above sea level.',
  ],
  ['самое глубокое озеро|deepest lake', 'Байкал: 1642 метра.', 'Lake Baikal: 1,642 metres deep.'],
  ['месяц год|month year', 'В году двенадцать месяцев.', 'There are twelve months in a year.'],
  ['день неделя|day week', 'В неделе семь дней.', 'There are seven days in a week.'],
  ['час сутки|час день|hour day', 'В сутках двадцать четыре часа.', 'There are twenty-four hours in a day.'],
  [
    'день год|day year',
    'В обычном году 365 дней, в високосном — 366.',
    'There are 365 days in a year, 366 in a leap year.',
  ],
  [
    'сколько планет|how many planets',
    'В Солнечной системе восемь планет: Меркурий, Венера, Земля, Марс, Юпитер, Сатурн, Уран и Нептун.',
    'The Solar System has eight planets: Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus and Neptune.',
  ],
];

/** The little the mind knows by heart: capitals and questions people like to start with. */
export const encyclopedia: Skill = (asked) => {
  const words = new Set(wordsOf(asked.question).map(stem));
  if (/столиц|capital/i.test(asked.question)) {
    const asks = capitals.filter(([russian, english]) =>
      [russian, english].some((country) => words.has(stem(country.toLowerCase()))),
    );
    const [first] = asks;
    if (first !== undefined && asks.length === 1) {
      if (asked.manners.isBrief) return inLanguage(asked, first[2], first[3]);
      return inLanguage(asked, `${first[2]}.`, `The capital of ${first[1]} is ${first[3]}.`);
    }
    if (asks.length > 1) {
      return asks
        .map(([russian, english, capital, inEnglish]) =>
          inLanguage(asked, `- ${russian} — ${capital}`, `- ${english}: ${inEnglish}`),
        )
        .join('\n');
    }
    return undefined;
  }
  if (
    !/что|кто|почему|как|зачем|какой|какая|какое|сколько|расскажи|объясни|опиши|what|who|why|how|which|explain|tell|describe/i.test(
      asked.question,
    )
  )
    return undefined;
  const concepts = new Set(conceptsOf(asked.question));
  for (const [about, russian, english] of facts) {
    const isAsked = about.split('|').some((way) => {
      const needed = conceptsOf(way);
      return (
        needed.length > 0 &&
        needed.every((concept) => concepts.has(concept)) &&
        concepts.size <= needed.length + 3
      );
    });
    if (isAsked) return inLanguage(asked, russian, english);
  }
  return undefined;
};
