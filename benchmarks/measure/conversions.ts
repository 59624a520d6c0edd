import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { createGigaChat } from '@gigakit/ai-sdk';
import { GigaChat, type Message } from '@gigakit/core';
import { ChatGigaChat } from '@gigakit/langchain';

/** One call with a history of that many messages, from the framework's words to the bytes, with no network behind it. */
export interface Conversion {
  readonly name: string;
  readonly prepare: (length: number) => () => Promise<unknown>;
}

const body = JSON.stringify({
  choices: [{ message: { role: 'assistant', content: 'Да.' }, index: 0, finish_reason: 'stop' }],
  model: 'GigaChat-2',
});
const settings = {
  accessToken: 'bench',
  fetch: async () => new Response(body, { headers: { 'content-type': 'application/json' } }),
};

/** A turn of an agent: a question, a call, its result, an answer; so often that `length` is reached, a question last. */
function history<Entry>(
  length: number,
  turn: (id: string) => readonly [Entry, Entry, Entry, Entry],
): Entry[] {
  const entries: Entry[] = [];
  while (entries.length < length) entries.push(...turn(String(entries.length)));
  const [question] = turn('last');
  return [...entries.slice(0, Math.floor((length - 1) / 4) * 4), question];
}

const core: Conversion = {
  name: 'core',
  prepare(length) {
    const giga = new GigaChat(settings);
    const messages = history<Message>(length, (id) => [
      { role: 'user', content: 'Какая погода в Иркутске?' },
      {
        role: 'assistant',
        content: [{ type: 'tool-call', id, name: 'weather', input: { city: 'Иркутск' } }],
      },
      { role: 'tool', content: [{ type: 'tool-result', toolCallId: id, output: { celsius: -12 } }] },
      { role: 'assistant', content: 'Двенадцать градусов мороза.' },
    ]);
    return () => giga.chat.generate({ messages });
  },
};

const langchain: Conversion = {
  name: 'chat-gigachat',
  prepare(length) {
    const model = new ChatGigaChat(settings);
    const messages = history<BaseMessage>(length, (id) => [
      new HumanMessage('Какая погода в Иркутске?'),
      new AIMessage({ content: '', tool_calls: [{ id, name: 'weather', args: { city: 'Иркутск' } }] }),
      new ToolMessage({ content: '{"celsius":-12}', tool_call_id: id, name: 'weather' }),
      new AIMessage('Двенадцать градусов мороза.'),
    ]);
    return () => model.invoke(messages);
  },
};

type Model = ReturnType<ReturnType<typeof createGigaChat>>;
type Prompt = Parameters<Model['doGenerate']>[0]['prompt'];

const aiSdk: Conversion = {
  name: 'gigachat-do-generate',
  prepare(length) {
    const model = createGigaChat(settings)('GigaChat-2');
    const prompt = history<Prompt[number]>(length, (id) => [
      { role: 'user', content: [{ type: 'text', text: 'Какая погода в Иркутске?' }] },
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: id, toolName: 'weather', input: { city: 'Иркутск' } }],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: id,
            toolName: 'weather',
            output: { type: 'json', value: { celsius: -12 } },
          },
        ],
      },
      { role: 'assistant', content: [{ type: 'text', text: 'Двенадцать градусов мороза.' }] },
    ]);
    return () => model.doGenerate({ prompt });
  },
};

export const conversions: readonly Conversion[] = [core, langchain, aiSdk];
