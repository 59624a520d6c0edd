import { findInPassages } from './find-in-passages.ts';
import type { Asked } from './asked.ts';
import { inLanguage, type Skill } from './skill.ts';

/** What a person tells of themselves, as `what` it is and its value. */
interface Fact {
  readonly what: string;
  readonly value: string;
}

const end = String.raw`(?=[.,!?;\n]|\s+(?:и|а|но|and|but)\s|$)`;
const tellings: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'name',
    /(?:меня зовут|мо[её] имя(?:\s*[—–-])?|зови меня|my name is|call me|(?<![\p{L}])i am(?= \p{Lu})|(?<![\p{L}])i'm(?= \p{Lu}))\s+(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?)/iu,
  ],
  ['age', /(?:мне(?: уже| сейчас)?|i am|i'm)\s+(\d{1,3})(?=\s*(?:лет|год|года|years?|y\.?o|[.,!]|$))/iu],
  [
    'city',
    new RegExp(
      String.raw`(?:живу в|живу на|переехал[а]? в|i live in|i'm from|i am from|я из(?: города)?)\s+(\p{Lu}[\p{L} -]{1,40}?)${end}`,
      'iu',
    ),
  ],
  [
    'work',
    new RegExp(
      String.raw`(?:я работаю(?!\s+в\s)|работаю|я по профессии|i work as an?|i am an?|i'm an?)\s+(\p{Ll}[\p{L} -]{2,40}?)${end}`,
      'u',
    ),
  ],
  [
    'likes',
    new RegExp(
      String.raw`(?:я (?:очень )?люблю|мне нравится|мне нравятся|i (?:really )?(?:like|love))\s+([\p{L}\d -]{2,50}?)${end}`,
      'iu',
    ),
  ],
  [
    'pet',
    /(?:мо(?:его|ю|ей)\s+(?:кот\p{L}*|кошк\p{L}*|собак\p{L}*|п[её]с\p{L}*|попуга\p{L}*|хомяк\p{L}*)\s+зовут|my (?:cat|dog|pet|parrot|hamster)(?:'s name is| is called| is named))\s+(\p{Lu}\p{L}+)/iu,
  ],
];

const recalls: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'pet',
    /как зовут мо(?:его|ю)\s+(?:кот|кошк|собак|п[её]с|попуга|хомяк)|(?:my (?:cat|dog|pet|parrot|hamster)).*(?:name|called)|name of my (?:cat|dog|pet)/iu,
  ],
  [
    'name',
    /как меня зовут|мо[её] имя\s*\??$|помнишь.*(?:имя|зовут)|кто я(?: такой| такая)?\s*\?|what(?:'s| is) my name|who am i|remember my name/iu,
  ],
  ['age', /сколько мне лет|мой возраст|how old am i|what(?:'s| is) my age/iu],
  ['city', /где я живу|откуда я|в каком городе я|мой город|where (?:do i live|am i from)|which city do i/iu],
  [
    'work',
    /кем я работаю|моя профессия|кто я по профессии|what(?:'s| is) my (?:job|profession)|what do i do/iu,
  ],
  ['likes', /что (?:я люблю|мне нравится)|what do i (?:like|love)/iu],
];

/** Brings back what the person said of themselves earlier. */
export const recallFact: Skill = (asked) => {
  const everything = asked.saidBefore.concat(tells(asked.question) ? [] : [asked.question]);
  if (
    /что ты (?:обо мне |про меня )?(?:знаешь|помнишь) (?:обо мне|про меня)?|what do you (?:know|remember) about me/iu.test(
      asked.question,
    )
  ) {
    return everythingKnown(asked);
  }
  for (const [what, pattern] of recalls) {
    if (!pattern.test(asked.question)) continue;
    const value = lastTold(what, everything);
    return value === undefined ? notTold(asked) : recalled(asked, what, value);
  }
  return recallOwn(asked, everything);
};

/** Answers to a person who tells something of themselves. */
export const noteFact: Skill = (asked) => {
  if (/\?/.test(asked.question)) return undefined;
  const facts = factsIn(asked.question);
  const name = facts.find(({ what }) => what === 'name')?.value;
  if (name !== undefined) {
    return inLanguage(
      asked,
      asked.pick([
        `Приятно познакомиться, ${name}! Чем могу помочь?`,
        `Рад знакомству, ${name}! Я запомнил.`,
      ]),
      asked.pick([
        `Nice to meet you, ${name}! How can I help?`,
        `Good to meet you, ${name}! I'll remember that.`,
      ]),
    );
  }
  if (facts.length > 0 || /^(?:запомни|remember)(?!\p{L})/iu.test(asked.question)) {
    return inLanguage(
      asked,
      asked.pick(['Запомнил.', 'Хорошо, буду иметь в виду.']),
      asked.pick(["Got it, I'll remember.", 'Noted.']),
    );
  }
  return undefined;
};

/** «Мой любимый цвет — синий», `the code is 42`: anything else said before that speaks of the question. */
export const recallSaid: Skill = (asked) => {
  const found = likeliest(
    asked.question,
    asked.saidBefore.filter((text) => !/\?\s*$/.test(text)),
  );
  return found === undefined
    ? undefined
    : inLanguage(asked, `Вы говорили: «${found}»`, `You told me: "${found}"`);
};

/** What the system message says of the matter, told as a fact. */
export const recallInstructions: Skill = ({ question, instructions }) => likeliest(question, [instructions]);

function likeliest(question: string, texts: readonly string[]): string | undefined {
  const passages = texts.map((text) => ({ text, citation: undefined }));
  const found = findInPassages(question, passages, 1)[0];
  const isInstruction =
    found !== undefined &&
    /^(?:ты|you are|you answer|отвечай|answer|если|if|не\s|do not|don't|используй|use|всегда|always|никогда|never|будь|be\s)/iu.test(
      found.text,
    );
  return found === undefined || found.relevance < 0.5 || isInstruction ? undefined : found.text;
}

function recallOwn(asked: Asked, everything: readonly string[]): string | undefined {
  const ask =
    /(?:какой|какая|какое|какие|каков\p{L}*|напомни)\s+(?:у меня\s+)?мо(?:й|я|ё|е|и)\s+([\p{L} ]{3,40}?)\s*\?*$/iu.exec(
      asked.question,
    ) ?? /what(?:'s| is| are) my ([\p{L} ]{3,40}?)\s*\?*$/iu.exec(asked.question);
  const what = ask?.[1]?.trim();
  if (what === undefined) return undefined;
  const pattern = new RegExp(
    String.raw`(?:мо(?:й|я|ё|е|и)|my)\s+${what}\s*(?:—|–|-|:|это|is|are)\s*([^.!?\n]{1,60})`,
    'iu',
  );
  for (const text of everything.toReversed()) {
    const value = pattern.exec(text)?.[1]?.trim();
    if (value !== undefined)
      return inLanguage(asked, `Вы говорили, что это ${value}.`, `You told me your ${what} is ${value}.`);
  }
  return undefined;
}

function everythingKnown(asked: Asked): string {
  const facts = [...asked.saidBefore, asked.question].flatMap(factsIn);
  if (facts.length === 0) return notTold(asked);
  const lines = facts.map(
    ({ what, value }) =>
      `- ${inLanguage(asked, labels[what]?.[0] ?? what, labels[what]?.[1] ?? what)}: ${value}`,
  );
  return `${inLanguage(asked, 'Вот что вы о себе рассказали:', 'This is what you told me:')}\n${[...new Set(lines)].join('\n')}`;
}

const labels: Readonly<Record<string, readonly [string, string]>> = {
  name: ['имя', 'name'],
  age: ['возраст', 'age'],
  city: ['город', 'city'],
  work: ['занятие', 'work'],
  likes: ['нравится', 'likes'],
  pet: ['питомец', 'pet'],
};

function recalled(asked: Asked, what: string, value: string): string {
  const ways: Readonly<Record<string, readonly [string, string]>> = {
    name: [`Вас зовут ${value}.`, `Your name is ${value}.`],
    age: [`Вам ${value}: вы сами сказали.`, `You are ${value}, as you told me.`],
    city: [`Вы говорили, что это ${value}.`, `You told me it is ${value}.`],
    work: [`Вы говорили: ${value}.`, `You told me: ${value}.`],
    likes: [`Вы говорили, что вам по душе ${value}.`, `You said you like ${value}.`],
    pet: [`Вашего питомца зовут ${value}.`, `Your pet's name is ${value}.`],
  };
  const [russian, english] = ways[what] ?? [value, value];
  return inLanguage(asked, russian, english);
}

function notTold(asked: Asked): string {
  return inLanguage(
    asked,
    'Вы пока этого не говорили, а сам я не угадаю. Расскажете?',
    "You haven't told me yet, and I would only be guessing. Will you tell me?",
  );
}

/** The name the person gave, if any. */
export function nameOf(asked: Asked): string | undefined {
  return lastTold('name', [...asked.saidBefore, asked.question]);
}

function lastTold(what: string, texts: readonly string[]): string | undefined {
  return texts.flatMap(factsIn).findLast((fact) => fact.what === what)?.value;
}

function tells(text: string): boolean {
  return factsIn(text).length > 0 && !/\?/.test(text);
}

function factsIn(text: string): Fact[] {
  return tellings.flatMap(([what, pattern]) => {
    const value = pattern.exec(text)?.[1]?.trim();
    return value === undefined ||
      /^(?:кто|как|what|who)$/i.test(value) ||
      ((what === 'name' || what === 'city') && !/^\p{Lu}/u.test(value))
      ? []
      : [{ what, value }];
  });
}
