/** Streams as the server sends them: shapes recorded on the public host in January 2026, words made up. */
export interface Recording {
  readonly name: string;
  readonly api: 'v1' | 'v2';
  readonly body: string;
  readonly text: string;
}

const usage = { prompt_tokens: 17, completion_tokens: 9, total_tokens: 26, precached_prompt_tokens: 2 };

const v1 = (...choices: readonly object[]): string =>
  `${choices
    .map((choice, index) => {
      const root = { created: 1_768_996_176, model: 'GigaChat:2.0.28.2', object: 'chat.completion' };
      const last = index === choices.length - 1 ? { usage } : {};
      return `data: ${JSON.stringify({ choices: [{ ...choice, index: 0 }], ...root, ...last })}\n\n`;
    })
    .join('')}data: [DONE]\n\n`;

const v2 = (...events: readonly (readonly [string, object])[]): string =>
  events
    .map(([name, data]) => {
      const root = { model: 'GigaChat-3-Ultra:32.3.18.5', created_at: 1_780_321_864 };
      return `event: ${name}\ndata: ${JSON.stringify({ ...root, ...data })}\n\n`;
    })
    .join('');

const said = (role: string, part: object): object => ({ messages: [{ role, content: [part] }] });
const v2Usage = {
  input_tokens: 19,
  input_tokens_details: { prompt_tokens: 19, cached_tokens: 0 },
  output_tokens: 8,
  total_tokens: 27,
};

export const recordings: readonly Recording[] = [
  {
    name: 'a v1 answer',
    api: 'v1',
    body: v1(
      { delta: { content: 'Раз, два', role: 'assistant' } },
      { delta: { content: ', три. 🐈' } },
      { delta: { content: '' }, finish_reason: 'stop' },
    ),
    text: 'Раз, два, три. 🐈',
  },
  {
    name: 'a v1 call after words',
    api: 'v1',
    body: v1(
      { delta: { content: 'Сейчас узнаю.', role: 'assistant' } },
      {
        delta: {
          content: '',
          function_call: { name: 'get_rate', arguments: { pair: 'USD/RUB' } },
          functions_state_id: '019b7a10-5c2e-7d41-9f0a-2b1c3d4e5f60',
        },
      },
      { delta: { content: '' }, finish_reason: 'function_call' },
    ),
    text: 'Сейчас узнаю.',
  },
  {
    name: 'a v1 picture with its progress',
    api: 'v1',
    body: v1(
      { delta: { role: 'function_in_progress', content: '15', name: 'text2image', created: 1_768_996_190 } },
      { delta: { content: 'Вот: <img src="b28fbd4f-0a7b-4b2d-8f6e', role: 'assistant' } },
      { delta: { content: '-3f0c6f1f7d11" fuse="true"/> кот.' } },
      { delta: { content: '' }, finish_reason: 'stop' },
    ),
    text: 'Вот: кот.',
  },
  {
    name: 'v1 thoughts',
    api: 'v1',
    body: v1(
      { delta: { content: '', role: 'assistant', reasoning_content: 'Хм, ' } },
      { delta: { reasoning_content: 'пожалуй.' } },
      { delta: { content: 'Да.' } },
      { delta: { content: '' }, finish_reason: 'stop' },
    ),
    text: 'Да.',
  },
  {
    name: 'a v2 search with thoughts and sources',
    api: 'v2',
    body: v2(
      ['response.message.delta', said('reasoning', { text: 'Надо поискать.' })],
      [
        'response.tool.in_progress',
        said('assistant', { tool_execution: { name: 'web_search', seconds_left: 3 } }),
      ],
      [
        'response.tool.completed',
        said('assistant', { tool_execution: { name: 'web_search', status: 'success' } }),
      ],
      [
        'response.message.delta',
        said('assistant', {
          text: 'Вышла версия 3.15.',
          inline_data: { sources: { '1': { url: 'https://example.org/a', title: 'А' } } },
        }),
      ],
      ['response.message.done', { finish_reason: 'stop', usage: v2Usage }],
    ),
    text: 'Вышла версия 3.15.',
  },
  {
    name: 'a v2 call in the last event',
    api: 'v2',
    body: v2(
      ['response.message.delta', said('assistant', { text: 'Секунду.' })],
      [
        'response.message.done',
        {
          messages: [
            {
              role: 'assistant',
              tool_state_id: '019e8373-aaaa-7883-af60-000000000001',
              content: [{ function_call: { name: 'get_rate', arguments: { pair: 'USD/RUB' } } }],
            },
          ],
          finish_reason: 'function_call',
          usage: v2Usage,
        },
      ],
    ),
    text: 'Секунду.',
  },
];
