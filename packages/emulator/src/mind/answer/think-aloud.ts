import type { Asked } from './asked.ts';
import { subjectOf } from './fall-back.ts';
import { inLanguage } from './skill.ts';

/** What a reasoning model would show before its answer: what was asked, in which language, and how it is answered. */
export function thinkAloud(asked: Asked, way: string): string {
  const subject = subjectOf(asked.question) ?? asked.question.slice(0, 60);
  const steps = [
    inLanguage(asked, `Пользователь пишет: «${subject}».`, `The user writes about: ${subject}.`),
    inLanguage(asked, 'Отвечать надо по-русски.', 'The answer has to be in English.'),
  ];
  if (asked.passages.length > 0) {
    steps.push(
      inLanguage(
        asked,
        `Есть материалы для ответа: ${asked.passages.length}.`,
        `Texts to answer from: ${asked.passages.length}.`,
      ),
    );
  }
  if (asked.manners.isBrief) steps.push(inLanguage(asked, 'Просят кратко.', 'They want it brief.'));
  steps.push(inLanguage(asked, `Подходящий способ: ${way}.`, `The way that fits: ${way}.`));
  return steps.join(' ');
}
