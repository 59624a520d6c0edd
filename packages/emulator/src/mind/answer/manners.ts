import type { Language } from '../language/language-of.ts';

/** How the answer has to be put, as the instructions ask. */
export interface Manners {
  readonly language: Language | undefined;
  readonly isBrief: boolean;
  readonly isYesOrNo: boolean;
  readonly isUpperCase: boolean;
  readonly wantsBullets: boolean;
  readonly wantsJson: boolean;
  /** Who the instructions say the assistant is: «Пушкин», `a pirate`. */
  readonly persona: string | undefined;
  readonly startsWith: string | undefined;
  readonly endsWith: string | undefined;
}

const quoted = `[«"“']([^»"”']{1,80})[»"”']`;

export function mannersOf(text: string, system: string): Manners {
  return {
    language: languageAsked(text),
    isBrief:
      /(?:отвеча\p{L}*|ответ\p{L}*|говори|пиши)[^.\n]{0,30}(?:кратк|коротк|лаконич|одн\p{L}+ (?:слов|предложени)|сжат)|(?:кратк\p{L}+|коротк\p{L}+) ответ|\b(?:brief(?:ly)?|concise(?:ly)?|short answers?|one (?:word|sentence)|in a word|be terse)\b/iu.test(
        text,
      ),
    isYesOrNo:
      /(?:только|одним словом|строго)[^.\n]{0,25}[«"']?да[»"']?\s*(?:или|\/|,)\s*[«"']?нет|[«"']?да[»"']?\s*(?:или|\/)\s*[«"']?нет[»"']?[^.\n]{0,12}(?:только|и ничего)|ответ\p{L}*[^.\n]{0,12}«?да»? или «?нет|(?:only|just|answer|reply|respond)[^.\n]{0,25}\b["']?yes["']?\s*(?:or|\/)\s*["']?no\b/iu.test(
        text,
      ),
    isUpperCase:
      /заглавными (?:буквами)?|капсом|верхн\p{L}+ регистр|\b(?:all caps|uppercase|capital letters)\b/iu.test(
        text,
      ),
    wantsBullets: /по пунктам|списком|тезис|bullet(?:ed)?(?: points?| list)?|as a list/iu.test(text),
    wantsJson:
      /(?:в формате|в виде|верни|only|valid|as|in|return|respond with)\s+(?:a\s+|valid\s+|только\s+)*json\b/iu.test(
        text,
      ),
    persona: personaOf(system),
    startsWith: new RegExp(
      `(?:начина\\p{L}*|start)[^.\\n«"']{0,40}(?:с|со|словами?|with)[^.\\n«"']{0,20}${quoted}`,
      'iu',
    ).exec(text)?.[1],
    endsWith: new RegExp(
      `(?:заканчива\\p{L}*|заверша\\p{L}*|end|finish)[^.\\n«"']{0,60}${quoted}`,
      'iu',
    ).exec(text)?.[1],
  };
}

function languageAsked(text: string): Language | undefined {
  const speak = '(?:отвеча\\p{L}*|ответь|говори|пиши|напиши|answer|reply|respond|speak|write)[^.\\n]{0,30}';
  if (new RegExp(`${speak}(?:по-английски|на английском|in english)`, 'iu').test(text)) return 'en';
  if (new RegExp(`${speak}(?:по-русски|на русском|in russian)`, 'iu').test(text)) return 'ru';
  return undefined;
}

function personaOf(system: string): string | undefined {
  const match =
    /(?:тебя зовут|твоё имя|твое имя)\s*(?:—|-)?\s*(\p{Lu}\p{L}+)/iu.exec(system) ??
    /\byour name is ([A-Z]\w+)/i.exec(system) ??
    /(?:^|[.!\n]\s*)ты\s*(?:—|–|-|:)?\s*(?!должен|отвеча|всегда|получ|можешь|будешь|не\s)(\p{L}[^.!\n,;]{1,60})/iu.exec(
      system,
    ) ??
    /\byou are (?:(?:an?|the)\s+)?(?!given|asked|provided|to\b|now\b|not\b)([^.!\n,;]{2,60})/i.exec(system);
  const persona = match?.[1]?.trim();
  if (persona === undefined) return undefined;
  return /ассистент|помощник|assistant|gigachat/i.test(persona) && !/\p{Lu}\p{Ll}+$/u.test(persona)
    ? undefined
    : persona;
}
