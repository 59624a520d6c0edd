/** Every word of the page, in both languages; the type makes a missing translation a compile error. */
const russian = {
  tagline: 'GigaChat для TypeScript',
  emulatorNotice:
    'Отвечает локальный эмулятор, а не GigaChat. Задайте GIGACHAT_CREDENTIALS и запустите снова, чтобы говорить с моделью.',
  realNotice: 'Отвечает GigaChat.',
  engine: 'Через',
  model: 'Модель',
  generation: 'API',
  emptyTitle: 'О чём поговорим?',
  emptyHint: 'Ответ придёт по мере того, как он рождается. Вот с чего можно начать:',
  suggestions: ['Расскажи о себе', 'Сколько будет 17 умножить на 23?', 'Который час во Владивостоке?'],
  placeholder: 'Сообщение',
  send: 'Отправить',
  stop: 'Остановить',
  regenerate: 'Ответить заново',
  clear: 'Новый разговор',
  you: 'Вы',
  assistant: 'GigaChat',
  thinking: 'Думает…',
  reasoning: 'Ход мыслей',
  toolRunning: 'выполняется',
  toolDone: 'готово',
  toolFailed: 'ошибка',
  errorTitle: 'Не получилось',
  retry: 'Повторить',
  switchLanguage: 'English',
  switchTheme: 'Сменить тему',
} as const;

type Strings = {
  readonly [Key in keyof typeof russian]: (typeof russian)[Key] extends string ? string : readonly string[];
};

const english: Strings = {
  tagline: 'GigaChat for TypeScript',
  emulatorNotice:
    'Answers come from the local emulator, not from GigaChat. Set GIGACHAT_CREDENTIALS and start again to talk to the model.',
  realNotice: 'Answers come from GigaChat.',
  engine: 'Through',
  model: 'Model',
  generation: 'API',
  emptyTitle: 'What shall we talk about?',
  emptyHint: 'The answer arrives as it is being made. Here is where you can start:',
  suggestions: ['Tell me about yourself', 'What is 17 times 23?', 'What time is it in Vladivostok?'],
  placeholder: 'Message',
  send: 'Send',
  stop: 'Stop',
  regenerate: 'Answer again',
  clear: 'New conversation',
  you: 'You',
  assistant: 'GigaChat',
  thinking: 'Thinking…',
  reasoning: 'Reasoning',
  toolRunning: 'running',
  toolDone: 'done',
  toolFailed: 'failed',
  errorTitle: 'That did not work',
  retry: 'Try again',
  switchLanguage: 'Русский',
  switchTheme: 'Switch theme',
};

export type Language = 'ru' | 'en';
export const strings: Readonly<Record<Language, Strings>> = { ru: russian, en: english };
