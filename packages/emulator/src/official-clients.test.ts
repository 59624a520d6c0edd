import { HumanMessage } from '@langchain/core/messages';
import { GigaChat, detectImage } from 'gigachat';
import { GigaChat as ChatGigaChat, GigaChatEmbeddings } from 'langchain-gigachat';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useEmulator } from './vitest/use-emulator.ts';

const emulator = useEmulator();

// They talk to the console at every sign-in.
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'info').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
});

const settings = (): { credentials: string; baseUrl: string; authUrl: string } => ({
  credentials: emulator.credentials,
  baseUrl: emulator.baseUrl,
  authUrl: emulator.authUrl,
});
const getRate = {
  name: 'get_rate',
  description: 'Курс валютной пары.',
  parameters: { type: 'object', properties: { pair: { type: 'string' } }, required: ['pair'] },
};

describe('gigachat 0.0.20 as it comes from npm', () => {
  const client = (): GigaChat => new GigaChat({ ...settings(), model: 'GigaChat-2', timeout: 20 });

  test('chats and gets the ids of the headers', async () => {
    emulator.enqueue({ type: 'answer', text: 'Здравствуйте!' });

    const answer = await client().chat({ messages: [{ role: 'user', content: 'Привет' }] });

    expect(answer.choices[0]?.message.content).toBe('Здравствуйте!');
    expect(answer.xHeaders?.xRequestID).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('streams', async () => {
    emulator.enqueue({ type: 'answer', text: ['раз', ' два', ' три'] });
    const texts: (string | undefined)[] = [];

    for await (const chunk of client().stream({ messages: [{ role: 'user', content: 'Считай' }] }))
      texts.push(chunk.choices[0]?.delta.content);

    expect(texts.join('')).toBe('раз два три');
  });

  test('calls a function and hands back its result', async () => {
    const giga = client();
    emulator.enqueue({ type: 'answer', calls: [{ name: 'get_rate', arguments: { pair: 'USD/RUB' } }] });
    const question = { role: 'user' as const, content: 'Курс доллара?' };

    const first = await giga.chat({ messages: [question], functions: [getRate], function_call: 'auto' });
    const message = first.choices[0]?.message;
    emulator.enqueue({ type: 'answer', text: '80,1' });
    const second = await giga.chat({
      messages: [
        question,
        {
          role: 'assistant',
          content: '',
          function_call: message?.function_call,
          functions_state_id: message?.functions_state_id,
        },
        { role: 'function', name: 'get_rate', content: '{"rate":80.1}' },
      ],
      functions: [getRate],
    });

    expect(message?.function_call).toEqual({ name: 'get_rate', arguments: { pair: 'USD/RUB' } });
    expect(second.choices[0]?.message.content).toBe('80,1');
  });

  test('draws, finds the tag and downloads the picture', async () => {
    const giga = client();

    const answer = await giga.chat({
      messages: [{ role: 'user', content: 'Нарисуй рыжего кота' }],
      function_call: 'auto',
    });
    const found = detectImage(answer.choices[0]?.message.content ?? '');
    const { content } = await giga.getImage(found?.uuid ?? '');

    expect(Buffer.from(content, 'binary').subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  });

  test('uploads, lists, attaches and deletes a file', async () => {
    const giga = client();
    const uploaded = await giga.uploadFile(
      new File(['Собрание начнётся в семь вечера.'], 'план.txt', { type: 'text/plain' }),
    );

    expect(uploaded).toMatchObject({ filename: 'план.txt', bytes: 59 });
    expect((await giga.getFiles()).data.map(({ id }: { id: string }) => id)).toEqual([uploaded.id]);
    const answer = await giga.chat({
      messages: [{ role: 'user', content: 'Когда начнётся собрание?', attachments: [uploaded.id] }],
    });
    expect(answer.choices[0]?.message.content).toContain('в семь вечера');
    expect(await giga.deleteFile(uploaded.id)).toMatchObject({ deleted: true });
  });

  test('embeds, counts tokens, lists models and asks for the balance', async () => {
    const giga = client();

    expect(
      (await giga.embeddings(['раз', 'два'])).data.map(
        ({ embedding }: { embedding: number[] }) => embedding.length,
      ),
    ).toEqual([1024, 1024]);
    expect((await giga.tokensCount(['Добрый день'], 'GigaChat-2')).tokens).toMatchObject([
      { characters: 11 },
    ]);
    expect((await giga.getModels()).data).toHaveLength(10);
    expect((await giga.getModel('GigaChat-2')).id).toBe('GigaChat-2');
    expect((await giga.balance()).balance.length).toBeGreaterThan(0);
  });

  test('runs a batch of chats', async () => {
    const giga = new GigaChat({ ...settings(), scope: 'GIGACHAT_API_CORP', model: 'GigaChat-2' });

    const batch = await giga.chatsBatch([
      { id: 'r1', request: { model: 'GigaChat-2', messages: [{ role: 'user', content: 'Привет' }] } },
    ]);
    await giga.getBatchStatus(batch.id);
    const status = await giga.getBatchStatus(batch.id);

    expect(status).toMatchObject({ status: 'completed' });
    const { content } = await giga.getBatch(status.output_file_id ?? '');
    expect(content).toMatchObject([{ id: 'r1', result: { object: 'chat.completion' } }]);
  });

  test('signs in anew after its token expires', async () => {
    const giga = client();
    await giga.getModels();
    emulator.enqueue(
      { type: 'error', status: 401, message: 'Token has expired' },
      { type: 'answer', text: 'снова здесь' },
    );

    const answer = await giga.chat({ messages: [{ role: 'user', content: 'Ты здесь?' }] });

    expect(answer.choices[0]?.message.content).toBe('снова здесь');
    expect(emulator.journal.filter(({ endpoint }) => endpoint === 'oauth')).toHaveLength(2);
  });

  test('signs in with a name and a password', async () => {
    const giga = new GigaChat({
      baseUrl: emulator.baseUrl,
      user: emulator.user,
      password: emulator.password,
      model: 'GigaChat-2',
    });
    emulator.enqueue({ type: 'answer', text: 'узнал' });

    const answer = await giga.chat({ messages: [{ role: 'user', content: 'Это я' }] });

    expect(answer.choices[0]?.message.content).toBe('узнал');
  });
});

describe('langchain-gigachat 0.0.18 as it comes from npm', () => {
  const model = (): ChatGigaChat =>
    new ChatGigaChat({ ...settings(), model: 'GigaChat-2-Max', maxRetries: 0 });

  test('invokes and reports the usage', async () => {
    emulator.enqueue({ type: 'answer', text: 'Привет!', usage: { promptTokens: 10, completionTokens: 3 } });

    const message = await model().invoke([new HumanMessage('Привет')]);

    expect(message.content).toBe('Привет!');
  });

  test('streams', async () => {
    emulator.enqueue({ type: 'answer', text: ['раз', ' два'] });
    let text = '';

    for await (const chunk of await model().stream([new HumanMessage('Считай')])) text += chunk.text;

    expect(text).toBe('раз два');
  });

  test('binds tools and gets a call', async () => {
    emulator.enqueue({ type: 'answer', calls: [{ name: 'get_rate', arguments: { pair: 'EUR/RUB' } }] });

    const message = await model()
      .bindTools([getRate])
      .invoke([new HumanMessage('Курс евро?')]);

    expect(message.tool_calls).toMatchObject([{ name: 'get_rate', args: { pair: 'EUR/RUB' } }]);
  });

  test('embeds queries and documents', async () => {
    const embeddings = new GigaChatEmbeddings(settings());

    expect(await embeddings.embedQuery('кошка')).toHaveLength(1024);
    expect(await embeddings.embedDocuments(['раз', 'два'])).toHaveLength(2);
  });
});
