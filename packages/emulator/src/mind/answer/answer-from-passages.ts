import { findInPassages } from './find-in-passages.ts';
import { inLanguage, type Skill } from './skill.ts';

/** Answers with the sentences of the given texts that speak of the question, and names their source. */
export const answerFromPassages: Skill = (asked) => {
  if (asked.passages.length === 0) return undefined;
  const found = findInPassages(asked.question, asked.passages, asked.manners.isBrief ? 1 : 2);
  if (found.length === 0) return undefined;
  return found.map(({ text, citation }) => cite(text, citation)).join(' ');
};

/** The honest end of the line when texts were given and none of them speaks of the question. */
export const admitIgnorance: Skill = (asked) => {
  if (asked.passages.length === 0) return undefined;
  return inLanguage(
    asked,
    asked.pick([
      'Не знаю: в предоставленных материалах об этом ничего нет.',
      'В данном контексте ответа нет, поэтому я не знаю.',
    ]),
    asked.pick([
      "I don't know: the given context says nothing about it.",
      "I don't know. There is no answer to this in the given context.",
    ]),
  );
};

function cite(sentence: string, citation: string | undefined): string {
  if (citation === undefined || sentence.includes(citation)) return sentence;
  const end = /[.!?…]$/.exec(sentence)?.[0];
  return end === undefined ? `${sentence} ${citation}` : `${sentence.slice(0, -1)} ${citation}${end}`;
}
