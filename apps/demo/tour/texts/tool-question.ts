import type { Spoken } from '../language.ts';

export const toolTitle: Spoken = { ru: 'Вызов функции', en: 'A tool call that runs' };

/** Both adapters are asked the same. */
export const toolQuestion: Spoken = {
  ru: 'Посчитай, сколько будет 17 умножить на 23.',
  en: 'Calculate how much 17 multiplied by 23 is.',
};
