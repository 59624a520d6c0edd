import { conceptsOf } from '../language/concepts-of.ts';
import { wordsOf } from '../language/words-of.ts';
import { stopWords } from '../language/stop-words.ts';
import { inLanguage, type Skill } from './skill.ts';

/** When nothing else fits: names the subject, admits what answers, and says what would help. */
export const fallBack: Skill = (asked) => {
  const subject = subjectOf(asked.question);
  const isQuestion =
    /\?\s*$|^(?:как|что|кто|где|когда|почему|зачем|сколько|какой|what|who|where|when|why|how|which|can|do|is|are)(?!\p{L})/iu.test(
      asked.question,
    );
  if (subject === undefined) {
    return inLanguage(
      asked,
      asked.pick(['Расскажите чуть подробнее, и я постараюсь помочь.', 'Слушаю вас. О чём поговорим?']),
      asked.pick([
        'Tell me a little more and I will try to help.',
        "I'm listening. What shall we talk about?",
      ]),
    );
  }
  if (!isQuestion) {
    return inLanguage(
      asked,
      asked.pick([
        `Понял вас: «${asked.question.trim().slice(0, 120)}». Я локальный эмулятор GigaChat и отвечаю по правилам; спросите что-нибудь, дайте текст или попросите нарисовать.`,
        `Принято. Главное здесь — ${subject}. Если нужен ответ по существу, дайте мне текст, в котором его искать: я локальный эмулятор.`,
      ]),
      asked.pick([
        `Got it, this is about ${subject}. I am a local emulator of GigaChat and answer by rules: ask me something, give me a text, or ask for a drawing.`,
        `Noted. The main thing here is ${subject}. For an answer on the matter, give me a text to look it up in: I am a local emulator.`,
      ]),
    );
  }
  return inLanguage(
    asked,
    asked.pick([
      `Хороший вопрос! Речь о теме «${subject}». Я локальный эмулятор GigaChat и таких фактов наизусть не знаю, но если дать мне текст, найду в нём ответ.`,
      `Вы спрашиваете про «${subject}». Настоящая модель ответила бы подробно, а я — её локальный эмулятор: дайте контекст, и я отвечу по нему.`,
      `Про «${subject}» я сам ничего не помню: перед вами локальный эмулятор. Зато умею искать ответ в тексте, считать, вызывать функции и рисовать.`,
    ]),
    asked.pick([
      `Good question! It is about ${subject}. I am a local emulator of GigaChat and do not know such facts by heart, but give me a text and I will find the answer in it.`,
      `You are asking about ${subject}. The real model would answer at length; I am its local emulator: give me some context and I will answer from it.`,
      `I remember nothing about ${subject} myself: this is a local emulator. I can look answers up in a text, calculate, call functions and draw.`,
    ]),
  );
};

/** The words of a question that carry its subject, as they were written. */
export function subjectOf(question: string): string | undefined {
  if (conceptsOf(question).length === 0) return undefined;
  const words = (question.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []).filter(
    (word) => !stopWords.has(word.toLowerCase()) && wordsOf(word).length > 0,
  );
  return words.length === 0 ? undefined : words.slice(0, 5).join(' ');
}
