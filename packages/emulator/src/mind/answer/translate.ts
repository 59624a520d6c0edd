import { dictionary } from '../language/dictionary.ts';
import { stem } from '../language/stem.ts';
import { inLanguage, type Skill } from './skill.ts';

const phrases: readonly (readonly [russian: string, english: string])[] = [
  ['доброе утро', 'good morning'],
  ['добрый день', 'good afternoon'],
  ['добрый вечер', 'good evening'],
  ['спокойной ночи', 'good night'],
  ['как дела', 'how are you'],
  ['меня зовут', 'my name is'],
  ['я люблю тебя', 'i love you'],
  ['до свидания', 'goodbye'],
  ['с днём рождения', 'happy birthday'],
  ['приятного аппетита', 'enjoy your meal'],
  ['большое спасибо', 'thank you very much'],
  ['где находится', 'where is'],
  ['сколько это стоит', 'how much is it'],
  ['привет мир', 'hello world'],
  ['спасибо', 'thank you'],
];

const small: readonly (readonly [russian: string, english: string])[] = [
  ['я', 'I'],
  ['ты', 'you'],
  ['он', 'he'],
  ['она', 'she'],
  ['мы', 'we'],
  ['вы', 'you'],
  ['они', 'they'],
  ['и', 'and'],
  ['или', 'or'],
  ['в', 'in'],
  ['на', 'on'],
  ['с', 'with'],
  ['без', 'without'],
  ['не', 'not'],
  ['мой', 'my'],
  ['это', 'this'],
  ['очень', 'very'],
  ['где', 'where'],
  ['что', 'what'],
  ['кто', 'who'],
  ['для', 'for'],
  ['но', 'but'],
  ['у', 'at'],
  ['от', 'from'],
  ['к', 'to'],
  ['под', 'under'],
  ['люблю', 'love'],
];

const asks =
  /(?:перевед\p{L}*|перевод|translate)\s*(?:(?:слово|слова|фразу|предложение|текст|the word|the phrase|this|следующее)\s*)*(?:(?:на|to|into)\s+(?<to>английск\p{L}*|english|русск\p{L}*|russian)(?:\s+язык)?)?\s*[:—-]?\s*[«"“']?(?<text>[^»"”']+?)[»"”']?\s*(?:(?:на|to|into)\s+(?<late>английск\p{L}*|english|русск\p{L}*|russian)(?:\s+язык)?)?\s*[?.!]*$/iu;
const asksWord =
  /(?:как (?:будет |сказать |называется )?(?:по-(?<to>английски|русски)|на (?:английском|русском))(?: будет)?|how (?:do (?:you|i) say|to say))\s*[:—-]?\s*[«"“']?(?<text>[^»"”'?]+?)[»"”']?(?:\s+in (?<late>russian|english))?\s*\?*$/iu;
const asksMeaning =
  /как (?:будет|сказать|переводится)?\s*[«"“']?(?<text>[^»"”'?]+?)[»"”']?\s+(?:по-(?<to>английски|русски)|на (?<late>английск|русск)\p{L}+)\s*\?*$/iu;

/** Translates a few words by the dictionary, and says which it does not know. */
export const translate: Skill = (asked) => {
  const groups = (
    asks.exec(asked.question) ??
    asksWord.exec(asked.question) ??
    asksMeaning.exec(asked.question)
  )?.groups;
  const text = groups?.['text']?.trim();
  if (text === undefined || text.length > 300) return undefined;
  const wanted = groups?.['late'] ?? groups?.['to'];
  const toEnglish = wanted === undefined ? /[а-яё]/i.test(text) : /^(?:англ|engl)/i.test(wanted);
  const { translated, unknown } = translateWords(text, toEnglish);
  if (unknown.length === 0) return translated;
  return `${translated}\n\n${inLanguage(
    asked,
    `(Мой словарь невелик: слов ${unknown.map((word) => `«${word}»`).join(', ')} в нём нет, я оставил их как есть.)`,
    `(My dictionary is small: it lacks ${unknown.map((word) => `"${word}"`).join(', ')}, so I left that as it is.)`,
  )}`;
};

function translateWords(text: string, toEnglish: boolean): { translated: string; unknown: string[] } {
  let rest = text.toLowerCase().replaceAll('ё', 'е');
  for (const [russian, english] of phrases) {
    const from = (toEnglish ? russian : english).replaceAll('ё', 'е');
    if (rest.replace(/[.!?,]/g, '') === from)
      return { translated: capitalLike(text, toEnglish ? english : russian), unknown: [] };
    rest = rest.replaceAll(from, `⟦${toEnglish ? english : russian}⟧`);
  }
  const words = toEnglish ? translations().toEnglish : translations().toRussian;
  const unknown: string[] = [];
  const translated = rest.replace(/⟦([^⟧]+)⟧|[\p{L}'-]+/gu, (word, phrase: string | undefined) => {
    if (phrase !== undefined) return phrase;
    if (!toEnglish && /^(?:a|an|the|is|are|am)$/.test(word)) return '';
    const found = words.get(word) ?? words.get(stem(word));
    if (found === undefined && /\p{L}{2}/u.test(word)) unknown.push(word);
    return found ?? word;
  });
  return { translated: capitalLike(text, translated.replace(/\s+/g, ' ').trim()), unknown };
}

function capitalLike(original: string, text: string): string {
  return /^\p{Lu}/u.test(original) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

let read: { toEnglish: ReadonlyMap<string, string>; toRussian: ReadonlyMap<string, string> } | undefined;

function translations(): { toEnglish: ReadonlyMap<string, string>; toRussian: ReadonlyMap<string, string> } {
  if (read !== undefined) return read;
  const toEnglish = new Map<string, string>();
  const toRussian = new Map<string, string>();
  for (const [russian, english] of small) {
    toEnglish.set(russian, english);
    if (!toRussian.has(english.toLowerCase())) toRussian.set(english.toLowerCase(), russian);
  }
  const lines = dictionary
    .trim()
    .split('\n')
    .map((line) => line.split(' = ').map((side) => side.split(' ')));
  for (const keyOf of [(word: string) => word, stem]) {
    for (const [russian = [], english = []] of lines) {
      for (const word of russian)
        if (!toEnglish.has(keyOf(word))) toEnglish.set(keyOf(word), english[0] ?? word);
      for (const word of english)
        if (!toRussian.has(keyOf(word))) toRussian.set(keyOf(word), russian[0] ?? word);
    }
  }
  read = { toEnglish, toRussian };
  return read;
}
