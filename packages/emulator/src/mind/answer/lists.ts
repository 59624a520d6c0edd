import { conceptsOf } from '../language/concepts-of.ts';
import { numbersIn } from '../language/numbers-in.ts';
import { inLanguage, type Skill } from './skill.ts';

const lists: readonly (readonly [about: string, russian: string, english: string])[] = [
  [
    'город',
    'Москва, Казань, Сочи, Владивосток, Калининград, Екатеринбург, Нижний Новгород, Самара, Томск, Псков',
    'Paris, London, Tokyo, Rome, Berlin, Sydney, Cairo, Toronto, Lisbon, Prague',
  ],
  [
    'страна',
    'Россия, Франция, Япония, Бразилия, Индия, Италия, Египет, Канада, Норвегия, Казахстан',
    'France, Japan, Brazil, India, Italy, Egypt, Canada, Norway, Kenya, Peru',
  ],
  [
    'фрукт',
    'яблоко, груша, банан, апельсин, виноград, персик, манго, слива, ананас, киви',
    'apple, pear, banana, orange, grape, peach, mango, plum, pineapple, kiwi',
  ],
  [
    'овощ',
    'морковь, картофель, огурец, помидор, капуста, свёкла, перец, тыква, редис, лук',
    'carrot, potato, cucumber, tomato, cabbage, beetroot, pepper, pumpkin, radish, onion',
  ],
  [
    'цвет',
    'красный, синий, зелёный, жёлтый, фиолетовый, оранжевый, белый, чёрный, бирюзовый, коричневый',
    'red, blue, green, yellow, purple, orange, white, black, turquoise, brown',
  ],
  [
    'животное',
    'кот, лиса, медведь, слон, жираф, ёж, дельфин, сова, волк, панда',
    'cat, fox, bear, elephant, giraffe, hedgehog, dolphin, owl, wolf, panda',
  ],
  [
    'птица',
    'воробей, синица, сова, орёл, ласточка, снегирь, аист, пингвин, ворона, журавль',
    'sparrow, robin, owl, eagle, swallow, crane, stork, penguin, crow, swan',
  ],
  [
    'планета',
    'Меркурий, Венера, Земля, Марс, Юпитер, Сатурн, Уран, Нептун',
    'Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus, Neptune',
  ],
  [
    'день неделя',
    'понедельник, вторник, среда, четверг, пятница, суббота, воскресенье',
    'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday',
  ],
  [
    'месяц',
    'январь, февраль, март, апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь',
    'January, February, March, April, May, June, July, August, September, October, November, December',
  ],
  [
    'имя кот',
    'Барсик, Мурзик, Персик, Симба, Пушок, Локи, Васька',
    'Whiskers, Simba, Felix, Loki, Ginger, Milo',
  ],
  ['имя собака', 'Рекс, Шарик, Лаки, Бобик, Альма, Джек', 'Rex, Buddy, Lucky, Max, Bella, Charlie'],
  [
    'имя',
    'Аня, Борис, Вера, Глеб, Дарья, Егор, Жанна, Захар, Ирина, Кирилл',
    'Alice, Ben, Clara, Daniel, Emma, Felix, Grace, Henry, Ivy, Jack',
  ],
  [
    'язык программирование',
    'Python, TypeScript, Rust, Go, Java, Kotlin, C++, Swift, Ruby, Haskell',
    'Python, TypeScript, Rust, Go, Java, Kotlin, C++, Swift, Ruby, Haskell',
  ],
  [
    'язык',
    'русский, английский, испанский, китайский, арабский, французский, хинди, японский',
    'Russian, English, Spanish, Chinese, Arabic, French, Hindi, Japanese',
  ],
  [
    'писатель',
    'Пушкин, Гоголь, Толстой, Достоевский, Чехов, Булгаков, Тургенев, Лермонтов',
    'Shakespeare, Tolstoy, Dickens, Austen, Chekhov, Twain, Woolf, Borges',
  ],
  [
    'книга',
    '«Мастер и Маргарита», «Война и мир», «Мёртвые души», «Анна Каренина», «Вишнёвый сад», «Двенадцать стульев»',
    'War and Peace, Pride and Prejudice, Moby-Dick, Emma, Dracula, The Odyssey',
  ],
  [
    'фильм',
    '«Солярис», «Ирония судьбы», «Летят журавли», «Андрей Рублёв», «Берегись автомобиля»',
    'Solaris, Casablanca, Metropolis, Psycho, Stalker, City Lights',
  ],
  [
    'спорт',
    'футбол, хоккей, плавание, шахматы, лыжи, теннис, бег, гимнастика',
    'football, hockey, swimming, chess, skiing, tennis, running, gymnastics',
  ],
  ['число простой', '2, 3, 5, 7, 11, 13, 17, 19, 23, 29', '2, 3, 5, 7, 11, 13, 17, 19, 23, 29'],
  [
    'цветок',
    'роза, тюльпан, ромашка, пион, лилия, василёк, ландыш, подсолнух',
    'rose, tulip, daisy, peony, lily, cornflower, sunflower, orchid',
  ],
  [
    'подарок',
    'книга с закладкой на любимой странице, тёплый плед, настольная игра, мастер-класс по керамике, растение в горшке',
    'a book with a marked page, a warm blanket, a board game, a pottery class, a potted plant',
  ],
];

const asks =
  /(?:назови|перечисли|приведи|предложи|посоветуй|порекомендуй|recommend|придумай|дай|составь список|список|какие (?:бывают|есть)|напиши список|list|name|give me|suggest|enumerate|what are)/iu;

/** «Назови три фрукта», `list five colors`. */
export const listThings: Skill = (asked) => {
  const { question } = asked;
  if (question.length > 200) return undefined;
  const concepts = new Set(conceptsOf(question));
  if (!asks.test(question) && (concepts.size > 2 || /\?/.test(question))) return undefined;
  for (const [about, russian, english] of lists) {
    const needed = conceptsOf(about);
    if (!needed.every((concept) => concepts.has(concept))) continue;
    if (!asks.test(question) && needed.length < concepts.size) continue;
    const all = inLanguage(asked, russian, english).split(', ');
    const wanted = numbersIn(question)[0]?.value;
    const items = all.slice(
      0,
      Math.max(
        1,
        Math.min(
          all.length,
          wanted ?? (/недел|week|месяц|month|планет|planet/i.test(question) ? all.length : 5),
        ),
      ),
    );
    if (/через запятую|comma|в одну строку|one line/i.test(question) || asked.manners.isBrief)
      return items.join(', ');
    return items
      .map((item, index) => `${index + 1}. ${item.charAt(0).toUpperCase()}${item.slice(1)}`)
      .join('\n');
  }
  return undefined;
};
