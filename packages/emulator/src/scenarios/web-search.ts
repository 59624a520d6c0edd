import type { Scenario } from './scenario.ts';

const sources = [
  { url: 'https://example.org/releases', title: 'Выпуски' },
  { url: 'https://example.org/news', title: 'Новости' },
];

export const webSearch: Scenario = {
  name: 'web-search',
  shows: 'A tool of the server runs within the turn; the text refers to its sources by number.',
  generations: ['v2'],
  replies: [
    {
      type: 'answer',
      builtIns: [{ name: 'web_search', secondsLeft: [3, 1], status: 'success' }],
      text: 'Вышла версия 3.15 [sources=[1]], об этом пишут [sources=[2]].',
      sources,
      usage: { promptTokens: 23_767, completionTokens: 40 },
    },
  ],
  prompt: 'Что нового вышло?',
  builtIns: ['web_search'],
  expected: {
    text: 'Вышла версия 3.15 [sources=[1]], об этом пишут [sources=[2]].',
    sources,
    finish: 'stop',
  },
};
