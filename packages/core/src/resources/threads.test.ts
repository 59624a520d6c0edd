import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAll } from './__fixtures__/read-all.ts';
import { v1Context } from './__fixtures__/v1-context.ts';
import { Threads } from './threads.ts';

const wire = {
  id: 't1',
  model: 'GigaChat-2',
  assistant_id: 'a1',
  created_at: 1721993213,
  updated_at: 1721993214,
  status: 'ready',
  run_lock: false,
};

const thread = {
  id: 't1',
  assistantId: 'a1',
  model: 'GigaChat-2',
  status: 'ready',
  isLocked: false,
  createdAtMs: 1721993213000,
  updatedAtMs: 1721993214000,
  raw: wire,
};

test('lists threads, with the assistants repeated in the query', async () => {
  const { context, scripted } = v1Context(() => ({ json: { threads: [wire] } }));
  const threads = new Threads(context);
  expect(await threads.list({ assistantIds: ['a 1', 'a2'], limit: 2, before: 5 })).toEqual([thread]);
  await threads.list();
  expect(scripted.calls.map(({ path }) => path)).toEqual([
    '/threads?assistants_ids=a+1&assistants_ids=a2&limit=2&before=5',
    '/threads',
  ]);
});

test('creates an empty thread', async () => {
  const { context, scripted } = v1Context(() => ({ json: wire }));
  expect(await new Threads(context).create()).toEqual(thread);
  expect(scripted.calls[0]).toMatchObject({ method: 'POST', path: '/threads', json: {} });
});

test('retrieves threads by id', async () => {
  const { context, scripted } = v1Context(() => ({ json: { threads: [wire] } }));
  const threads = new Threads(context);
  expect(await threads.retrieve('t1')).toEqual(thread);
  expect(scripted.calls[0]).toMatchObject({ path: '/threads/retrieve', json: { threads_ids: ['t1'] } });
  await expect(threads.retrieve('t2')).rejects.toMatchObject({ kind: 'not-found' });
  expect(await threads.retrieveMany([])).toEqual([]);
});

test('deletes a thread, whose answer is empty', async () => {
  const { context, scripted } = v1Context(() => ({ chunks: [] }));
  await new Threads(context).delete('t1');
  expect(scripted.calls[0]).toMatchObject({ path: '/threads/delete', json: { thread_id: 't1' } });
  await expect(new Threads(context).delete(' ')).rejects.toMatchObject({ field: 'id' });
});

test('starts a run with the options of chat, and without a model when the assistant has one', async () => {
  const json = { status: 'in_progress', thread_id: 't1', created_at: 1721993213 };
  const { context, scripted } = v1Context(() => ({ json }));
  const run = await new Threads(context).run({
    threadId: 't1',
    assistantId: 'a1',
    limit: 5,
    temperature: 0.5,
    tools: [{ type: 'function', name: 'now' }],
  });
  expect(run).toEqual({
    threadId: 't1',
    status: 'in_progress',
    model: undefined,
    createdAtMs: 1721993213000,
    updatedAtMs: undefined,
    messages: [],
    raw: json,
  });
  expect(scripted.calls[0]).toMatchObject({ operation: 'threads.run', path: '/threads/run' });
  expect(scripted.calls[0]?.json).toEqual({
    thread_id: 't1',
    assistant_id: 'a1',
    limit: 5,
    temperature: 0.5,
    functions: [{ name: 'now', parameters: { type: 'object', properties: {} } }],
    function_call: 'auto',
  });
});

const message = {
  message_id: 'm1',
  role: 'user',
  content: 'Что здесь?',
  attachments: [{ file_id: 'f1', name: 'photo.jpg' }],
  created_at: 1721993215,
  model: 'GigaChat-2',
};

test('shows how a run stands, with what it has added', async () => {
  const json = { ...wire, thread_id: 't1', messages: [{ ...message, finish_reason: 'stop' }] };
  const { context, scripted } = v1Context(() => ({ json }));
  const run = await new Threads(context).retrieveRun('t1');
  expect(run).toMatchObject({ status: 'ready', messages: [{ id: 'm1', finishReason: 'stop' }] });
  expect(scripted.calls[0]).toMatchObject({
    method: 'GET',
    path: '/threads/run',
    query: { thread_id: 't1' },
  });
  await expect(new Threads(context).retrieveRun('')).rejects.toMatchObject({ field: 'threadId' });
});

test('lists messages, whose attachments are objects there', async () => {
  const { context, scripted } = v1Context(() => ({ json: { thread_id: 't1', messages: [message, {}] } }));
  const messages = await new Threads(context).messages.list('t1', { limit: 10, before: 7 });
  expect(messages[0]).toEqual({
    id: 'm1',
    role: 'user',
    text: 'Что здесь?',
    attachments: [{ fileId: 'f1', filename: 'photo.jpg' }],
    createdAtMs: 1721993215000,
    finishReason: undefined,
    model: 'GigaChat-2',
    raw: message,
  });
  expect(messages[1]).toMatchObject({ id: '', role: '', text: '', attachments: [] });
  expect(scripted.calls[0]?.query).toEqual({ thread_id: 't1', limit: 10, before: 7 });
  await expect(new Threads(context).messages.list('')).rejects.toMatchObject({ field: 'threadId' });
});

test('adds messages without running', async () => {
  const json = { thread_id: 't1', messages: [{ created_at: 1721993215, message_id: 'm1' }] };
  const { context, scripted } = v1Context(() => ({ json }));
  const added = await new Threads(context).messages.add({
    threadId: 't1',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'file', fileId: 'f1' },
          { type: 'text', text: 'Что?' },
        ],
      },
    ],
  });
  expect(added).toEqual({ threadId: 't1', messages: [{ id: 'm1', createdAtMs: 1721993215000 }] });
  expect(scripted.calls[0]).toMatchObject({ operation: 'threads.messages.add', path: '/threads/messages' });
  expect(scripted.calls[0]?.json).toEqual({
    thread_id: 't1',
    messages: [{ role: 'user', content: 'Что?', attachments: ['f1'] }],
  });
});

const answer = {
  object: 'threads.messages.run',
  model: 'GigaChat-2:2.0.28.2',
  thread_id: 't1',
  message_id: 'm2',
  created: 1721993216,
  usage: { prompt_tokens: 10, completion_tokens: 3, total_tokens: 13 },
  message: { content: 'Привет!', role: 'assistant' },
  finish_reason: 'stop',
};

test('a run over new messages is a turn, and names its thread', async () => {
  const { context, scripted } = v1Context(() => ({ json: answer }));
  const turn = await new Threads(context).messages.run({
    assistantId: 'a1',
    messages: [{ role: 'user', content: 'Привет' }],
    maxTokens: 50,
  });
  expect(turn).toMatchObject({
    text: 'Привет!',
    finishReason: 'stop',
    model: 'GigaChat-2:2.0.28.2',
    carryOver: { threadId: 't1', messageId: 'm2' },
    usage: { inputTokens: 10, outputTokens: 3 },
  });
  expect(scripted.calls[0]).toMatchObject({
    operation: 'threads.messages.run',
    path: '/threads/messages/run',
  });
  expect(scripted.calls[0]?.json).toEqual({
    assistant_id: 'a1',
    messages: [{ role: 'user', content: 'Привет' }],
    max_tokens: 50,
  });
});

test('a thread without an assistant is run by the model asked for', async () => {
  const { context, scripted } = v1Context(() => ({ json: answer }));
  await new Threads(context).messages.run({ messages: [{ role: 'user', content: 'Привет' }] });
  expect(scripted.calls[0]?.json).toEqual({
    model: 'GigaChat-2',
    messages: [{ role: 'user', content: 'Привет' }],
  });
});

test('a rerun sends no messages', async () => {
  const { context, scripted } = v1Context(() => ({ json: answer }));
  expect((await new Threads(context).messages.rerun({ threadId: 't1', limit: 3 })).text).toBe('Привет!');
  expect(scripted.calls[0]).toMatchObject({
    operation: 'threads.messages.rerun',
    path: '/threads/messages/rerun',
    json: { thread_id: 't1', limit: 3 },
  });
  expect(scripted.calls[0]?.json).not.toHaveProperty('messages');
});

test('files of new messages are uploaded as in chat, and again when the server has lost them', async () => {
  const { context, scripted } = v1Context(() =>
    scripted.calls.length === 1 ? { status: 404 } : { json: answer },
  );
  let uploads = 0;
  const threads = new Threads({
    ...context,
    resolveAttachments: async (request) => {
      uploads += 1;
      const content = [{ type: 'file' as const, fileId: `f${uploads}` }];
      return { request: { ...request, messages: [{ role: 'user', content }] }, warnings: [] };
    },
    invalidateAttachments: () => true,
  });
  const messages = [{ role: 'user' as const, content: [{ type: 'file' as const, data: 'aGk=' }] }];
  await threads.messages.run({ threadId: 't1', messages });
  expect(scripted.calls.map(({ json }) => json)).toMatchObject([
    { messages: [{ attachments: ['f1'] }] },
    { messages: [{ attachments: ['f2'] }] },
  ]);
});

const chunk = (delta: object, completionTokens: number, rest: object = {}) => ({
  choices: [{ delta, index: 0, ...rest }],
  created: 1721993216,
  model: 'GigaChat-2:2.0.28.2',
  object: 'threads.messages.run',
  thread_id: 't1',
  message_id: 'm2',
  usage: {
    prompt_tokens: 'role' in delta ? 10 : 0,
    completion_tokens: completionTokens,
    total_tokens: completionTokens,
  },
});

const streamed = [
  chunk({ content: 'При', role: 'assistant' }, 1),
  chunk({ content: 'вет' }, 1),
  chunk({ content: '!' }, 2, { finish_reason: 'stop' }),
];

const sse = (values: readonly object[], end: string) => ({
  headers: { 'content-type': 'text/event-stream' },
  chunks: [
    new TextEncoder().encode(values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join('') + end),
  ],
});

const done = 'data: [DONE]\n\n';

test('a streamed run gives its text as it comes and sums the usage of its chunks', async () => {
  const { context, scripted } = v1Context(() => sse(streamed, done));
  const { messages } = new Threads(context);
  const stream = await messages.stream({ threadId: 't1', messages: [{ role: 'user', content: 'Привет' }] });
  expect(await readAll(stream.textStream)).toEqual(['При', 'вет', '!']);
  expect(await stream.result()).toMatchObject({
    text: 'Привет!',
    finishReason: 'stop',
    carryOver: { threadId: 't1', messageId: 'm2' },
    usage: { inputTokens: 10, outputTokens: 4 },
  });
  expect(scripted.calls[0]).toMatchObject({
    path: '/threads/messages/run',
    accept: 'text/event-stream',
    json: { thread_id: 't1', stream: true },
  });
});

test('reruns and runs of a whole thread stream as well', async () => {
  const { context, scripted } = v1Context(() => sse(streamed, done));
  const threads = new Threads(context);
  expect((await (await threads.stream({ threadId: 't1', assistantId: 'a1' })).result()).text).toBe('Привет!');
  const rerun = await threads.messages.rerunStream({ threadId: 't1' });
  expect((await rerun.result()).text).toBe('Привет!');
  expect(scripted.calls.map(({ path, json }) => [path, json])).toEqual([
    ['/threads/run', { thread_id: 't1', assistant_id: 'a1', stream: true }],
    ['/threads/messages/rerun', { thread_id: 't1', stream: true }],
  ]);
});

test('a streamed run that breaks off is an error and not a short answer', async () => {
  const { context } = v1Context(() => sse(streamed.slice(0, 2), ''));
  const stream = await new Threads(context).stream({ threadId: 't1' });
  await expect(stream.result()).rejects.toMatchObject({ kind: 'stream', text: 'Привет' });
});

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('waits for a run until it is no longer in progress', async () => {
  const states = ['in_progress', 'in_progress', 'ready'];
  const { context, scripted } = v1Context(() => ({ json: { status: states[scripted.calls.length - 1] } }));
  const waiting = new Threads(context).waitForRun('t1');
  await vi.runAllTimersAsync();
  expect(await waiting).toMatchObject({ threadId: 't1', status: 'ready' });
  expect(scripted.calls).toHaveLength(3);
});

test('a wait that is aborted ends with the signal’s reason', async () => {
  const controller = new AbortController();
  const { context } = v1Context(() => ({ json: { status: 'in_progress' } }));
  const waiting = new Threads(context).waitForRun('t1', { signal: controller.signal });
  const outcome = expect(waiting).rejects.toBe('enough');
  await vi.advanceTimersByTimeAsync(5_000);
  controller.abort('enough');
  await outcome;
});
