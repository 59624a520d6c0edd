import type { Scenario } from './scenario.ts';

export const cutStream: Scenario = {
  name: 'cut-stream',
  shows: 'The connection breaks in the middle of a streamed answer.',
  generations: ['v1', 'v2'],
  replies: [
    {
      type: 'answer',
      text: ['Начало ответа, ', 'которого никто ', 'не дочитает.'],
      faults: [{ type: 'cut', afterBytes: 250 }],
    },
  ],
  prompt: 'Расскажи подробно.',
  expected: { text: 'Начало ответа, ', finish: 'broken' },
};
