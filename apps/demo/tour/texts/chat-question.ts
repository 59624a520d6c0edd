import type { Spoken } from '../language.ts';

export const chatTitle: Spoken = { ru: 'Ответ по мере готовности', en: 'An answer as it is made' };

/** Both adapters are asked the same. */
export const chatQuestion: Spoken = {
  ru: 'Объясни в двух предложениях, почему коты мурлычут.',
  en: 'Explain in two sentences why cats purr.',
};
