import type { Language } from '../language.ts';

export interface TerminalWords {
  readonly title: string;
  readonly backend: Readonly<Record<'gigachat' | 'emulator', string>>;
  readonly inputTokens: (count: number) => string;
  readonly outputTokens: (count: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly bytes: (count: number) => string;
  readonly failed: string;
  readonly done: string;
  readonly doneWithFailures: (count: number) => string;
}

/** What the tour itself says to the reader. */
export const terminalWords: Readonly<Record<Language, TerminalWords>> = {
  ru: {
    title: 'gigakit: GigaChat через AI SDK и LangChain',
    backend: {
      gigachat: 'Отвечает GigaChat, с ключом из окружения.',
      emulator: 'GIGACHAT_CREDENTIALS не задан: отвечает локальный эмулятор, а не GigaChat.',
    },
    inputTokens: (count) => `токенов на входе: ${count}`,
    outputTokens: (count) => `на выходе: ${count}`,
    seconds: (seconds) => `${seconds.toFixed(2).replace('.', ',')} с`,
    bytes: (count) => `${count.toLocaleString('ru')} Б`,
    failed: 'Не вышло:',
    done: 'Вот и всё. Код остановок лежит в apps/demo/tour/stops, страница открывается по npm start.',
    doneWithFailures: (count) => `Не прошло остановок: ${count}.`,
  },
  en: {
    title: 'gigakit: GigaChat through the AI SDK and LangChain',
    backend: {
      gigachat: 'GigaChat answers, with the key in the environment.',
      emulator: 'No GIGACHAT_CREDENTIALS: a local emulator answers, not GigaChat.',
    },
    inputTokens: (count) => `${count} tokens in`,
    outputTokens: (count) => `${count} out`,
    seconds: (seconds) => `${seconds.toFixed(2)} s`,
    bytes: (count) => `${count.toLocaleString('en')} bytes`,
    failed: 'This failed:',
    done: 'That is all. The code of each stop is in apps/demo/tour/stops; npm start opens the page.',
    doneWithFailures: (count) => `Stops that failed: ${count}.`,
  },
};
