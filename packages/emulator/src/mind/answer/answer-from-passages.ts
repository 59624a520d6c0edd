import { findInPassages } from './find-in-passages.ts';
import { readDocument } from '../see/read-document.ts';
import { inLanguage, type Skill } from './skill.ts';
import { gistOf } from './summarise.ts';

/** Answers with the sentences of the given texts that speak of the question, and names their source. */
export const answerFromPassages: Skill = (asked) => {
  if (asked.passages.length === 0) return undefined;
  const found = findInPassages(asked.question, asked.passages, asked.manners.isBrief ? 1 : 2);
  if (found.length === 0) return undefined;
  return found.map(({ text, citation }) => cite(text, citation)).join(' ');
};

/** A document handed over with the very question is retold when it holds no direct answer. */
export const retellAttached: Skill = (asked) => {
  const isAttached = asked.message?.attachments?.some(
    ({ bytes, mediaType }) => (readDocument(bytes, mediaType)?.text ?? '') !== '',
  );
  if (isAttached !== true) return undefined;
  const gist = gistOf(asked.passages.map(({ text }) => text).join('\n'), asked.manners.isBrief ? 1 : 3);
  if (gist.length === 0) return undefined;
  return inLanguage(
    asked,
    `Прямого ответа в документе я не нашёл. Вот главное из него: ${gist.join(' ')}`,
    `I found no direct answer in the document. This is its gist: ${gist.join(' ')}`,
  );
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
