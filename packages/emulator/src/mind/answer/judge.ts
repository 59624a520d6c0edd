import { sentimentOf } from '../language/sentiment-of.ts';
import { numbersIn } from '../language/numbers-in.ts';
import { findInPassages } from './find-in-passages.ts';
import type { Asked } from './asked.ts';
import { inLanguage, type Skill } from './skill.ts';

/** Names the mood of a text when asked to. */
export const judgeSentiment: Skill = (asked) => {
  if (
    !/тональност|настроение (?:текста|отзыва)|sentiment|позитивн|негативн|positive or negative/i.test(
      asked.question,
    )
  )
    return undefined;
  const text =
    /[:\n]\s*([\s\S]+)$/.exec(asked.question)?.[1] ?? asked.passages.map((passage) => passage.text).join(' ');
  const mood = sentimentOf(text || asked.question);
  const russian = { positive: 'Позитивная', negative: 'Негативная', neutral: 'Нейтральная' }[mood];
  return inLanguage(asked, `${russian}.`, `${mood.charAt(0).toUpperCase()}${mood.slice(1)}.`);
};

/** Yes or no, when nothing else may be said: by comparing numbers, by the given texts, else by a guess. */
export function yesOrNo(asked: Asked): string {
  const answer = isSo(asked);
  return inLanguage(asked, answer ? 'Да' : 'Нет', answer ? 'Yes' : 'No');
}

function isSo(asked: Asked): boolean {
  const { question } = asked;
  const [one, other] = numbersIn(question).map(({ value }) => value);
  if (one !== undefined && other !== undefined) {
    if (/больше|выше|старше|>|(?:great|larg|bigg|high|old)er|more/i.test(question)) return one > other;
    if (/меньше|ниже|младше|<|(?:small|low|young)er|less/i.test(question)) return one < other;
    if (/равн|=|equal/i.test(question)) return one === other;
  }
  if (asked.passages.length > 0) {
    const found = findInPassages(question, asked.passages, 1)[0];
    return (
      found !== undefined &&
      /(?:^|\s)(?:не|нет|нельзя|not|no|never|cannot)(?=\s|[.,])/iu.test(found.text) ===
        /(?:^|\s)(?:не|not)(?=\s)/iu.test(question)
    );
  }
  return asked.pick([true, true, false]);
}
