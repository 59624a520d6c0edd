import type { Asked } from './asked.ts';

/** One thing the mind can do: an answer when the question is of its kind, `undefined` when it is not. */
export type Skill = (asked: Asked) => string | undefined;

/** The text in the language the answer has to be in. */
export function inLanguage(asked: Pick<Asked, 'language'>, russian: string, english: string): string {
  return asked.language === 'ru' ? russian : english;
}
