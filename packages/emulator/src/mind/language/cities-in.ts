import { stem } from './stem.ts';

/** Well-known cities: Russian nominative, English name. */
const cities: readonly (readonly [russian: string, english: string])[] = `
Москва=Moscow Санкт-Петербург=Saint Petersburg Петербург=Saint Petersburg Питер=Saint Petersburg Казань=Kazan
Новосибирск=Novosibirsk Екатеринбург=Yekaterinburg Сочи=Sochi Самара=Samara Омск=Omsk Томск=Tomsk Тула=Tula
Уфа=Ufa Пермь=Perm Воронеж=Voronezh Волгоград=Volgograd Краснодар=Krasnodar Саратов=Saratov Тюмень=Tyumen
Ижевск=Izhevsk Барнаул=Barnaul Иркутск=Irkutsk Хабаровск=Khabarovsk Ярославль=Yaroslavl Владивосток=Vladivostok
Махачкала=Makhachkala Оренбург=Orenburg Кемерово=Kemerovo Рязань=Ryazan Астрахань=Astrakhan Пенза=Penza
Липецк=Lipetsk Киров=Kirov Калининград=Kaliningrad Мурманск=Murmansk Архангельск=Arkhangelsk Якутск=Yakutsk
Челябинск=Chelyabinsk Красноярск=Krasnoyarsk Тверь=Tver Псков=Pskov Суздаль=Suzdal Ростов=Rostov
Минск=Minsk Киев=Kyiv Алматы=Almaty Астана=Astana Ташкент=Tashkent Тбилиси=Tbilisi Ереван=Yerevan Баку=Baku
Лондон=London Париж=Paris Берлин=Berlin Мадрид=Madrid Рим=Rome Вена=Vienna Прага=Prague Варшава=Warsaw
Амстердам=Amsterdam Барселона=Barcelona Милан=Milan Венеция=Venice Флоренция=Florence Мюнхен=Munich
Лиссабон=Lisbon Афины=Athens Стамбул=Istanbul Анкара=Ankara Токио=Tokyo Пекин=Beijing Шанхай=Shanghai
Сеул=Seoul Бангкок=Bangkok Дубай=Dubai Дели=Delhi Мумбаи=Mumbai Сингапур=Singapore Каир=Cairo Сидней=Sydney
Хельсинки=Helsinki Стокгольм=Stockholm Осло=Oslo Копенгаген=Copenhagen Будапешт=Budapest Белград=Belgrade
Торонто=Toronto Чикаго=Chicago Бостон=Boston Вашингтон=Washington Сиэтл=Seattle Рига=Riga Вильнюс=Vilnius
Таллин=Tallinn Гавана=Havana Мехико=Mexico City Дублин=Dublin Брюссель=Brussels Женева=Geneva Цюрих=Zurich`
  .trim()
  .split(/\s+(?=[А-ЯЁ])/)
  .map((pair) => pair.split('=') as [string, string]);

/** Names of several words, as they are spelled in any case. */
const phrases: readonly (readonly [pattern: RegExp, russian: string, english: string])[] = [
  [/нижн\p{L}+ новгород\p{L}*|nizhny novgorod/giu, 'Нижний Новгород', 'Nizhny Novgorod'],
  [/велик\p{L}+ новгород\p{L}*|veliky novgorod/giu, 'Великий Новгород', 'Veliky Novgorod'],
  [/санкт-петербург\p{L}*|(?:saint|st\.?) petersburg/giu, 'Санкт-Петербург', 'Saint Petersburg'],
  [/нью-йорк\p{L}*|new york(?: city)?/giu, 'Нью-Йорк', 'New York'],
  [/лос-анджелес\p{L}*|los angeles/giu, 'Лос-Анджелес', 'Los Angeles'],
  [/сан-франциско|san francisco/giu, 'Сан-Франциско', 'San Francisco'],
  [/рио-де-жанейро|rio de janeiro/giu, 'Рио-де-Жанейро', 'Rio de Janeiro'],
  [/гонконг\p{L}*|hong kong/giu, 'Гонконг', 'Hong Kong'],
  [/тель-авив\p{L}*|tel aviv/giu, 'Тель-Авив', 'Tel Aviv'],
  [/куала-лумпур\p{L}*|kuala lumpur/giu, 'Куала-Лумпур', 'Kuala Lumpur'],
];

export interface FoundCity {
  readonly russian: string;
  readonly english: string;
  /** In the spelling of the text, but in the nominative. */
  readonly name: string;
  readonly index: number;
}

let byRussianStem: ReadonlyMap<string, readonly [string, string]> | undefined;

/** Cities a text names, in order, each once, in the nominative. Unknown names are guessed after «в», «из», `in`, `to`. */
export function citiesIn(text: string): FoundCity[] {
  byRussianStem ??= new Map(
    cities.flatMap((pair) => [[cityStem(pair[0]), pair] as const, [pair[1].toLowerCase(), pair] as const]),
  );
  const found: FoundCity[] = [];
  let rest = text;
  const add = (russian: string, english: string, index: number, spelled: string): void => {
    const name = /[А-ЯЁа-яё]/.test(spelled) ? russian : english;
    if (!found.some((city) => city.russian === russian)) found.push({ russian, english, name, index });
  };
  for (const [pattern, russian, english] of phrases) {
    rest = rest.replace(pattern, (spelled: string, ...more: unknown[]) => {
      add(russian, english, more.find((item) => typeof item === 'number') ?? 0, spelled);
      return ' '.repeat(spelled.length);
    });
  }
  for (const match of rest.matchAll(/\p{L}[\p{L}-]+/gu)) {
    const word = match[0];
    if (word.length < 5 && /^\p{Ll}/u.test(word)) continue;
    const pair = byRussianStem.get(/[а-яё]/i.test(word) ? cityStem(word) : word.toLowerCase());
    if (pair !== undefined) add(pair[0], pair[1], match.index, word);
  }
  if (found.length === 0) {
    for (const match of rest.matchAll(guessed)) {
      const spelled = match[1] ?? '';
      if (!notPlaces.has(spelled.toLowerCase())) add(toNominative(spelled), spelled, match.index, spelled);
    }
  }
  return found.toSorted((one, other) => one.index - other.index);
}

const guessed =
  /(?:^|[\s(«"])(?:в|во|из|до|для|город|городе|города|in|to|from|for|at)\s+(\p{Lu}\p{Ll}{2,}(?:[- ]\p{Lu}\p{Ll}+)?)/gu;
const notPlaces: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december english russian python typescript javascript celsius fahrenheit json markdown
понедельник вторник среду четверг пятницу субботу воскресенье java rust вы вас`.split(/\s+/),
);

function cityStem(word: string): string {
  return stem(word.toLowerCase().replace(/(?:ью|ей|ом|ами|ях|ах|е|у|а|ы|и|ой|ь|й|ю|я|о)$/, ''));
}

/** A guess by the ending alone: «в Рыбинске» → «Рыбинск», «в Коломне» → «Коломна». */
function toNominative(name: string): string {
  if (!/[а-яё]$/.test(name)) return name;
  if (/(?:ске|рге|оде|аде|ове|еве|ине|ане|оне|уме|ере|арте)$/.test(name)) return name.slice(0, -1);
  if (/(?:ни|ри|ли|ти)$/.test(name)) return `${name.slice(0, -1)}ь`;
  if (name.endsWith('е') || name.endsWith('у')) return `${name.slice(0, -1)}а`;
  if (/(?:ска|рга|ода|ада|ова|ева)$/.test(name)) return name.slice(0, -1);
  return name;
}
